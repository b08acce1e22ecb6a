// Numbers that come out one after another: reports of the same year, and counts over weeks.
import { atMost, type Cell, type Relation, sumOf, type Table } from '../../src/suppress/cell.ts';
import type { SchoolGradeRow } from '../../src/suppress/school-grade-table.ts';
import type { Publication } from './publication.ts';
import type { Dice } from './shapes.ts';

/** The next report: in some grades of a school one student came or went; totals follow. */
export function nextReport(rows: readonly SchoolGradeRow[], roll: Dice): SchoolGradeRow[] {
  const next = new Map(rows.map((row) => [`${row.school} ${row.grade}`, { ...row }]));
  for (const { school, grade } of rows) {
    if (school === null || grade === null || roll() > 0.4) continue;
    const came = roll() < 0.5 ? 1 : -1;
    const cell = next.get(`${school} ${grade}`);
    if (cell === undefined || cell.judged - cell.meeting + came < 0) continue;
    for (const place of [`${school} ${grade}`, `${school} null`, `null ${grade}`, 'null null']) {
      const row = next.get(place);
      if (row !== undefined) row.judged += came;
    }
  }
  return [...next.values()];
}

/**
 * Both reports in one: no number changed by more than `change`; where nobody was, up to two may have come, or the first
 * student of a group would be known to any reader.
 */
export function twoReports(old: Publication, now: Publication, change: number): Publication {
  const rename = (id: string): string => `old ${id}`;
  const cells = old.cells.map((c) => ({
    ...c,
    id: rename(c.id),
    of: c.of === undefined ? undefined : rename(c.of),
  }));
  const relations: Relation[] = old.relations.map((r) => ({
    ...r,
    terms: r.terms.map(({ cell, times }) => ({ cell: rename(cell), times })),
  }));
  const before = new Map(old.cells.map((cell) => [cell.id, cell]));
  for (const { id } of now.cells) {
    const was = before.get(id);
    if (was === undefined) continue;
    const terms = [
      { cell: id, times: 1 },
      { cell: rename(id), times: -1 },
    ];
    relations.push({ terms, least: -change, most: was.shown === 0 ? Math.max(change, 2) : change });
  }
  return {
    cells: [...cells, ...now.cells],
    relations: [...relations, ...now.relations],
    limit: now.limit,
  };
}

/** Students reached from the first week to each week, by school; every week's report shows the sum so far. */
export function weeksSoFar(schools: number, weeks: number, roll: Dice): Table {
  const cells: Cell[] = [];
  const relations: Relation[] = [];
  const id = (what: string, school: string, week: number): string => `${what}|${school}|${week}`;
  const sums = new Map<string, number>();
  for (let week = 1; week <= weeks; week++) {
    for (const what of ['week', 'so far']) {
      let district = 0;
      for (let s = 0; s < schools; s++) {
        const name = id(what, `s${s}`, week);
        const added =
          what === 'week' ? Math.floor(25 * roll() * roll()) : (sums.get(id('week', `s${s}`, week)) ?? 0);
        const value = what === 'week' ? added : added + (sums.get(id('so far', `s${s}`, week - 1)) ?? 0);
        sums.set(name, value);
        district += value;
        cells.push({ id: name, value, coords: { what, school: `s${s}`, week: String(week) } });
        if (what === 'so far') {
          const earlier = week === 1 ? [] : [id('so far', `s${s}`, week - 1)];
          relations.push(sumOf(name, [...earlier, id('week', `s${s}`, week)]));
          for (const before of earlier) relations.push(atMost(before, name));
        }
      }
      cells.push({
        id: id(what, '*', week),
        value: district,
        weight: 4,
        coords: { what, school: '*', week: String(week) },
      });
      relations.push(
        sumOf(
          id(what, '*', week),
          Array.from({ length: schools }, (_, s) => id(what, `s${s}`, week)),
        ),
      );
    }
  }
  return { cells, relations };
}
