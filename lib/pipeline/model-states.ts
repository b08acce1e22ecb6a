// The day's states between the tables and the release: features, training, judging, the gate and scores.
import { evaluationRequest, scoringRequest, trainingRequest } from '../models/jobs.ts';
import { call, failure, place, run } from './state-parts.ts';

const retrySageMaker = {
  ErrorEquals: ['SageMaker.ResourceLimitExceededException', 'SageMaker.AmazonSageMakerException'],
  IntervalSeconds: 60,
  MaxAttempts: 3,
  BackoffRate: 2,
} as const;

/** Longer than the jobs' own limits, so that those decide. */
const TRAINING_STATE_SECONDS = 4 * 3600;
const PROCESSING_STATE_SECONDS = 2 * 3600;

/** Models never hold up the day: what fails among them is told, and the release goes on without. */
function withoutModels(state: string) {
  return [
    { ErrorEquals: ['States.ALL'], Assign: { failure: failure(state, 'models') }, Next: 'TellModels' },
  ] as const;
}

/** From `Features` on; every way through them ends at `Release`. */
export function modelStates() {
  return {
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
  } as const;
}
