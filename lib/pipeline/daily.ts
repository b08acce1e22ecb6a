// The day as a state machine (JSONata), one definition for AWS and for the local runtime; what differs is substituted.
import { evaluationRequest, scoringRequest, trainingRequest } from '../models/jobs.ts';
import { functionPlaceholder, type Step } from './steps.ts';

/** Seconds: a function's own limit is 900, so the task gives up only after it. */
const TASK_SECONDS = 910;
const SPARK_SECONDS = 4 * 3600;
const DAY_SECONDS = 6 * 3600;

const retryService = {
  ErrorEquals: [
    'Lambda.ServiceException',
    'Lambda.AWSLambdaException',
    'Lambda.SdkClientException',
    'Lambda.TooManyRequestsException',
  ],
  IntervalSeconds: 2,
  MaxAttempts: 5,
  BackoffRate: 2,
  MaxDelaySeconds: 60,
  JitterStrategy: 'FULL',
} as const;

// Every step may be repeated: it writes new files and a later state publishes them.
const retryTimeout = {
  ErrorEquals: ['States.Timeout'],
  IntervalSeconds: 5,
  MaxAttempts: 1,
  BackoffRate: 2,
} as const;

const retryGlue = {
  ErrorEquals: ['Glue.ConcurrentRunsExceededException', 'Glue.InternalServiceException'],
  IntervalSeconds: 60,
  MaxAttempts: 3,
  BackoffRate: 2,
} as const;

const retrySageMaker = {
  ErrorEquals: ['SageMaker.ResourceLimitExceededException', 'SageMaker.AmazonSageMakerException'],
  IntervalSeconds: 60,
  MaxAttempts: 3,
  BackoffRate: 2,
} as const;

/** Longer than the jobs' own limits, so that those decide. */
const TRAINING_STATE_SECONDS = 4 * 3600;
const PROCESSING_STATE_SECONDS = 2 * 3600;

/** A place that `substitute` or CloudFormation fills. */
const place = (name: string) => `\${${name}}`;

/** What every function is told. */
const run = { district: '{% $district %}', date: '{% $date %}', runId: '{% $runId %}' } as const;

function call(step: Step, payload: unknown) {
  return {
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke',
    Arguments: { FunctionName: place(functionPlaceholder(step)), Payload: payload },
    Output: '{% $states.result.Payload %}',
    TimeoutSeconds: TASK_SECONDS,
    Retry: [retryService, retryTimeout],
  } as const;
}

function failure(state: string, goesOn = false) {
  return {
    state,
    goesOn,
    error: '{% $states.errorOutput.Error %}',
    // A cause may be a whole stack; a payload may be 256 KiB.
    cause: '{% $exists($states.errorOutput.Cause) ? $substring($states.errorOutput.Cause, 0, 4000) : "" %}',
  } as const;
}

function tellOf<T extends Readonly<Record<string, unknown>>>(state: string, assign: T) {
  return [
    { ErrorEquals: ['States.ALL'], Assign: { ...assign, failure: failure(state) }, Next: 'Tell' },
  ] as const;
}

/** Models never hold up the day: what fails among them is told, and the release goes on without. */
function withoutModels(state: string) {
  return [
    { ErrorEquals: ['States.ALL'], Assign: { failure: failure(state, true) }, Next: 'TellModels' },
  ] as const;
}

/**
 * Input `{district, date?, time?, again?}`: `again` names a task that learns although nothing is new; `date` is a local school date; a scheduled start gives `time`, an instant from
 * which Plan takes the date in the district's zone. Output `{runId, releaseId}`.
 */
export function dailyPipeline() {
  return {
    Comment: 'One day of a district: from delivered files to a released picture.',
    QueryLanguage: 'JSONata',
    TimeoutSeconds: DAY_SECONDS,
    StartAt: 'Plan',
    States: {
      Plan: {
        Comment: 'Takes the lease, lists what was delivered and cuts it into chunks.',
        ...call('plan', '{% $states.input %}'),
        Assign: {
          district: '{% $states.input.district %}',
          date: '{% $states.result.Payload.date %}',
          runId: '{% $states.result.Payload.runId %}',
          chunks: '{% $states.result.Payload.chunks %}',
          again: '{% $exists($states.input.again) ? $states.input.again : "" %}',
        },
        Catch: tellOf('Plan', {
          district: '{% $states.input.district %}',
          date: '{% $exists($states.input.date) ? $states.input.date : null %}',
          runId: null,
        }),
        Next: 'Intake',
      },
      Intake: {
        Comment: 'Bytes to typed, pseudonymised rows, a chunk of files at a time.',
        Type: 'Map',
        Items: '{% $chunks %}',
        MaxConcurrency: `{% ${place('IntakeConcurrency')} %}`,
        ItemProcessor: {
          ProcessorConfig: { Mode: 'INLINE' },
          StartAt: 'IntakeChunk',
          States: {
            IntakeChunk: { ...call('intake', { ...run, chunk: '{% $states.input.chunk %}' }), End: true },
          },
        },
        Output: '{% {"chunks": $count($chunks)} %}',
        Catch: tellOf('Intake', {}),
        Next: 'Check',
      },
      Check: {
        Comment: 'Counts add up, shrunk full sets are held; says what changed and how much there is.',
        ...call('check', run),
        Assign: {
          changed: '{% $states.result.Payload.changed %}',
          bytes: '{% $states.result.Payload.bytes %}',
          years: '{% $states.result.Payload.years %}',
        },
        Catch: tellOf('Check', {}),
        Next: 'Identify',
      },
      Identify: {
        Comment: 'One key per student over all id systems.',
        ...call('identify', { ...run, changed: '{% $changed %}' }),
        Catch: tellOf('Identify', {}),
        Next: 'ChooseEngine',
      },
      ChooseEngine: {
        Comment: 'The same SQL, where it fits: one function, one year at a time, or Spark.',
        Type: 'Choice',
        Choices: [
          {
            Condition: `{% "${place('Engine')}" = "spark" and $bytes >= ${place('SparkBytes')} %}`,
            Next: 'PlanSpark',
          },
          {
            Condition: `{% $bytes >= ${place('YearChunkBytes')} and $count($years) > 1 %}`,
            Next: 'HarmonizeYears',
          },
        ],
        Default: 'HarmonizeAll',
      },
      HarmonizeAll: {
        Comment: 'Core and mart of everything that changed, in one function.',
        ...call('harmonize', { ...run, changed: '{% $changed %}' }),
        Catch: tellOf('HarmonizeAll', {}),
        Next: 'Features',
      },
      HarmonizeYears: {
        Comment:
          'A large first load: one school year at a time, so that memory is bounded by the largest year.',
        Type: 'Map',
        Items: '{% $years %}',
        MaxConcurrency: 1,
        ItemProcessor: {
          ProcessorConfig: { Mode: 'INLINE' },
          StartAt: 'HarmonizeYear',
          States: {
            HarmonizeYear: {
              ...call('harmonize', { ...run, changed: '{% $changed %}', year: '{% $states.input %}' }),
              End: true,
            },
          },
        },
        Output: '{% {"years": $count($years)} %}',
        Catch: tellOf('HarmonizeYears', {}),
        Next: 'Features',
      },
      PlanSpark: {
        Comment:
          'What the Spark job has to do, written down: which files are which relation, which SQL makes which table.',
        ...call('harmonize', { ...run, prepare: 'spark' }),
        Catch: tellOf('PlanSpark', {}),
        Next: 'HarmonizeSpark',
      },
      HarmonizeSpark: {
        Comment: 'A load too large for a function: the same SQL in Spark.',
        Type: 'Task',
        Resource: 'arn:aws:states:::glue:startJobRun.sync',
        Arguments: {
          JobName: place('HarmonizeJobName'),
          Arguments: {
            '--district': '{% $district %}',
            '--date': '{% $date %}',
            '--run_id': '{% $runId %}',
          },
        },
        Output: '{% {"jobRunId": $states.result.Id} %}',
        TimeoutSeconds: SPARK_SECONDS,
        Retry: [retryGlue],
        Catch: tellOf('HarmonizeSpark', {}),
        Next: 'Features',
      },
      Features: {
        Comment: 'Cases as known on their day; says which models have something new to learn.',
        ...call('features', { ...run, again: '{% $again %}' }),
        Assign: {
          train: '{% $states.result.Payload.train %}',
          judge: '{% $states.result.Payload.judge %}',
        },
        Catch: withoutModels('Features'),
        Next: 'ChooseRefresh',
      },
      ChooseRefresh: {
        Comment: 'What was known on a past day stays: without a new outcome there is nothing to learn.',
        Type: 'Choice',
        Choices: [
          { Condition: '{% $count($train) > 0 %}', Next: 'Refresh' },
          // A champion has to go on earning its place: drift is looked for every day.
          { Condition: '{% $judge %}', Next: 'Evaluate' },
        ],
        Default: 'Gate',
      },
      Refresh: {
        Comment: 'Trains each family of each task; one that fails leaves the others and the champion alone.',
        Type: 'Map',
        Items: '{% $train %}',
        MaxConcurrency: `{% ${place('ModelConcurrency')} %}`,
        ItemProcessor: {
          ProcessorConfig: { Mode: 'INLINE' },
          StartAt: 'TrainFamily',
          States: {
            TrainFamily: {
              Type: 'Task',
              Resource: 'arn:aws:states:::sagemaker:createTrainingJob.sync',
              Arguments: trainingRequest(),
              Output: '{% {"trained": true} %}',
              TimeoutSeconds: TRAINING_STATE_SECONDS,
              Retry: [retrySageMaker],
              Catch: [
                {
                  ErrorEquals: ['States.ALL'],
                  Output:
                    '{% {"trained": false, "task": $states.input.task, "family": $states.input.family, "error": $states.errorOutput.Error} %}',
                  Next: 'FamilyFailed',
                },
              ],
              End: true,
            },
            FamilyFailed: { Type: 'Pass', End: true },
          },
        },
        Output: '{% {"trained": $count($states.result[trained = true])} %}',
        Catch: withoutModels('Refresh'),
        Next: 'Evaluate',
      },
      Evaluate: {
        Comment: 'Calibrates, combines and judges on outcomes that no training saw.',
        Type: 'Task',
        Resource: 'arn:aws:states:::sagemaker:createProcessingJob.sync',
        Arguments: evaluationRequest(),
        Output: '{% {"evaluated": true} %}',
        TimeoutSeconds: PROCESSING_STATE_SECONDS,
        Retry: [retrySageMaker],
        Catch: withoutModels('Evaluate'),
        Next: 'Gate',
      },
      Gate: {
        Comment: 'By the written rule: the challenger, the champion, or the plain list.',
        ...call('gate', run),
        Assign: { champions: '{% $states.result.Payload.champions %}' },
        Catch: withoutModels('Gate'),
        Next: 'ChooseScore',
      },
      ChooseScore: {
        Comment: 'Without a champion the plain list stands alone, and says so.',
        Type: 'Choice',
        Choices: [{ Condition: '{% $champions > 0 %}', Next: 'Score' }],
        Default: 'Release',
      },
      Score: {
        Comment: 'Chances with their reasons for the students of the day.',
        Type: 'Task',
        Resource: 'arn:aws:states:::sagemaker:createProcessingJob.sync',
        Arguments: scoringRequest(),
        Output: '{% {"scored": true} %}',
        TimeoutSeconds: PROCESSING_STATE_SECONDS,
        Retry: [retrySageMaker],
        Catch: withoutModels('Score'),
        Next: 'Release',
      },
      TellModels: {
        Comment: 'The day goes on with the scores there are, until they expire; operators hear why.',
        ...call('tell', { ...run, failure: '{% $failure %}' }),
        Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Release' }],
        Next: 'Release',
      },
      Release: {
        Comment: 'Checks what was made, then moves the release; readers see yesterday until this succeeds.',
        ...call('release', run),
        Output: '{% {"runId": $runId, "releaseId": $states.result.Payload.releaseId} %}',
        Catch: tellOf('Release', {}),
        Next: 'Done',
      },
      Done: { Type: 'Succeed' },
      Tell: {
        Comment: "Writes down and sends what failed, where and what to do; yesterday's release stays.",
        ...call('tell', { ...run, failure: '{% $failure %}' }),
        Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Failed' }],
        Next: 'Failed',
      },
      Failed: {
        Type: 'Fail',
        Error: '{% $failure.error %}',
        Cause: '{% $failure.state & ": " & $failure.cause %}',
      },
    },
  } as const;
}
