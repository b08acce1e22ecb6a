// What is attacked: tables in several shapes, each with our suppression and with naive ones.
import type { HiddenBecause, Table } from '../../src/suppress/cell.ts';
import { type CountRow, countsTable } from '../../src/suppress/counts-table.ts';
import { withEarlier } from '../../src/suppress/earlier-report.ts';
import { schoolGradeTable } from '../../src/suppress/school-grade-table.ts';
import { type Suppression, suppress } from '../../src/suppress/suppress.ts';
import { attack, pinned } from './attacker.ts';
import { smallOnly } from './naive.ts';
import { publish } from './publication.ts';
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

export interface TwoReports {
  readonly hidden: number;
  readonly pinned: string[];
  readonly unprotected: readonly string[];
}

/** Two reports a few students apart, attacked as one. */
export function twoReportsOf(how: 'ours' | 'naive', roll: Dice): TwoReports {
  const rows = smallRows(3, 3, 50, roll);
  const first = schoolGradeTable(rows);
  const second = schoolGradeTable(nextReport(rows, roll));
  const values = new Map(first.cells.map((cell) => [cell.id, cell.value]));
  const change = Math.max(1, ...second.cells.map((c) => Math.abs(c.value - (values.get(c.id) ?? c.value))));
  if (how === 'naive') {
    const hidden = smallOnly(second, LIMIT);
    const both = twoReports(
      publish(first, smallOnly(first, LIMIT), LIMIT),
      publish(second, hidden, LIMIT),
      change,
    );
    return { hidden: hidden.size, pinned: pinned(attack(both)), unprotected: [] };
  }
  const earlier = ours(first);
  const input = withEarlier(second, { ...first, hidden: earlier.hidden });
  const now = suppress({ ...input, limit: LIMIT });
  const cells = input.cells.filter((cell) => values.has(cell.id));
  const hidden = new Map([...now.hidden].filter(([id]) => values.has(id)));
  const both = twoReports(
    publish(first, earlier.hidden, LIMIT),
    publish({ cells, relations: second.relations }, hidden, LIMIT, new Set(earlier.hidden.keys())),
    change,
  );
  return { hidden: hidden.size, pinned: pinned(attack(both)), unprotected: now.unprotected };
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
