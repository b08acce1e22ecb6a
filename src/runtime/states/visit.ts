// One visit of one state: what its expressions may read, and what it reports.
import type { Clock } from './clock.ts';
import type { EventListener, StateEvent } from './events.ts';
import type { Bindings } from './expression.ts';
import type { Json, JsonObject } from './json.ts';
import type { State } from './machine.ts';
import type { Random } from './random.ts';
import type { Variables } from './variables.ts';

/** What stays the same during an execution. */
export interface Run {
  readonly clock: Clock;
  readonly random: Random;
  readonly onEvent: EventListener;
  readonly functions: Bindings;
  /** The parts `Execution` and `StateMachine` of the context object. */
  readonly context: JsonObject;
  /** Instant on the machine's clock (ms) after which the execution has timed out. */
  readonly deadline: number;
}

/** A level in progress: the machine itself, one branch, or one iteration. */
export interface Level {
  readonly run: Run;
  readonly variables: Variables;
  /** '' for the machine, else a path with a slash at its end. */
  readonly path: string;
  /** The part `Map` of the context object, inside an iteration. */
  readonly map: JsonObject | undefined;
  readonly signal: AbortSignal;
}

export interface Visit {
  readonly level: Level;
  readonly state: State;
  readonly input: Json;
  readonly enteredAt: string;
  readonly enteredElapsed: number;
  readonly retryCount: number;
  /** Grows with each call of a handler, in milliseconds. */
  readonly timing: { handlerMs: number };
}

export function openVisit(level: Level, state: State, input: Json): Visit {
  const { clock } = level.run;
  const enteredAt = new Date(clock.now()).toISOString();
  return {
    level,
    state,
    input,
    enteredAt,
    enteredElapsed: clock.elapsed(),
    retryCount: 0,
    timing: { handlerMs: 0 },
  };
}

/** What expressions of the state can name. `extra` adds to `$states`; `map` replaces the item in view. */
export function bindingsOf(visit: Visit, extra: JsonObject = {}, map = visit.level.map): Bindings {
  const { run, variables } = visit.level;
  const state = { Name: visit.state.name, EnteredTime: visit.enteredAt, RetryCount: visit.retryCount };
  const context = { ...run.context, State: state, ...(map === undefined ? {} : { Map: map }) };
  return { ...run.functions, ...variables.visible(), states: { input: visit.input, context, ...extra } };
}

export function pathOf(visit: Visit): string {
  return `${visit.level.path}${visit.state.name}`;
}

type EventDetail = Pick<StateEvent, 'error' | 'cause' | 'delaySeconds'>;

export function report(visit: Visit, type: StateEvent['type'], detail: EventDetail = {}): void {
  const { clock, onEvent } = visit.level.run;
  onEvent({
    type,
    state: visit.state.name,
    stateType: visit.state.type,
    path: pathOf(visit),
    at: new Date(clock.now()).toISOString(),
    durationMs: clock.elapsed() - visit.enteredElapsed,
    handlerMs: visit.timing.handlerMs,
    ...detail,
  });
}
