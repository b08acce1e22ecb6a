// The facts of one student, each with its receipt: for staff of the school and for the family, never for a model that writes.
import type { Draft } from '../facts/draft.ts';
import { factOf, percent, type Receipt, receiptFor } from '../facts/draft.ts';
import {
  FACTS_SCHEMA,
  type FactsDocument,
  type Period,
  type SourceAge,
  type Subject,
} from '../facts/facts-document.ts';
import type { StudentRows } from './student-rows.ts';

export interface StudentBasis {
  readonly studentKey: string;
  readonly district: Subject;
  readonly release: string;
  readonly runDate: string;
  readonly year: number;
  readonly rows: StudentRows;
  readonly sources: readonly SourceAge[];
  readonly periodOf: (year: number) => Period;
}

export function studentDocument(basis: StudentBasis): {
  readonly document: FactsDocument;
  readonly receipts: readonly Receipt[];
} {
  const { studentKey, rows, year } = basis;
  const about: Subject = { kind: 'student', key: studentKey, name: studentKey };
  const drafts = [year, year - 1].flatMap((y) => yearDrafts(basis, about, y));
  const made = drafts.map((draft) => ({ draft, fact: factOf(basis.release, draft) }));
  const [school] = rows.schools;
  return {
    document: {
      schema: FACTS_SCHEMA,
      district: basis.district,
      release: basis.release,
      run_date: basis.runDate,
      subject: about,
      within: [
        basis.district,
        ...(school
          ? [
              {
                kind: 'school' as const,
                key: school.school_key,
                name: school.school_name ?? school.school_key,
              },
            ]
          : []),
      ],
      period: basis.periodOf(year),
      sources: [...basis.sources],
      facts: made.map((m) => m.fact),
    },
    receipts: made.map(({ draft, fact }) => receiptFor(fact, draft.recipe)),
  };
}

function yearDrafts(
  { studentKey, rows, year: now, periodOf }: StudentBasis,
  about: Subject,
  year: number,
): Draft[] {
  const period = periodOf(year);
  const common = { about, group: null, period, n: 1, held_back: 0 };
  const keys = { student_key: studentKey, school_year: year };
  const engagement = rows.years.find((y) => y.school_year === year);
  const marks = rows.marks.find((m) => m.school_year === year);
  return [
    ...rows.missed
      .filter((m) => m.school_year === year && (m.absence_kind === '' || year === now))
      .map(
        (m): Draft => ({
          ...common,
          metric: 'days_missed',
          aspect: 'total',
          unit: 'days',
          group: m.absence_kind === '' ? null : { by: 'reason', value: m.absence_kind },
          recipe: {
            view: 'student_missed_days',
            row: { ...keys, absence_kind: m.absence_kind },
            value: 'missed_days',
          },
          value: m.missed_days,
        }),
      ),
    ...(engagement
      ? ([
          {
            ...common,
            metric: 'attendance_rate',
            aspect: 'mean',
            unit: 'percent',
            recipe: { view: 'student_district_engagement', row: keys, value: 'in_person_percent' },
            value: engagement.in_person_rate === null ? null : percent(engagement.in_person_rate, 1),
          },
          {
            ...common,
            metric: 'digital_engagement_days',
            aspect: 'total',
            unit: 'days',
            recipe: { view: 'student_district_engagement', row: keys, value: 'digital_days' },
            value: engagement.digital_days,
          },
        ] satisfies Draft[])
      : []),
    ...(marks
      ? ([
          {
            ...common,
            metric: 'courses_passing',
            aspect: 'total',
            unit: 'courses',
            recipe: { view: 'student_course_year', row: keys, value: 'courses_passed' },
            value: marks.courses_not_passed === null ? null : marks.courses - marks.courses_not_passed,
          },
        ] satisfies Draft[])
      : []),
  ];
}
