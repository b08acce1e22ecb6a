// The means of a school and of the district: shares of days in person and online, minutes a student.

import type { HiddenBecause } from '../suppress/cell.ts';
import { type Draft, percent } from './draft.ts';
import type { Period, Subject } from './facts-document.ts';
import { oneSided } from './mean-sides.ts';
import type { Recipe } from './recipe.ts';
import type { FactRows } from './rows.ts';

export function engagementDrafts(
  row: FactRows['engagement'][number],
  about: Subject,
  period: Period,
  hidden: HiddenBecause | undefined,
): Draft[] {
  const { school_key, school_year } = row;
  const source: Pick<Recipe, 'view' | 'row'> =
    school_key === null
      ? { view: 'district_engagement', row: { school_year } }
      : { view: 'school_engagement', row: { school_key, school_year } };
  const common = { about, group: null, period, aspect: 'mean' as const };
  const inPerson = hidden ?? oneSided(row.in_person_rate, row.attendance_days);
  const online = hidden ?? oneSided(row.digital_rate, row.covered_days);
  return [
    {
      ...common,
      metric: 'attendance_rate',
      unit: 'percent',
      recipe: { ...source, value: 'in_person_percent' },
      value: row.in_person_rate === null ? null : percent(row.in_person_rate, 1),
      hidden: inPerson,
      n: row.students_with_attendance,
      held_back: row.students - row.students_with_attendance,
    },
    {
      ...common,
      metric: 'digital_engagement_days',
      unit: 'percent',
      recipe: { ...source, value: 'digital_percent' },
      value: row.digital_rate === null ? null : percent(row.digital_rate, 1),
      hidden: online,
      n: row.students_with_digital,
      held_back: row.students - row.students_with_digital,
    },
    {
      ...common,
      metric: 'digital_engagement_minutes',
      unit: 'minutes',
      recipe: { ...source, value: 'digital_minutes_a_student' },
      value:
        row.digital_minutes === null || row.students === 0
          ? null
          : Math.round(row.digital_minutes / row.students),
      // No minutes: nobody was online.
      hidden: online,
      n: row.students,
      held_back: 0,
    },
  ];
}
