// A JSON value of the definition in which whole strings may be expressions.
import { type Bindings, compileExpression, expressionSource } from './expression.ts';
import type { Json } from './json.ts';
import type { Site } from './site.ts';

export interface Template {
  /** Place inside the definition. */
  readonly where: string;
  evaluate(bindings: Bindings): Promise<Json>;
}

/** What an expression at this place may read from `$states` besides `input` and `context`. */
export type Extra = 'result' | 'errorOutput';

/** Compiles the value; faults are noted at the site, and the template is then never evaluated. */
export function compileTemplate(value: Json, where: string, site: Site, extra?: Extra): Template {
  if (typeof value === 'string') return compileText(value, where, site, extra);
  if (Array.isArray(value)) {
    const parts = value.map((item, position) => compileTemplate(item, `${where}.${position}`, site, extra));
    return { where, evaluate: (bindings) => inOrder(parts, (part) => part.evaluate(bindings)) };
  }
  if (typeof value === 'object' && value !== null) {
    const parts = Object.entries(value).map(
      ([key, item]) => [key, compileTemplate(item, `${where}.${key}`, site, extra)] as const,
    );
    const pair = async (key: string, part: Template, bindings: Bindings) =>
      [key, await part.evaluate(bindings)] as const;
    return {
      where,
      evaluate: async (bindings) =>
        Object.fromEntries(await inOrder(parts, ([key, part]) => pair(key, part, bindings))),
    };
  }
  return constant(value, where);
}

/** The same for a field that may be absent. */
export function compileOptional(
  value: Json | undefined,
  where: string,
  site: Site,
  extra?: Extra,
): Template | undefined {
  return value === undefined ? undefined : compileTemplate(value, where, site, extra);
}

function compileText(text: string, where: string, site: Site, extra: Extra | undefined): Template {
  const source = expressionSource(text, where);
  if (source === undefined) return constant(text, where);
  const expression = typeof source === 'string' ? compileExpression(source, where) : source;
  if (!('evaluate' in expression)) {
    site.faults.push(expression);
    return constant(null, where);
  }
  for (const name of expression.variables) site.scope.uses.push({ name, where });
  for (const field of expression.statesFields) {
    if (field === 'input' || field === 'context' || field === extra) continue;
    const problem = `$states.${field} cannot be read here`;
    site.faults.push({
      where,
      problem,
      mend: 'result: Task, Map, Parallel; errorOutput: Catch; in Output and Assign only.',
    });
  }
  if (expression.hasBareName) {
    const problem = 'a field name stands alone, and there is no document to take it from';
    site.faults.push({ where, problem, mend: 'Begin the path with $states.input or a variable.' });
  }
  return { where, evaluate: (bindings) => expression.evaluate(bindings) };
}

function constant(value: Json, where: string): Template {
  return { where, evaluate: () => Promise.resolve(value) };
}

// One after the other, so that seeded chance gives the same values in the same places.
async function inOrder<T, R>(parts: readonly T[], step: (part: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const part of parts) results.push(await step(part));
  return results;
}
