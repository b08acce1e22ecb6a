// The work that Task states call, by pattern of the resource name.
import type { Json } from './json.ts';

/** What a handler may know of the call besides its arguments. */
export interface TaskCall {
  readonly resource: string;
  /** Name of the state, and its path through Map iterations and branches, such as `Intake/3/ReadFile`. */
  readonly state: string;
  readonly path: string;
  /** 0 for the first try. */
  readonly retryCount: number;
  /** Aborted when the result is no longer wanted: the task timed out, or a sibling failed. */
  readonly signal: AbortSignal;
}

/** Receives the evaluated Arguments; what it returns or throws is what the service would answer. */
export type ResourceHandler = (input: Json, call: TaskCall) => unknown;

/** Pattern (`*` stands for any text) → handler. The first pattern that fits is taken. */
export type ResourceMap = Readonly<Record<string, ResourceHandler>>;

/** The handler for a resource, or undefined when no pattern fits. */
export function handlerFor(resources: ResourceMap, resource: string): ResourceHandler | undefined {
  return Object.entries(resources).find(([pattern]) => fits(pattern, resource))?.[1];
}

function fits(pattern: string, resource: string): boolean {
  const source = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  return new RegExp(`^${source}$`, 's').test(resource);
}
