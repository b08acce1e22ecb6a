// The day as a state machine (JSONata), one definition for AWS and for the local runtime; what differs is substituted.
import { modelStates } from './model-states.ts';
import { reportStates } from './report-states.ts';
import { call, failure, place, run } from './state-parts.ts';

const SPARK_SECONDS = 4 * 3600;
const DAY_SECONDS = 6 * 3600;

const retryGlue = {
  ErrorEquals: ['Glue.ConcurrentRunsExceededException', 'Glue.InternalServiceException'],
  IntervalSeconds: 60,
  MaxAttempts: 3,
  BackoffRate: 2,
} as const;

function tellOf<T extends Readonly<Record<string, unknown>>>(state: string, assign: T) {
  return [
    { ErrorEquals: ['States.ALL'], Assign: { ...assign, failure: failure(state) }, Next: 'Tell' },
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
      ...modelStates(),
      Release: {
        Comment: 'Checks what was made, then moves the release; readers see yesterday until this succeeds.',
        ...call('release', run),
        Assign: { releaseId: '{% $states.result.Payload.releaseId %}' },
        Catch: tellOf('Release', {}),
        Next: 'Report',
      },
      ...reportStates(),
      Done: { Type: 'Succeed', Output: '{% {"runId": $runId, "releaseId": $releaseId} %}' },
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
