// What a caller may watch while a machine runs.
import type { State } from './machine.ts';

/**
 * A visit of a state begins with `entered` and ends with one of `exited`, `caught` and `failed`;
 * `retried` comes in between, once for each further try.
 */
export interface StateEvent {
  readonly type: 'entered' | 'exited' | 'failed' | 'retried' | 'caught';
  readonly state: string;
  readonly stateType: State['type'];
  /** The way through Map iterations and branches, such as `Intake/3/ReadFile`. */
  readonly path: string;
  /** Instant on the machine's clock, ISO 8601. */
  readonly at: string;
  /** Real milliseconds since the state was entered; skipped waits count nothing. */
  readonly durationMs: number;
  /** Real milliseconds spent in the resource's handler so far (Task only, else 0). */
  readonly handlerMs: number;
  /** For `failed`, `retried` and `caught`: what was reported. */
  readonly error?: string;
  readonly cause?: string;
  /** For `retried`: seconds of pause before the next try, on the machine's clock. */
  readonly delaySeconds?: number;
}

export type EventListener = (event: StateEvent) => void;
