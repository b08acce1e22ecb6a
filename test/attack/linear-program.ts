// A linear program in whole numbers, written as text for HiGHS.
import { createRequire } from 'node:module';

// Its types describe the CommonJS build.
type Loader = typeof import('highs', { with: { 'resolution-mode': 'require' }}).default;
const load: Loader = createRequire(import.meta.url)('highs');
const highs = await load();

/** No count of a district comes near it; it keeps every question bounded. */
export const MANY = 100_000;

export interface Row {
  readonly terms: readonly (readonly [variable: number, times: number])[];
  readonly least: number;
  readonly most: number;
}

export interface Variable {
  readonly least: number;
  readonly most: number;
  readonly whole: boolean;
}

export interface Program {
  readonly variables: readonly Variable[];
  readonly rows: readonly Row[];
}

export interface Answer {
  readonly value: number;
  readonly at: (variable: number) => number;
}

/** The smallest or largest value of a sum; undefined when nothing fits. */
export function solve(
  program: Program,
  goal: 'minimize' | 'maximize',
  sum: readonly (readonly [variable: number, times: number])[],
  seconds = 60,
): Answer | undefined {
  const solution = highs.solve(text(program, goal, sum), { time_limit: seconds, mip_rel_gap: 0 });
  if (solution.Status === 'Infeasible') return undefined;
  if (solution.Status !== 'Optimal') throw new Error(`HiGHS: ${solution.Status}`);
  const value = (variable: number): number => {
    const column = solution.Columns[`x${variable}`];
    return column !== undefined && 'Primal' in column ? column.Primal : 0;
  };
  return { value: solution.ObjectiveValue, at: value };
}

function text(
  { variables, rows }: Program,
  goal: string,
  sum: readonly (readonly [number, number])[],
): string {
  const lines = [goal, ` goal: ${terms(sum)}`, 'subject to'];
  rows.forEach(({ terms: of, least, most }, r) => {
    if (least === most) lines.push(` r${r}: ${terms(of)} = ${least}`);
    else {
      if (Number.isFinite(least)) lines.push(` r${r}a: ${terms(of)} >= ${least}`);
      if (Number.isFinite(most)) lines.push(` r${r}b: ${terms(of)} <= ${most}`);
    }
  });
  lines.push('bounds', ...variables.map(({ least, most }, v) => ` ${least} <= x${v} <= ${most}`));
  const whole = variables.flatMap((variable, v) => (variable.whole ? [` x${v}`] : []));
  if (whole.length > 0) lines.push('general', ...whole);
  return [...lines, 'end', ''].join('\n');
}

function terms(of: readonly (readonly [number, number])[]): string {
  return of.map(([v, times]) => `${times < 0 ? '-' : '+'} ${Math.abs(times)} x${v}`).join(' ');
}
