// What is hidden, why, and what stays in sight.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sumOf } from './cell.ts';
import { cellId, type SchoolGradeRow, schoolGradeTable } from './school-grade-table.ts';
import { suppress } from './suppress.ts';

const row = (
  school: string | null,
  grade: string | null,
  judged: number,
  meeting: number,
): SchoolGradeRow => ({
  school,
  grade,
  metric: 'chronic_absence',
  year: '2025-26',
  judged,
  meeting,
});

/** Two schools of three grades; in one grade of one school there are 4 students. */
const rows = [
  row('a', '06', 60, 20),
  row('a', '07', 4, 2),
  row('a', '08', 80, 30),
  row('b', '06', 70, 15),
  row('b', '07', 50, 9),
  row('b', '08', 65, 12),
  row('a', null, 144, 52),
  row('b', null, 185, 36),
  row(null, '06', 130, 35),
  row(null, '07', 54, 11),
  row(null, '08', 145, 42),
  row(null, null, 329, 88),
];

describe('suppress', () => {
  it('hides a small group, and with it the three cells that would give it away', () => {
    const { hidden, unprotected } = suppress({ ...schoolGradeTable(rows), limit: 10 });
    const groups = [...hidden].filter(([id]) => id.endsWith('|judged'));
    expect(groups).toHaveLength(4);
    expect(groups.filter(([, why]) => why === 'small_group')).toEqual([
      [cellId(row('a', '07', 4, 2), 'judged'), 'small_group'],
    ]);
    expect(hidden.size).toBe(12);
    expect(unprotected).toEqual([]);
  });

  it('hides every part of a hidden group', () => {
    const table = schoolGradeTable(rows);
    const { hidden } = suppress({ ...table, limit: 10 });
    const shown = table.cells.filter((c) => c.of !== undefined && hidden.has(c.of) && !hidden.has(c.id));
    expect(shown).toEqual([]);
  });

  it.each([0, 1, 2, 18, 19, 20])('hides the share when %i of 20 meet', (meeting) => {
    const table = schoolGradeTable([row('a', '06', 20, meeting)]);
    const { hidden } = suppress({ ...table, limit: 10 });
    expect([...hidden.values()]).toEqual(['protects_another', 'protects_another']);
  });

  it.each([3, 10, 17])('shows the share when %i of 20 meet', (meeting) => {
    expect(suppress({ ...schoolGradeTable([row('a', '06', 20, meeting)]), limit: 10 }).hidden.size).toBe(0);
  });

  it('shows that nobody is there', () => {
    expect(suppress({ ...schoolGradeTable([row('a', '06', 0, 0)]), limit: 10 }).hidden.size).toBe(0);
  });

  it('keeps hidden what an earlier report hid', () => {
    const id = cellId(row('a', '06', 60, 20), 'judged');
    const { hidden } = suppress({ ...schoolGradeTable(rows), limit: 10, hiddenBefore: new Set([id]) });
    expect(hidden.has(id)).toBe(true);
  });

  it('does not say "small group" of a number that an earlier report showed', () => {
    const id = cellId(row('a', '07', 4, 2), 'judged');
    const { hidden } = suppress({ ...schoolGradeTable(rows, { before: new Map([[id, 10]]) }), limit: 10 });
    expect(hidden.get(id)).toBe('protects_another');
  });

  it('hides everything that hangs together, and says so, when what is out already gives it away', () => {
    const cells = [
      { id: 'all', value: 30, coords: {}, released: true },
      { id: 'most', value: 26, coords: {}, released: true },
      { id: 'few', value: 4, coords: {} },
    ];
    const relations = [sumOf('all', ['most', 'few'])];
    expect(suppress({ cells, relations, limit: 10 })).toEqual({
      hidden: new Map([['few', 'small_group']]),
      unprotected: ['few'],
    });
  });

  it('gives the same answer in whatever order the cells come', () => {
    const table = schoolGradeTable(rows);
    const expected = [...suppress({ ...table, limit: 10 }).hidden];
    fc.assert(
      fc.property(fc.shuffledSubarray([...table.cells], { minLength: table.cells.length }), (cells) => {
        expect([...suppress({ ...table, cells, limit: 10 }).hidden]).toEqual(expected);
      }),
      { seed: 7, numRuns: 20 },
    );
  });

  it('gives the same answer in whatever order relations and their terms come', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.nat(30), { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 }),
        (counts) => {
          const cells = counts.flatMap((row, school) =>
            row.map((judged, grade) => ({
              judged,
              meeting: Math.floor(judged / 3),
              school: `s${school}`,
              grade: `g${grade}`,
            })),
          );
          const sum = (of: typeof cells, school: string | null, grade: string | null): SchoolGradeRow => ({
            school,
            grade,
            metric: 'm',
            year: '2026',
            judged: of.reduce((n, c) => n + c.judged, 0),
            meeting: of.reduce((n, c) => n + c.meeting, 0),
          });
          const rows = [
            sum(cells, null, null),
            ...[0, 1, 2].map((i) =>
              sum(
                cells.filter((c) => c.school === `s${i}`),
                `s${i}`,
                null,
              ),
            ),
            ...[0, 1, 2].map((i) =>
              sum(
                cells.filter((c) => c.grade === `g${i}`),
                null,
                `g${i}`,
              ),
            ),
            ...cells.map((c) => ({ ...c, metric: 'm', year: '2026' })),
          ];
          const table = schoolGradeTable(rows);
          const turned = table.relations.toReversed().map((r) => ({ ...r, terms: r.terms.toReversed() }));
          const told = (relations: typeof table.relations) =>
            [...suppress({ cells: table.cells, relations, limit: 10 }).hidden].sort();
          expect(told(turned)).toEqual(told(table.relations));
        },
      ),
      { numRuns: 60, seed: 7 },
    );
  });

  it('refuses numbers that do not add up, and a limit that hides too little', () => {
    const cells = [
      { id: 'all', value: 30, coords: {} },
      { id: 'part', value: 29, coords: {} },
    ];
    expect(() => suppress({ cells, relations: [sumOf('all', ['part'])], limit: 10 })).toThrow(
      'do not add up',
    );
    expect(() => suppress({ cells, relations: [], limit: 3 })).toThrow('from 4');
  });
});
