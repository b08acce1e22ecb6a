// Which counts of the check-in lists nobody may see: the schools' and the district's are one table, so that no difference tells a hidden one.
import type { Cell, HiddenBecause, Table } from '../suppress/cell.ts';
import { type CountRow, cellId, countsTable, type Place } from '../suppress/counts-table.ts';
import { type ReportBefore, whatStaysHidden } from '../suppress/report-before.ts';
import { suppress } from '../suppress/suppress.ts';
import { isTooEarly } from './check-in-drafts.ts';
import type { HiddenCells } from './hidden-cells.ts';
import type { FactRows } from './rows.ts';

type CheckInRow = FactRows['checkins'][number];
export type CheckInCount = 'no_contact' | 'check_in_list';

export interface AllHidden extends HiddenCells {
  /** @param school empty for the district */
  checkIn(school: string, metric: CheckInCount): HiddenBecause | undefined;
}

export interface CheckInSetting {
  /** Of the report; undefined before there is one. */
  readonly year: number | undefined;
  readonly limit: number;
  readonly earlier: ReportBefore;
}

export function withCheckIns(
  hidden: HiddenCells,
  rows: readonly CheckInRow[],
  { year, limit, earlier }: CheckInSetting,
): AllHidden {
  const at = (school: string, metric: CheckInCount): Place => ({
    metric,
    year: String(year ?? ''),
    school: school === '' ? null : school,
    slice: null,
  });
  const found = new Map<string, HiddenBecause>();
  const cells: Cell[] = [];
  for (const table of [contactTable(rows, at), listTable(rows, at)]) {
    const { hidden: why, unprotected } = suppress({ ...whatStaysHidden(table, earlier), limit });
    for (const { id } of table.cells) {
      // Where earlier reports give somebody away whatever is hidden now, none of these counts is shown.
      const reason = why.get(id) ?? (unprotected.length === 0 ? undefined : 'protects_another');
      if (reason !== undefined) found.set(id, reason);
    }
    cells.push(...table.cells);
  }
  const { shown, hidden: others } = hidden.report;
  return {
    ...hidden,
    checkIn: (school, metric) =>
      ASPECTS.map((a) => found.get(cellId(at(school, metric), a))).find((why) => why !== undefined),
    report: {
      shown: new Map([
        ...shown,
        ...cells.filter((c) => !found.has(c.id)).map((c) => [c.id, c.value] as const),
      ]),
      hidden: new Map([...others, ...found]),
    },
  };
}

/** The count is shown with the number of whom it counts, so all three stand or fall together. */
const ASPECTS = ['judged', 'no_contact', 'met'] as const;

/** Where it is too early to tell whom nobody met, only the students with high absence are counted. */
function contactTable(
  rows: readonly CheckInRow[],
  at: (school: string, metric: CheckInCount) => Place,
): Table {
  const early = new Set(rows.filter(isTooEarly).map((r) => at(r.school_key, 'no_contact').school));
  const counts = rows.map(
    (r): CountRow => ({
      ...at(r.school_key, 'no_contact'),
      judged: r.high_absence,
      parts: { no_contact: r.no_contact, met: r.high_absence - r.no_contact },
    }),
  );
  const places = counts.filter((c) => early.has(c.school));
  return without(countsTable(counts), places, ['no_contact', 'met']);
}

/** A list's length alone: how many are beyond the places is on no open page. */
function listTable(rows: readonly CheckInRow[], at: (school: string, metric: CheckInCount) => Place): Table {
  const counts = rows.map(
    (r): CountRow => ({ ...at(r.school_key, 'check_in_list'), judged: r.open_items, parts: { open: 0 } }),
  );
  return without(countsTable(counts), counts, ['open']);
}

function without({ cells, relations }: Table, places: readonly Place[], aspects: readonly string[]): Table {
  const gone = new Set(places.flatMap((place) => aspects.map((a) => cellId(place, a))));
  return {
    cells: cells.filter((c) => !gone.has(c.id)),
    relations: relations.filter((r) => r.terms.every((t) => !gone.has(t.cell))),
  };
}
