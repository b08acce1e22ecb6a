// How a state ends: Assign and Output from the values at its entry, then Next.
import type { Bindings } from './expression.ts';
import type { Json, JsonObject } from './json.ts';
import { isJsonObject } from './json.ts';
import type { Exit } from './machine.ts';
import { withinLimit } from './payload.ts';
import type { Site } from './site.ts';
import { compileOptional, type Extra } from './template.ts';

/** The outcome of a state: what it hands on, which variables it sets, and where the machine goes. */
export interface Step {
  readonly output: Json;
  readonly assign: JsonObject;
  readonly next: string | undefined;
}

interface ExitShape {
  readonly Assign?: Record<string, Json> | undefined;
  readonly Output?: Json | undefined;
  readonly Next?: string | undefined;
}

/** Compiles Assign, Output and Next, and notes the assigned names in the scope. */
export function compileExit(shape: ExitShape, where: string, site: Site, extra?: Extra): Exit {
  for (const name of Object.keys(shape.Assign ?? {})) {
    const place = `${where}.Assign.${name}`;
    if (!site.scope.assigned.has(name)) site.scope.assigned.set(name, place);
  }
  return {
    assign: compileOptional(shape.Assign, `${where}.Assign`, site, extra),
    output: compileOptional(shape.Output, `${where}.Output`, site, extra),
    next: shape.Next,
  };
}

/** Evaluates the exit. Assign and Output run side by side: neither sees the other's values. */
export async function takeExit(
  exit: Exit,
  bindings: Bindings,
  otherwise: Json,
  where: string,
): Promise<Step> {
  const output = exit.output === undefined ? otherwise : await exit.output.evaluate(bindings);
  const assigned = await exit.assign?.evaluate(bindings);
  const assign = isJsonObject(assigned) ? assigned : {};
  return {
    output: withinLimit(output, 'output', where),
    assign: withinLimit(assign, 'set of variables', where),
    next: exit.next,
  };
}
