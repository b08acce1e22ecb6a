// What is attacked: tables in several shapes, each with our suppression and with naive ones.
import type { HiddenBecause, Table } from '../../src/suppress/cell.ts';
import { type CountRow, countsTable } from '../../src/suppress/counts-table.ts';
import { nothingEarlier, whatStaysHidden } from '../../src/suppress/report-before.ts';
import { type SchoolGradeRow, schoolGradeTable } from '../../src/suppress/school-grade-table.ts';
import { type Suppression, suppress } from '../../src/suppress/suppress.ts';
import { attack, pinned } from './attacker.ts';
import { smallOnly } from './naive.ts';
import { type Publication, publish } from './publication.ts';
import { nextReport, twoReports } from './releases.ts';
import { type Dice, smallRows } from './shapes.ts';

export const LIMIT = 10;

/** Hidden cells that the attacker leaves with fewer than three values. */
export function broken(table: Table, hidden: ReadonlyMap<string, HiddenBecause>): string[] {
  return pinned(attack(publish(table, hidden, LIMIT)));
}

export function ours(table: Table): Suppression {
  return suppress({ ...table, limit: LIMIT });
}

export type Rule = 'small groups only' | 'each report alone' | 'ours';

export interface DayOfReports {
  readonly cells: number;
  readonly hidden: number;
  /** Hidden cells of this report or the one before, left with fewer than three values by both read as one. */
  readonly pinned: readonly string[];
  readonly unprotected: readonly string[];
}

/** A report a day, a few students apart: each is attacked together with the one before. */
export function reportsOf(rule: Rule, days: number, roll: Dice): DayOfReports[] {
  let rows: readonly SchoolGradeRow[] = smallRows(3, 3, 50, roll);
  let before = nothingEarlier;
  let last: { readonly table: Table; readonly publication: Publication } | undefined;
  return Array.from({ length: days }, (): DayOfReports => {
    const table = schoolGradeTable(rows);
    const input = rule === 'ours' ? whatStaysHidden(table, before) : table;
    const { hidden, unprotected } =
      rule === 'small groups only'
        ? { hidden: smallOnly(table, LIMIT), unprotected: [] }
        : suppress({ ...input, limit: LIMIT });
    const stays = rule === 'ours' ? new Set(before.hidden.keys()) : new Set<string>();
    const cells = { cells: input.cells, relations: table.relations };
    const publication = publish(cells, hidden, LIMIT, stays);
    const both = last
      ? twoReports(last.publication, publication, mostChanged(last.table, table))
      : publication;
    const shown = table.cells.filter((c) => !hidden.has(c.id)).map((c) => [c.id, c.value] as const);
    before = { shown: new Map(shown), hidden };
    last = { table, publication };
    rows = nextReport(rows, roll);
    return { cells: table.cells.length, hidden: hidden.size, pinned: pinned(attack(both)), unprotected };
  });
}

function mostChanged(before: Table, now: Table): number {
  const values = new Map(before.cells.map((cell) => [cell.id, cell.value]));
  return Math.max(1, ...now.cells.map((c) => Math.abs(c.value - (values.get(c.id) ?? c.value))));
}

const BANDS = ['good', 'manageable', 'low', 'severe'] as const;
const CUTS = [
  ['grade', ['06', '07', '08']],
  ['sex', ['f', 'm', 'x']],
  ['race', ['a', 'b', 'c', 'd']],
] as const;

/** Attendance bands of the same students by school, by grade, by sex and by race. */
export function bands(schools: number, students: number, roll: Dice): Table {
  const rows = new Map<string, CountRow & { judged: number; parts: Record<string, number> }>();
  const one = (school: string | null, slice: CountRow['slice'], band: string): void => {
    const key = JSON.stringify([school, slice]);
    const row = rows.get(key) ?? {
      metric: 'attendance_band',
      year: '2025-26',
      school,
      slice,
      judged: 0,
      parts: Object.fromEntries(BANDS.map((b) => [b, 0])),
    };
    row.judged++;
    row.parts[band] = (row.parts[band] ?? 0) + 1;
    rows.set(key, row);
  };
  for (let s = 0; s < schools; s++) {
    for (let i = 0; i < (s % 4 === 3 ? students / 6 : students); i++) {
      const band = BANDS[Math.floor(4 * roll() ** 2)] ?? 'good';
      const slices = CUTS.map(([by, of]) => ({
        by,
        value: of[Math.floor(of.length * roll() ** 2)] ?? of[0],
      }));
      for (const school of [`s${s}`, null]) {
        for (const slice of [null, ...slices]) one(school, slice, band);
      }
    }
  }
  return countsTable([...rows.values()]);
}
