// Executes a state machine of the Amazon States Language (JSONata) in this process.
import { type Clock, skippingClock } from './clock.ts';
import { compileMachine } from './compile.ts';
import type { EventListener } from './events.ts';
import { statesFunctions } from './functions.ts';
import type { Json, JsonObject } from './json.ts';
import type { Machine } from './machine.ts';
import { toJson, withinLimit } from './payload.ts';
import { freshRandom, type Random } from './random.ts';
import type { ResourceMap } from './resources.ts';
import { runLevel } from './run-level.ts';
import { StateFailure } from './state-failure.ts';
import { Variables } from './variables.ts';
import type { Level, Run } from './visit.ts';

export interface RunOptions {
  readonly resources: ResourceMap;
  /** Default: waits are skipped, timeouts are real. */
  readonly clock?: Clock;
  /** Default: unpredictable. Feeds jitter, `$random` and `$uuid`. */
  readonly random?: Random;
  readonly onEvent?: EventListener;
  /** Name of the execution, read through `$states.context.Execution.Name`. */
  readonly executionName?: string;
  readonly machineName?: string;
}

interface Span {
  /** Instants on the machine's clock, ISO 8601. */
  readonly startedAt: string;
  readonly stoppedAt: string;
  /** Real milliseconds. */
  readonly durationMs: number;
}

export type Execution = Span &
  (
    | { readonly status: 'SUCCEEDED'; readonly output: Json }
    | {
        readonly status: 'FAILED' | 'TIMED_OUT';
        readonly error: string;
        readonly cause: string;
        /** Place inside the definition that failed. */
        readonly where: string;
        /** The failure itself; its `cause` is what the handler threw, when it came from one. */
        readonly failure: StateFailure;
      }
  );

/**
 * Runs a definition (JSON text or object). Throws DefinitionError, before anything runs, when the definition cannot
 * be executed; a failed execution is returned, not thrown.
 */
export async function runMachine(
  definition: unknown,
  input: unknown,
  options: RunOptions,
): Promise<Execution> {
  const machine = compileMachine(definition, options.resources);
  const { clock = skippingClock() } = options;
  const [startedAt, startedElapsed] = [new Date(clock.now()).toISOString(), clock.elapsed()];
  const end = await settled(machine, toJson(input), clock, options);
  const stoppedAt = new Date(clock.now()).toISOString();
  return { startedAt, stoppedAt, durationMs: clock.elapsed() - startedElapsed, ...end };
}

type End = Execution extends infer E ? (E extends Execution ? Omit<E, keyof Span> : never) : never;

async function settled(machine: Machine, input: Json, clock: Clock, options: RunOptions): Promise<End> {
  const seconds = machine.timeoutSeconds ?? Infinity;
  const run = newRun(seconds, input, clock, options);
  const stop = new AbortController();
  const level: Level = { run, variables: new Variables(), path: '', map: undefined, signal: stop.signal };
  const late = new StateFailure(
    'States.Timeout',
    `The execution took longer than ${seconds} s.`,
    'TimeoutSeconds',
  );
  const { promise: tooLate, reject } = Promise.withResolvers<never>();
  const cancel = seconds === Infinity ? () => {} : clock.timer(seconds * 1000, () => reject(late));
  try {
    const whole = Promise.resolve().then(() =>
      runLevel(machine, withinLimit(input, 'input', 'execution'), level),
    );
    const output = await Promise.race([whole, tooLate]);
    if (clock.now() > run.deadline) throw late;
    return { status: 'SUCCEEDED', output };
  } catch (thrown) {
    if (!(thrown instanceof StateFailure)) throw thrown;
    stop.abort(thrown);
    const timedOut = clock.now() > run.deadline || thrown === late;
    const failure = timedOut ? late : thrown;
    const { error, reason: cause, where } = failure;
    return { status: timedOut ? 'TIMED_OUT' : 'FAILED', error, cause, where, failure };
  } finally {
    cancel();
  }
}

function newRun(seconds: number, input: Json, clock: Clock, options: RunOptions): Run {
  const {
    random = freshRandom,
    onEvent = () => {},
    executionName = 'local',
    machineName = 'local',
  } = options;
  const started = clock.now();
  const context: JsonObject = {
    Execution: {
      Id: `arn:aws:states:local:000000000000:execution:${machineName}:${executionName}`,
      Input: input,
      Name: executionName,
      RoleArn: 'arn:aws:iam::000000000000:role/local',
      StartTime: new Date(started).toISOString(),
    },
    StateMachine: { Id: `arn:aws:states:local:000000000000:stateMachine:${machineName}`, Name: machineName },
  };
  const functions = statesFunctions(random, clock);
  return { clock, random, onEvent, functions, context, deadline: started + seconds * 1000 };
}
