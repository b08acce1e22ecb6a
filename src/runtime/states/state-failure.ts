// The failure of one state: an error name that Retry and Catch compare, and a cause in plain words.
import { HomeroomError } from '../../errors/homeroom-error.ts';
import { kindOf } from './json.ts';

export class StateFailure extends HomeroomError {
  /** Error name of the Amazon States Language, such as `States.Timeout`, or a name of the task's own. */
  readonly error: string;
  /** At most 32,768 characters, the limit of the service. */
  readonly reason: string;

  constructor(error: string, reason: string, where: string, thrown?: unknown) {
    super('STATES_STATE_FAILED', `${error}: ${reason}`, {
      where,
      mend: 'Mend the step or its input and start the run again; what was released before stays readable.',
    });
    this.error = error;
    this.reason = reason.slice(0, 32_768);
    if (thrown !== undefined) this.cause = thrown;
  }

  /** The value of `$states.errorOutput`. */
  get output(): { Error: string; Cause: string } {
    return { Error: this.error, Cause: this.reason };
  }
}

/** An expression failed, gave nothing, or gave a value that its field cannot take. */
export function queryFailure(where: string, reason: string, thrown?: unknown): StateFailure {
  return new StateFailure('States.QueryEvaluationError', `${where}: ${reason}`, where, thrown);
}

/** The field's expression gave a value of the wrong kind; names the kind, never the value. */
export function wrongKind(where: string, expected: string, value: unknown): StateFailure {
  return queryFailure(where, `expected ${expected}, but the expression gave ${kindOf(value)}`);
}
