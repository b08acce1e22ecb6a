// A definition after compilation: every name resolved, every expression parsed.
import type { ResourceHandler } from './resources.ts';
import type { Template } from './template.ts';

export interface Machine {
  readonly startAt: string;
  readonly states: ReadonlyMap<string, State>;
  /** Seconds for the whole execution; undefined means no limit. */
  readonly timeoutSeconds: number | undefined;
}

/** What a state hands on when it ends: undefined fields fall back to the default. */
export interface Exit {
  readonly assign: Template | undefined;
  readonly output: Template | undefined;
  /** Undefined ends this level. */
  readonly next: string | undefined;
}

interface Common {
  readonly name: string;
  /** Place inside the definition. */
  readonly where: string;
}

export interface Retrier {
  readonly errorEquals: readonly string[];
  readonly intervalSeconds: number;
  readonly maxAttempts: number;
  readonly backoffRate: number;
  readonly maxDelaySeconds: number | undefined;
  readonly jitter: 'FULL' | 'NONE';
}

export interface Catcher {
  readonly errorEquals: readonly string[];
  readonly exit: Exit;
}

/** States that may fail for a while, and so may be tried again or caught. */
interface Recoverable extends Common {
  readonly exit: Exit;
  readonly retry: readonly Retrier[];
  readonly catch: readonly Catcher[];
}

export interface TaskState extends Recoverable {
  readonly type: 'Task';
  readonly resource: string;
  readonly handler: ResourceHandler;
  readonly arguments: Template | undefined;
  readonly timeoutSeconds: Template | undefined;
}

export interface MapState extends Recoverable {
  readonly type: 'Map';
  readonly items: Template | undefined;
  readonly itemSelector: Template | undefined;
  readonly processor: Machine;
  readonly maxConcurrency: Template | undefined;
  readonly toleratedFailureCount: Template | undefined;
  readonly toleratedFailurePercentage: Template | undefined;
}

export interface ParallelState extends Recoverable {
  readonly type: 'Parallel';
  readonly arguments: Template | undefined;
  readonly branches: readonly Machine[];
}

export interface ChoiceRule {
  readonly condition: Template;
  readonly exit: Exit;
}

export interface ChoiceState extends Common {
  readonly type: 'Choice';
  readonly rules: readonly ChoiceRule[];
  /** Taken when no rule holds; undefined when the state has no Default. */
  readonly otherwise: Exit | undefined;
}

export interface PassState extends Common {
  readonly type: 'Pass';
  readonly exit: Exit;
}

export interface WaitState extends Common {
  readonly type: 'Wait';
  readonly seconds: Template | undefined;
  readonly timestamp: Template | undefined;
  readonly exit: Exit;
}

export interface SucceedState extends Common {
  readonly type: 'Succeed';
  readonly exit: Exit;
}

export interface FailState extends Common {
  readonly type: 'Fail';
  readonly error: Template | undefined;
  readonly cause: Template | undefined;
}

export type RecoverableState = TaskState | MapState | ParallelState;
export type State = RecoverableState | ChoiceState | PassState | WaitState | SucceedState | FailState;
