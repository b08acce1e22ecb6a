// The answer of the optimized Lambda integration, for functions that run in this process.
import { z } from 'zod';
import type { Json } from './json.ts';
import type { ResourceHandler, TaskCall } from './resources.ts';
import { StateFailure } from './state-failure.ts';
import { describeThrown } from './task.ts';

export const LAMBDA_INVOKE = 'arn:aws:states:::lambda:invoke';

const ARGUMENTS = z.strictObject({ FunctionName: z.string().min(1), Payload: z.custom<Json>().optional() });

export interface LambdaCall {
  readonly FunctionName: string;
  /** `{}` when the state gives none. */
  readonly Payload: Json;
}

/**
 * Handler for `arn:aws:states:::lambda:invoke`. What `invoke` returns becomes `$states.result.Payload`;
 * what it throws becomes a failure whose error name is the thrown error's `name`, as Lambda reports `errorType`.
 */
export function lambdaInvoke(invoke: (call: LambdaCall, task: TaskCall) => unknown): ResourceHandler {
  return async (input, task) => {
    const parsed = ARGUMENTS.safeParse(input);
    if (!parsed.success) {
      const reason = `lambda:invoke takes FunctionName and Payload. ${z.prettifyError(parsed.error)}`;
      throw new StateFailure('States.Runtime', reason, task.state, parsed.error);
    }
    const { FunctionName, Payload = {} } = parsed.data;
    try {
      const answer = await invoke({ FunctionName, Payload }, task);
      return { ExecutedVersion: '$LATEST', Payload: answer ?? null, StatusCode: 200 };
    } catch (thrown) {
      if (thrown instanceof StateFailure) throw thrown;
      const error = thrown instanceof Error ? thrown.name : typeof thrown;
      throw new StateFailure(error, describeThrown(thrown), task.state, thrown);
    }
  };
}
