// What the states of the day have in common: how a function is called and tried again, and what is kept of a failure.
import { functionPlaceholder, type Step } from './steps.ts';

/** Seconds: a function's own limit is 900, so the task gives up only after it. */
const TASK_SECONDS = 910;

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

/** A place that `substitute` or CloudFormation fills. */
export const place = (name: string) => `\${${name}}`;

/** What every function is told. */
export const run = { district: '{% $district %}', date: '{% $date %}', runId: '{% $runId %}' } as const;

export function call(step: Step, payload: unknown) {
  return {
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke',
    Arguments: { FunctionName: place(functionPlaceholder(step)), Payload: payload },
    Output: '{% $states.result.Payload %}',
    TimeoutSeconds: TASK_SECONDS,
    Retry: [retryService, retryTimeout],
  } as const;
}

/** @param without what the day goes on without; left out, the failure ends the day. */
export function failure(state: string, without?: 'models' | 'reports' | 'handoff') {
  return {
    state,
    goesOn: without !== undefined,
    ...(without === undefined ? {} : { without }),
    error: '{% $states.errorOutput.Error %}',
    // A cause may be a whole stack; a payload may be 256 KiB.
    cause: '{% $exists($states.errorOutput.Cause) ? $substring($states.errorOutput.Cause, 0, 4000) : "" %}',
  } as const;
}
