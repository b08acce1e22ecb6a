// The attacker: from all that is public, the smallest and largest whole number that each hidden cell can have.
import { FEWEST_VALUES } from '../../src/suppress/small-group.ts';
import { MANY, type Program, type Row, solve, type Variable } from './linear-program.ts';
import type { Publication, PublicCell } from './publication.ts';

export interface Range {
  readonly least: number;
  readonly most: number;
}

/** The cells that are left with fewer than three values. */
export function pinned(ranges: ReadonlyMap<string, Range>): string[] {
  return [...ranges].filter(([, r]) => r.most - r.least < FEWEST_VALUES - 1).map(([id]) => id);
}

/** Exact: a mixed-integer program for each end of each hidden cell, in groups of cells that hang together. */
export function attack(publication: Publication, only?: ReadonlySet<string>): Map<string, Range> {
  const ranges = new Map<string, Range>();
  for (const { program, ids } of programs(publication)) {
    ids.forEach((id, variable) => {
      if (only !== undefined && !only.has(id)) return;
      const least = solve(program, 'minimize', [[variable, 1]]);
      const most = solve(program, 'maximize', [[variable, 1]]);
      if (least === undefined || most === undefined)
        throw new Error(`No table agrees with what is public: ${id}`);
      ranges.set(id, { least: Math.round(least.value), most: Math.round(most.value) });
    });
  }
  return ranges;
}

interface Part {
  readonly program: Program;
  /** The ids of its first variables. */
  readonly ids: readonly string[];
}

/** Hidden cells are the unknowns; relations between shown cells only say nothing new. */
function programs({ cells, relations, limit }: Publication): Part[] {
  const byId = new Map(cells.map((cell) => [cell.id, cell]));
  const named: { terms: readonly (readonly [string, number])[]; least: number; most: number }[] = [];
  for (const { terms, least, most } of relations) {
    named.push({ terms: terms.map(({ cell, times }) => [cell, times]), least, most });
  }
  for (const cell of cells) {
    if (cell.of === undefined) continue;
    named.push({
      terms: [
        [cell.of, 1],
        [cell.id, -1],
      ],
      least: 0,
      most: Number.POSITIVE_INFINITY,
    });
  }
  const unknown = named.map((row) => ({
    hidden: row.terms.filter(([id]) => byId.get(id)?.shown === null),
    constant: row.terms.reduce((sum, [id, times]) => sum + times * (byId.get(id)?.shown ?? 0), 0),
    row,
  }));
  const together = new Groups(cells.filter((c) => c.shown === null).map((c) => c.id));
  for (const { hidden } of unknown) together.join(hidden.map(([id]) => id));
  return together.groups().map((ids) => {
    const place = new Map(ids.map((id, v) => [id, v]));
    const rows: Row[] = [];
    for (const { hidden, constant, row } of unknown) {
      const first = hidden[0];
      if (first === undefined || !place.has(first[0])) continue;
      rows.push({
        terms: hidden.map(([id, times]) => [place.get(id) ?? 0, times]),
        least: row.least - constant,
        most: row.most - constant,
      });
    }
    const variables: Variable[] = ids.map((id) => ({ ...groupValues(byId.get(id), limit), whole: true }));
    return { program: { variables, rows }, ids };
  });
}

/** What the reason of a hidden group says about its number; that of a part says nothing more. */
function groupValues(cell: PublicCell | undefined, limit: number): { least: number; most: number } {
  if (cell?.expected !== undefined) return { least: cell.expected[0], most: cell.expected[1] };
  if (cell === undefined || cell.of !== undefined || cell.sameReason) return { least: 0, most: MANY };
  if (cell.reason === 'protects_another') return { least: limit, most: MANY };
  return { least: cell.hiddenBefore ? 0 : 1, most: limit - 1 };
}

/** Cells that hang together by relations. */
class Groups {
  readonly #leader = new Map<string, string>();

  constructor(ids: readonly string[]) {
    for (const id of ids) this.#leader.set(id, id);
  }

  join(ids: readonly string[]): void {
    for (const id of ids) this.#leader.set(this.#of(id), this.#of(ids[0] ?? id));
  }

  groups(): string[][] {
    return [...Map.groupBy(this.#leader.keys(), (id) => this.#of(id)).values()];
  }

  #of(id: string): string {
    let at = id;
    for (let next = this.#leader.get(at); next !== undefined && next !== at; next = this.#leader.get(at))
      at = next;
    return at;
  }
}
