// Hides small groups, and as few further cells as it finds, so that nothing hidden can be worked out from what is shown.
import type { HiddenBecause, Relation, Table } from './cell.ts';
import { Hiding } from './hiding.ts';
import { modelOf } from './model.ts';
import { showAgain } from './show-again.ts';
import { reasonOf } from './small-group.ts';

export interface SuppressionInput extends Table {
  /** The fewest students of a group whose numbers may be shown. */
  readonly limit: number;
  /** Ids of cells that an earlier report of this school year hid: they stay hidden. */
  readonly hiddenBefore?: ReadonlySet<string>;
}

export interface Suppression {
  readonly hidden: ReadonlyMap<string, HiddenBecause>;
  /** Hidden cells without proof: earlier releases may give them away. All that is tied to them is hidden too. */
  readonly unprotected: readonly string[];
}

/**
 * Every hidden cell has, among all tables of whole numbers that agree with what is shown, what relations say and what
 * the printed reasons say, values that lie at least 2 apart, proven by two such tables. The same input gives
 * the same answer, whatever the order of its cells and relations.
 */
export function suppress(input: SuppressionInput): Suppression {
  const { limit, hiddenBefore = new Set<string>() } = input;
  const cells = input.cells.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const model = modelOf({ cells, relations: inOrder(input.relations) }, limit);
  const hiding = new Hiding(model, limit, hiddenBefore);
  hiding.protectAll();
  showAgain(hiding);
  const hidden = new Map<string, HiddenBecause>();
  for (const i of hiding.hidden()) {
    const cell = cells[i];
    const whole = model.group[i];
    if (cell === undefined) continue;
    const group = whole === undefined ? undefined : cells[whole];
    hidden.set(cell.id, reasonOf(cell, group, whole !== undefined && hiding.isHidden(whole), limit));
  }
  const unprotected = hiding
    .hidden()
    .filter((i) => !hiding.ranges.proven(i))
    .map((i) => cells[i]?.id ?? '');
  return { hidden, unprotected };
}

/** A query gives rows in any order; which of two equal cells is hidden must not hang on that. */
function inOrder(relations: readonly Relation[]): Relation[] {
  const named = relations.map((relation) => {
    const terms = relation.terms.toSorted((a, b) =>
      a.cell < b.cell ? -1 : a.cell > b.cell ? 1 : a.times - b.times,
    );
    return { name: JSON.stringify([terms, relation.least, relation.most]), relation: { ...relation, terms } };
  });
  return named.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)).map((n) => n.relation);
}
