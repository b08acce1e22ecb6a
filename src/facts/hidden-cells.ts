// Which numbers of a release nobody may see: every table of counts that pages, mails or extracts show goes through here first.
import type { Cell, HiddenBecause } from '../suppress/cell.ts';
import { nothingEarlier, type ReportBefore, whatStaysHidden } from '../suppress/report-before.ts';
import { suppress } from '../suppress/suppress.ts';
import {
  countTable,
  type GroupRow,
  groupCell,
  groupTable,
  type MeasureRow,
  measureCell,
} from './count-table.ts';
import { gradeRolls } from './grade-rolls.ts';
import { hideSections, type SectionRow, sectionCell } from './hidden-sections.ts';
import { BANDS } from './measure-ties.ts';
import type { FactRows } from './rows.ts';

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
  section(row: Pick<SectionRow, 'school_key' | 'school_year' | 'section_key'>): HiddenBecause | undefined;
  /** What the next report of the year has to know: once hidden, a cell stays hidden, and no difference tells it. */
  readonly report: ReportBefore;
  /** Cells that cannot be protected any more, because what was shown before gives them away. */
  readonly unprotected: readonly string[];
}

/** Years share no student's year, so each is a table of its own; so is each attribute of a school, once its totals are out. */
export function hideCells(
  { measures, groups, sections, rosters }: Pick<FactRows, 'measures' | 'groups' | 'sections' | 'rosters'>,
  limit: number,
  earlier: ReportBefore = nothingEarlier,
): HiddenCells {
  const hidden = new Map<string, HiddenBecause>();
  const unprotected: string[] = [];
  const cells: Cell[] = [];
  for (const year of Map.groupBy(measures, (m) => m.school_year).values()) {
    const table = countTable(year);
    cells.push(...table.cells);
    const found = suppress({ ...whatStaysHidden(table, earlier), limit });
    for (const [id, why] of found.hidden) hidden.set(id, why);
    unprotected.push(...found.unprotected);
  }
  const wholes = new Map(measures.filter((m) => m.level === 'school').map((m) => [placeOf(m), m]));
  for (const of of Map.groupBy(groups, (g) => `${g.school_key}\n${g.attribute}`).values()) {
    cells.push(...hideGroups(of, wholes, hidden, { limit, earlier }));
  }
  const classes = hideSections(sections, gradeRolls({ rosters, measures }, hidden), limit, earlier);
  cells.push(...classes.cells);
  for (const [id, why] of classes.hidden) hidden.set(id, why);
  // Who meets a measure and who does not are two sides of one number.
  const why = (cell: (aspect: Side) => string, aspect: Shown) =>
    hidden.get(cell(aspect)) ?? (aspect === 'meeting' ? hidden.get(cell('not_meeting')) : undefined);
  return {
    measure: (row, aspect) => why((a) => measureCell(row, a), aspect),
    group: (row, aspect) => why((a) => groupCell(row, a), aspect),
    section: (row) => hidden.get(sectionCell(row)),
    report: { shown: new Map(cells.filter((c) => !hidden.has(c.id)).map((c) => [c.id, c.value])), hidden },
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

interface GroupSetting {
  readonly limit: number;
  readonly earlier: ReportBefore;
}

/** @returns the groups' cells */
function hideGroups(
  groups: readonly GroupRow[],
  wholes: ReadonlyMap<string, MeasureRow>,
  hidden: Map<string, HiddenBecause>,
  { limit, earlier }: GroupSetting,
): readonly Cell[] {
  // The bands add up to those judged, so that one that is hidden at the school could be told from the others.
  const tied = (metric: string) => (BANDS.some((band) => band === metric) ? BANDS : [metric]);
  const open = groups.filter((g) =>
    tied(g.metric).every((metric) => {
      const whole = wholes.get(placeOf({ ...g, metric }));
      return whole !== undefined && sides.every((side) => !hidden.has(measureCell(whole, side)));
    }),
  );
  const shownWholes = [...new Set(open.map(placeOf))].flatMap((place) => wholes.get(place) ?? []);
  const table = groupTable(open, shownWholes);
  const found = suppress({ ...whatStaysHidden(table, earlier), limit });
  // Where even that gives somebody away, the attribute is not shown at this school at all.
  const shown = found.unprotected.length === 0 ? new Set(open) : new Set<GroupRow>();
  for (const g of groups) {
    for (const side of sides) {
      const id = groupCell(g, side);
      const why = shown.has(g) ? found.hidden.get(id) : (found.hidden.get(id) ?? 'protects_another');
      if (why !== undefined) hidden.set(id, why);
    }
  }
  return table.cells.filter((c) => c.released !== true);
}
