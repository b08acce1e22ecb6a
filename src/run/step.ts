// A step of the day as the state machine calls it: what a known error says of place and remedy travels with its message.
import { HomeroomError } from '../errors/homeroom-error.ts';

/** Of an error the state machine keeps name and message alone. `cause` is the error itself, for callers in this process. */
export class StepError extends Error {
  constructor(error: HomeroomError) {
    super(`[${error.code}] ${error.message}\nwhere: ${error.where}\nwhat to do: ${error.mend}`, {
      cause: error,
    });
    // Retry and Catch compare it.
    this.name = error.name;
  }
}

/** The error that a step threw, whichever bundle its class comes from. */
export function thrownInStep(error: unknown): unknown {
  const inner = error instanceof Error ? error.cause : undefined;
  return inner instanceof Error && 'mend' in inner ? inner : error;
}

export function step<T>(run: (event: unknown) => Promise<T>): (event: unknown) => Promise<T> {
  return async (event) => {
    try {
      return await run(event);
    } catch (error) {
      throw error instanceof HomeroomError ? new StepError(error) : error;
    }
  };
}
