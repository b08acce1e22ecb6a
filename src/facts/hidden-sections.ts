// Which classes of a release are too small to show, and which others would give those, or a hidden grade, away.
import { type Cell, type HiddenBecause, sumOf, type Table } from '../suppress/cell.ts';
import { cellId } from '../suppress/counts-table.ts';
import { type ReportBefore, whatStaysHidden } from '../suppress/report-before.ts';
import { groupIsSmall } from '../suppress/small-group.ts';
import { suppress } from '../suppress/suppress.ts';
import type { GradeRolls } from './grade-rolls.ts';
import { ENROLLMENT } from './measure-ties.ts';
import { hideBesideGrades } from './rest-of-grade.ts';
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
 * The classes of a course in a term may be all of a grade, whose number is out: so their sum counts as known, and a class
 * that is hidden alone has another beside it. What the grades' own numbers tell is looked at then.
 * @returns all cells, and the reasons of the hidden ones
 */
export function hideSections(
  sections: readonly SectionRow[],
  rolls: GradeRolls,
  limit: number,
  earlier: ReportBefore,
): { readonly cells: readonly Cell[]; readonly hidden: ReadonlyMap<string, HiddenBecause> } {
  const hidden = new Map<string, HiddenBecause>();
  const cells: Cell[] = [];
  const courses = Map.groupBy(sections, (s) =>
    JSON.stringify([s.school_key, s.school_year, s.course_key ?? s.section_key, s.term_key]),
  );
  for (const of of courses.values()) {
    const table = courseTable(of);
    cells.push(...table.cells.filter((c) => c.released !== true));
    const own = new Map<SectionRow, HiddenBecause>();
    const quiet = of.every((s) => !groupIsSmall(s.students, limit) && !earlier.hidden.has(sectionCell(s)));
    if (!quiet) {
      const found = suppress({ ...whatStaysHidden(table, earlier), limit });
      for (const s of of) {
        const why =
          found.hidden.get(sectionCell(s)) ??
          (found.unprotected.length === 0 ? undefined : 'protects_another');
        if (why !== undefined) own.set(s, why);
      }
    }
    for (const [s, why] of hideBesideGrades(of, own, rolls, limit)) {
      const id = sectionCell(s);
      // What an earlier report printed says nothing new.
      hidden.set(id, earlier.hidden.get(id) ?? why);
    }
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
