// Which classes of a release are too small to show, and which others of their course would give them away.
import { type Cell, type HiddenBecause, sumOf, type Table } from '../suppress/cell.ts';
import { cellId } from '../suppress/counts-table.ts';
import { type ReportBefore, whatStaysHidden } from '../suppress/report-before.ts';
import { groupIsSmall } from '../suppress/small-group.ts';
import { suppress } from '../suppress/suppress.ts';
import { ENROLLMENT } from './count-table.ts';

import type { FactRows } from './rows.ts';

export type SectionRow = FactRows['sections'][number];

export function sectionCell(
  row: Pick<SectionRow, 'school_key' | 'school_year' | 'section_key'>,
  by = 'section',
  value = row.section_key,
): string {
  const { school_key: school, school_year } = row;
  return cellId({ metric: ENROLLMENT, year: String(school_year), school, slice: { by, value } }, 'judged');
}

/**
 * The classes of a course may be all of a grade, whose number is out: so the sum over a course's classes counts as
 * known, and a class that is hidden alone has another beside it.
 * @returns all cells, and the reasons of the hidden ones
 */
export function hideSections(
  sections: readonly SectionRow[],
  limit: number,
  earlier: ReportBefore,
): { readonly cells: readonly Cell[]; readonly hidden: ReadonlyMap<string, HiddenBecause> } {
  const hidden = new Map<string, HiddenBecause>();
  const cells: Cell[] = [];
  const courses = Map.groupBy(sections, (s) =>
    JSON.stringify([s.school_key, s.school_year, s.course_key ?? s.section_key]),
  );
  for (const of of courses.values()) {
    const table = courseTable(of);
    cells.push(...table.cells.filter((c) => c.released !== true));
    const quiet = of.every((s) => !groupIsSmall(s.students, limit) && !earlier.hidden.has(sectionCell(s)));
    if (quiet) continue;
    const found = suppress({ ...whatStaysHidden(table, earlier), limit });
    for (const [id, why] of found.hidden) hidden.set(id, why);
    if (found.unprotected.length === 0) continue;
    for (const s of of) hidden.set(sectionCell(s), found.hidden.get(sectionCell(s)) ?? 'protects_another');
  }
  return { cells, hidden };
}

function courseTable(sections: readonly SectionRow[]): Table {
  const cells = sections.map(
    (s): Cell => ({
      id: sectionCell(s),
      value: s.students,
      coords: { school: s.school_key, year: String(s.school_year), section: s.section_key },
    }),
  );
  const [first, ...others] = sections;
  if (first === undefined || others.length === 0) return { cells, relations: [] };
  const id = sectionCell(first, 'course', first.course_key ?? '');
  const whole = sections.reduce((sum, s) => sum + s.students, 0);
  return {
    cells: [
      ...cells,
      {
        id,
        value: whole,
        released: true,
        coords: { school: first.school_key, course: first.course_key ?? '' },
      },
    ],
    relations: [
      sumOf(
        id,
        cells.map((c) => c.id),
      ),
    ],
  };
}
