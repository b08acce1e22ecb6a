// The facts document of a class: how many students, and their means of days, periods, days online and minutes.
import {
  type Built,
  districtOf,
  documentOf,
  periodOf,
  type ReportBasis,
  schoolOf,
} from './build-documents.ts';
import { type Draft, percent } from './draft.ts';
import type { Subject } from './facts-document.ts';
import type { SectionRow } from './hidden-sections.ts';
import { oneSided } from './mean-sides.ts';
import type { Recipe } from './recipe.ts';

export function sectionDocument(basis: ReportBasis, row: SectionRow): Built {
  const about: Subject = { kind: 'section', key: row.section_key, name: sectionName(row) };
  return documentOf(
    basis,
    about,
    [districtOf(basis), schoolOf(basis, row.school_key)],
    sectionDrafts(basis, row, about),
  );
}

/** Course and class as its sources call them; the beginning of its key where they have no word for it. */
export const sectionName = (s: SectionRow): string =>
  [s.course_title, s.section_name].filter((t) => t !== null && t !== '').join(', ') ||
  s.section_key.slice(0, 8);

function sectionDrafts(basis: ReportBasis, row: SectionRow, about: Subject): Draft[] {
  const { section_key, school_year, students } = row;
  const source: Pick<Recipe, 'view' | 'row'> = {
    view: 'section_engagement',
    row: { section_key, school_year },
  };
  const common = {
    about,
    group: null,
    period: periodOf(basis, school_year),
    aspect: 'mean' as const,
    n: students,
    held_back: 0,
    hidden: basis.hidden.section(row),
  };
  const online = common.hidden ?? oneSided(row.digital_rate, row.covered_days);
  const share = (rate: number | null) => (rate === null ? null : percent(rate, 1));
  return [
    {
      ...common,
      metric: 'enrollment',
      aspect: 'total',
      unit: 'students',
      recipe: { ...source, value: 'students' },
      value: students,
    },
    {
      ...common,
      metric: 'attendance_rate',
      hidden: common.hidden ?? oneSided(row.in_person_rate, row.attendance_days),
      unit: 'percent',
      recipe: { ...source, value: 'in_person_percent' },
      value: share(row.in_person_rate),
    },
    {
      ...common,
      metric: 'period_attendance',
      hidden: common.hidden ?? oneSided(row.period_rate, row.periods_scheduled),
      unit: 'percent',
      recipe: { ...source, value: 'period_percent' },
      value: share(row.period_rate),
    },
    {
      ...common,
      metric: 'digital_engagement_days',
      hidden: online,
      unit: 'percent',
      recipe: { ...source, value: 'digital_percent' },
      value: share(row.digital_rate),
    },
    {
      ...common,
      metric: 'digital_engagement_minutes',
      // No minutes: nobody was online.
      hidden: online,
      unit: 'minutes',
      recipe: { ...source, value: 'digital_minutes_a_student' },
      value:
        row.digital_minutes === null || students === 0 ? null : Math.round(row.digital_minutes / students),
    },
  ];
}
