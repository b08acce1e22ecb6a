// Which numbers of a release nobody may see: every table of counts that pages, mails or extracts show goes through here first.
import type { HiddenBecause } from '../suppress/cell.ts';
import { suppress } from '../suppress/suppress.ts';
import {
  countTable,
  type GroupRow,
  groupCell,
  groupTable,
  type MeasureRow,
  measureCell,
} from './count-table.ts';

type Shown = 'judged' | 'meeting';

export interface HiddenCells {
  measure(
    row: Pick<MeasureRow, 'school_key' | 'grade' | 'school_year' | 'metric'>,
    aspect: Shown,
  ): HiddenBecause | undefined;
  group(
    row: Pick<GroupRow, 'school_key' | 'attribute' | 'attribute_value' | 'school_year' | 'metric'>,
    aspect: Shown,
  ): HiddenBecause | undefined;
  /** Ids, for the next report of the year: once hidden, a cell stays hidden. */
  readonly ids: ReadonlySet<string>;
  /** Cells that cannot be protected any more, because what was shown before gives them away. */
  readonly unprotected: readonly string[];
}

/** Years share no student's year, so each is a table of its own; so is each attribute of a school, once its totals are out. */
export function hideCells(
  measures: readonly MeasureRow[],
  groups: readonly GroupRow[],
  limit: number,
  hiddenBefore: ReadonlySet<string> = new Set(),
): HiddenCells {
  const hidden = new Map<string, HiddenBecause>();
  const unprotected: string[] = [];
  for (const year of Map.groupBy(measures, (m) => m.school_year).values()) {
    const found = suppress({ ...countTable(year), limit, hiddenBefore });
    for (const [id, why] of found.hidden) hidden.set(id, why);
    unprotected.push(...found.unprotected);
  }
  const wholes = new Map(measures.filter((m) => m.level === 'school').map((m) => [placeOf(m), m]));
  for (const of of Map.groupBy(groups, (g) => `${g.school_key}\n${g.attribute}`).values()) {
    hideGroups(of, wholes, hidden, { limit, hiddenBefore });
  }
  // Who meets a measure and who does not are two sides of one number.
  const why = (cell: (aspect: Side) => string, aspect: Shown) =>
    hidden.get(cell(aspect)) ?? (aspect === 'meeting' ? hidden.get(cell('not_meeting')) : undefined);
  return {
    measure: (row, aspect) => why((a) => measureCell(row, a), aspect),
    group: (row, aspect) => why((a) => groupCell(row, a), aspect),
    ids: new Set(hidden.keys()),
    unprotected,
  };
}

type Side = (typeof sides)[number];
const sides = ['judged', 'meeting', 'not_meeting'] as const;

const placeOf = (row: {
  readonly school_key: string;
  readonly school_year: number;
  readonly metric: string;
}) => [row.school_key, row.school_year, row.metric].join('\n');

function hideGroups(
  groups: readonly GroupRow[],
  wholes: ReadonlyMap<string, MeasureRow>,
  hidden: Map<string, HiddenBecause>,
  { limit, hiddenBefore }: { readonly limit: number; readonly hiddenBefore: ReadonlySet<string> },
) {
  const open = groups.filter((g) => {
    const whole = wholes.get(placeOf(g));
    return whole !== undefined && sides.every((side) => !hidden.has(measureCell(whole, side)));
  });
  const shownWholes = [...new Set(open.map(placeOf))].flatMap((place) => wholes.get(place) ?? []);
  const found = suppress({ ...groupTable(open, shownWholes), limit, hiddenBefore });
  // Where even that gives somebody away, the attribute is not shown at this school at all.
  const shown = found.unprotected.length === 0 ? new Set(open) : new Set<GroupRow>();
  for (const g of groups) {
    for (const side of sides) {
      const id = groupCell(g, side);
      const why = shown.has(g) ? found.hidden.get(id) : (found.hidden.get(id) ?? 'protects_another');
      if (why !== undefined) hidden.set(id, why);
    }
  }
}
