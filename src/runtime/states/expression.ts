// One `{% … %}` string: compiled once, evaluated for each visit of its state.
import jsonata from 'jsonata';
import type { DefinitionFault } from './definition-error.ts';
import { type ExpressionReading, readExpression } from './expression-reading.ts';
import type { Json } from './json.ts';
import { toJson } from './payload.ts';
import { queryFailure } from './state-failure.ts';

/** Names without the dollar sign: `states`, the workflow variables, the functions. */
export type Bindings = Readonly<Record<string, unknown>>;

export interface Expression extends ExpressionReading {
  evaluate(bindings: Bindings): Promise<Json>;
}

// The service gives an expression one second; more here, because a laptop may be busy.
const GUARDS = { timeout: 5000, stack: 1000 };

/** The text between the marks, undefined for a literal, or a fault when the marks do not enclose the whole string. */
export function expressionSource(text: string, where: string): string | undefined | DefinitionFault {
  const whole = /^\{%([\s\S]*)%\}$/.exec(text);
  if (whole !== null) return whole[1];
  if (!text.includes('{%') && !text.includes('%}')) return undefined;
  return {
    where,
    problem: 'the marks {% and %} must enclose the whole string',
    mend: "Write one expression, such as {% 'run-' & $states.input.date %}.",
  };
}

/** Compiles the expression; a fault when it is not JSONata. `where` is its place inside the definition. */
export function compileExpression(source: string, where: string): Expression | DefinitionFault {
  let compiled: jsonata.Expression;
  try {
    compiled = jsonata(source, GUARDS);
  } catch (thrown) {
    return { where, problem: `is not JSONata (${describe(thrown)})`, mend: 'Mend the expression.' };
  }
  return {
    ...readExpression(compiled.ast()),
    evaluate: async (bindings) => {
      const value = await evaluated(compiled, bindings, where);
      if (value === undefined) throw queryFailure(where, 'the expression gave nothing (undefined)');
      try {
        return toJson(value);
      } catch (thrown) {
        throw queryFailure(where, 'the expression gave a value that JSON cannot hold', thrown);
      }
    },
  };
}

async function evaluated(compiled: jsonata.Expression, bindings: Bindings, where: string): Promise<unknown> {
  try {
    // There is no root document: everything is reached through $states and the variables.
    return await compiled.evaluate(undefined, bindings);
  } catch (thrown) {
    throw queryFailure(where, `the expression failed (${describe(thrown)})`, thrown);
  }
}

// JSONata's messages may quote the value that offended; such a message is reduced to its code and place.
function describe(thrown: unknown): string {
  if (typeof thrown !== 'object' || thrown === null) return 'unknown reason';
  const code = 'code' in thrown ? String(thrown.code) : undefined;
  const place = 'position' in thrown ? ` at character ${thrown.position}` : '';
  const message = 'message' in thrown && !('value' in thrown) ? ` ${thrown.message}` : '';
  return `${code ?? ''}${place}${message}`.trim();
}
