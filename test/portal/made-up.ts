// A made-up district of any size as the site's input, without a lake: for tests, and to see how long a large one takes.
import { parseDistrict } from '../../lib/district.ts';
import type { Item } from '../../src/checkin/item.ts';
import { itemId } from '../../src/checkin/item-id.ts';
import type { ReadCheckins, SchoolCheckins } from '../../src/checkin/read-checkins.ts';
import type { ReportBasis } from '../../src/facts/build-documents.ts';
import { hideCells } from '../../src/facts/hidden-cells.ts';
import { withCheckIns } from '../../src/facts/hidden-check-ins.ts';
import type { FactRows } from '../../src/facts/rows.ts';
import { templateNarrative } from '../../src/narrate/template.ts';
import type { WeekRows } from '../../src/portal/overview/week-rows.ts';
import type { SiteInput } from '../../src/portal/site-input.ts';
import type { StudentRows } from '../../src/sheets/student-rows.ts';
import { nothingEarlier } from '../../src/suppress/report-before.ts';
import type { Language } from '../../src/words/languages.ts';
import { words } from '../../src/words/words.ts';

export interface MadeUp {
  /** Each school: its grades with their number of students. */
  readonly schools: readonly Readonly<Record<string, number>>[];
  readonly weeks: number;
  readonly classes?: number;
  readonly listed?: number;
  readonly lang?: Language;
  /** Languages beside it. */
  readonly others?: readonly Language[];
  readonly limit?: number;
}

const YEAR = 2026;
const FIRST = Date.parse('2025-08-11');
const METRICS = [
  'chronic_absence',
  'attendance_target',
  'attendance_band_good',
  'attendance_band_manageable',
  'attendance_band_low',
  'attendance_band_severe',
  'courses_passed',
  'on_track',
  'growth',
  'digital_target',
] as const;
const LONG = "O'Brien & Sons <Academy> for the Arts, the Sciences and Everything in Between, West";

export const schoolKey = (i: number): string => `school-${i}`;
export const studentKey = (n: number): string => `s${String(n).padStart(19, '0')}`;
const monday = (w: number) => new Date(FIRST + w * 7 * 86_400_000).toISOString().slice(0, 10);

/** The same number for the same student and week, between 0 and 1. */
const chance = (a: number, b: number): number => {
  const x = Math.sin(a * 12.9898 + b * 78.233) * 43_758.5453;
  return x - Math.floor(x);
};

interface Person {
  readonly number: number;
  readonly school: string;
  readonly grade: string;
  /** Days present of five, by week. */
  readonly present: readonly number[];
}

function peopleOf({ schools, weeks }: MadeUp): Person[] {
  let number = 0;
  return schools.flatMap((grades, s) =>
    Object.entries(grades).flatMap(([grade, students]) =>
      Array.from({ length: students }, (): Person => {
        number += 1;
        const often = 0.03 + 0.2 * chance(number, 0);
        return {
          number,
          school: schoolKey(s),
          grade,
          present: Array.from({ length: weeks }, (_, w) => (chance(number, w + 1) < often ? 3 : 5)),
        };
      }),
    ),
  );
}

/** @returns input for the site; `people` for tests that count for themselves */
export function madeUpSite(made: MadeUp): SiteInput & { readonly people: readonly Person[] } {
  const people = peopleOf(made);
  const district = parseDistrict(
    {
      district: 'maple',
      name: 'Maple Valley Schools',
      timezone: 'America/New_York',
      modules: { contoso_sis: { owner: { name: 'Data office', email: 'data@maple.example' } }, clever: {} },
    },
    'made up',
  );
  const rows = factRows(made, people);
  const spoken = words(made.lang ?? 'en');
  const checkins = checkinsOf(made, people);
  const live = new Set(checkins.items.map((i) => i.studentKey));
  const limit = made.limit ?? 10;
  const basis: ReportBasis = {
    district: { key: district.district, name: district.name },
    release: 'r000001-2026-03-13',
    runDate: '2026-03-13',
    rows,
    hidden: withCheckIns(hideCells(rows, limit), rows.checkins, {
      year: YEAR,
      limit,
      earlier: nothingEarlier,
    }),
    lateDays: 7,
    limit,
  };
  return {
    people,
    basis,
    district,
    words: spoken,
    limits: { chronic: 0.1, target: 0.9, online: 0.6 },
    rows: {
      loads: [
        {
          module: 'contoso_sis',
          table_name: 'students',
          run_id: 'r1',
          rows_in: 10,
          accepted: 9,
          quarantined: 1,
          superseded: 0,
          held: 0,
          status: 'taken',
          files: 1,
        },
        {
          module: 'clever',
          table_name: 'usage',
          run_id: 'r1',
          rows_in: 10,
          accepted: 0,
          quarantined: 0,
          superseded: 0,
          held: 10,
          status: 'held',
          files: 1,
        },
      ],
      identities: [{ id_system: 'sis_student', ids: 100, unmatched: 2 }],
      drifts: [],
      held: [
        {
          module: 'clever',
          table_name: 'usage',
          file_name: 'usage.csv',
          run_id: 'r1',
          status: 'held',
          reason: 'The file ends in the middle of a line.',
          rows_in: 10,
        },
      ],
    },
    weeks: weekRows(made, people),
    checkins,
    students: new Map(
      people
        .filter((p) => live.has(studentKey(p.number)))
        .map((p) => [studentKey(p.number), studentRows(made, p)]),
    ),
    models: [],
    narrate: (document) => templateNarrative(document, spoken),
    others: (made.others ?? []).map((lang) => ({
      words: words(lang),
      narrate: (document) => templateNarrative(document, words(lang)),
    })),
    papers: [],
  };
}

function factRows(made: MadeUp, people: readonly Person[]): FactRows {
  const years = [YEAR, YEAR - 1];
  const lists = new Map<string, Person[]>();
  for (const p of people) {
    for (const key of ['\n', `${p.school}\n`, `${p.school}\n${p.grade}`]) {
      const list = lists.get(key);
      if (list === undefined) lists.set(key, [p]);
      else list.push(p);
    }
  }
  const share = (p: Person) => p.present.reduce((a, b) => a + b, 0) / (5 * Math.max(1, p.present.length));
  const meets = (metric: string, p: Person): boolean => {
    const rate = share(p);
    const band = rate >= 0.95 ? 'good' : rate >= 0.9 ? 'manageable' : rate >= 0.8 ? 'low' : 'severe';
    if (metric.startsWith('attendance_band_')) return metric.endsWith(band);
    if (metric === 'chronic_absence') return rate <= 0.9;
    if (metric === 'attendance_target') return rate >= 0.9;
    const passes = chance(p.number, 14) > 0.2;
    if (metric === 'courses_passed') return passes;
    if (metric === 'on_track') return passes && rate > 0.9;
    return chance(p.number, metric.length) > 0.3;
  };
  const measures = years.flatMap((school_year) =>
    [...lists].flatMap(([key, list]) => {
      const [school_key = '', grade = ''] = key.split('\n');
      const level =
        school_key === '' ? ('district' as const) : grade === '' ? ('school' as const) : ('grade' as const);
      return METRICS.map((metric) => ({
        level,
        school_key,
        grade,
        school_year,
        metric,
        students: list.length,
        judged: list.length,
        meeting: list.filter((p) => meets(metric, p)).length,
      }));
    }),
  );
  const engagement = [...lists]
    .filter(([key]) => key.endsWith('\n'))
    .map(([key, list]) => ({
      school_key: key === '\n' ? null : key.slice(0, -1),
      school_year: YEAR,
      students: list.length,
      students_with_attendance: list.length,
      students_with_digital: list.length,
      attendance_days: list.length * 5 * made.weeks,
      covered_days: list.length * 5 * made.weeks,
      in_person_rate: list.reduce((n, p) => n + share(p), 0) / list.length,
      digital_rate: 0.5,
      digital_minutes: 60 * list.length,
    }));
  return {
    measures,
    groups: [],
    schools: made.schools.map((_, i) => ({
      school_key: schoolKey(i),
      school_name: i === 0 ? LONG : `School ${i}`,
    })),
    engagement,
    years: years.map((y) => ({ school_year: y, year_begin: `${y - 1}-08-01`, year_end: `${y}-08-01` })),
    checkins: made.schools.map((_, s) => {
      const {
        schoolKey: school_key,
        highAbsence: high_absence,
        noContact: no_contact,
        noContactSince: no_contact_since,
        ledgerSince: ledger_since,
      } = schoolOf(s, made.listed ?? 3);
      return {
        school_key,
        high_absence,
        no_contact,
        no_contact_since,
        ledger_since,
        open_items: made.listed ?? 3,
        beyond_capacity: 0,
        escalated_items: 0,
      };
    }),
    listed: made.schools.map((_, s) => ({ school_key: schoolKey(s), students: made.listed ?? 3 })),
    precision: [{ task: 'chronic_absence', right: 8, judged: 10 }],
    sections: sectionRows(made),
    rosters: rosterRows(made),
    sources: [
      { module: 'contoso_sis', kind: 'attendance', last_date: '2026-03-12', age_days: 1 },
      { module: 'clever', kind: 'activity', last_date: '2026-02-19', age_days: 22 },
    ],
  };
}

function weekRows(made: MadeUp, people: readonly Person[]): WeekRows {
  const cells = new Map<string, WeekRows['cells'][number]>();
  for (const p of people) {
    p.present.forEach((days, w) => {
      const key = `${p.school}\n${p.grade}\n${w}`;
      const before = cells.get(key);
      const online = chance(p.number, 1000 + w) > 0.5 ? 3 : 2;
      cells.set(key, {
        school_key: p.school,
        grade: p.grade,
        week_start: monday(w),
        students: (before?.students ?? 0) + 1,
        enrolled_days: (before?.enrolled_days ?? 0) + 5,
        attendance_days: (before?.attendance_days ?? 0) + 5,
        in_person_days: (before?.in_person_days ?? 0) + days,
        covered_days: (before?.covered_days ?? 0) + 5,
        digital_days: (before?.digital_days ?? 0) + online,
        digital_minutes: (before?.digital_minutes ?? 0) + 20,
      });
    });
  }
  const all = [...cells.values()];
  return {
    cells: all,
    // One source of all weeks, one of the second half.
    sources: ['clever', 'insights'].flatMap((module) =>
      all
        .filter((c) => module === 'clever' || c.week_start >= monday(Math.floor(made.weeks / 2)))
        .map((c) => ({
          school_key: c.school_key,
          grade: c.grade,
          week_start: c.week_start,
          module,
          covered_days: c.covered_days,
          digital_days: Math.round(c.digital_days * (module === 'clever' ? 0.7 : 0.4)),
          digital_minutes: module === 'clever' ? null : c.digital_minutes,
        })),
    ),
    students: people.map((p) => ({
      student: p.number,
      school_key: p.school,
      grade: p.grade,
      weeks: p.present.map((days, w) => `${monday(w)}:5:${days}`).join(';'),
    })),
    daysOff: [{ week_start: monday(3), day: '2025-09-01', event_name: 'Labor Day' }],
  };
}

function sectionRows({ schools, classes = 3 }: MadeUp): FactRows['sections'] {
  return schools.flatMap((_, s) =>
    Array.from({ length: classes }, (__, c) => ({
      section_key: `section-${s}-${c}`,
      section_name: `Period ${c + 1}`,
      course_key: `course-${s}-${c}`,
      course_title: 'Algebra I',
      term_key: null,
      school_key: schoolKey(s),
      school_year: YEAR,
      students: c === 0 ? 4 : 25,
      attendance_days: 2000,
      periods_scheduled: null,
      covered_days: 2000,
      in_person_rate: 0.9,
      period_rate: null,
      digital_rate: 0.4,
      digital_minutes: 250,
    })),
  );
}

/** Each class is of one grade: that of its place among the school's. */
function rosterRows(made: MadeUp): FactRows['rosters'] {
  return sectionRows(made).map(({ section_key, school_key, school_year, students }) => {
    const grades = Object.keys(made.schools[Number(school_key.slice('school-'.length))] ?? {});
    const grade = grades[Number(section_key.split('-').at(-1)) % grades.length] ?? 'not stated';
    return { section_key, school_year, grade, students };
  });
}

function checkinsOf({ schools, listed = 3 }: MadeUp, people: readonly Person[]): ReadCheckins {
  const items = schools.flatMap((_, s) =>
    people
      .filter((p) => p.school === schoolKey(s))
      .slice(0, listed)
      .map((p, i) => itemFor(p, i)),
  );
  return {
    items: items.map((item) => ({ ...item, tried: [] })),
    acts: [],
    schools: schools.map((_, s) => schoolOf(s, listed)),
    precision: [],
  };
}

/** A school year of days, with online work, four courses, and two tests sat three times. */
function studentRows({ weeks }: MadeUp, p: Person): StudentRows {
  const day = (w: number, d: number) => new Date(FIRST + (7 * w + d) * 86_400_000).toISOString().slice(0, 10);
  const missed = p.present.reduce((n, days) => n + 5 - days, 0);
  return {
    years: [YEAR, YEAR - 1].map((school_year) => ({
      school_year,
      attendance_days: 5 * weeks,
      in_person_rate: 1 - missed / Math.max(1, 5 * weeks),
      covered_days: 5 * weeks,
      digital_days: 2 * weeks,
    })),
    missed: [YEAR, YEAR - 1].flatMap((school_year) =>
      ['', 'absent_excused', 'absent_unexcused'].map((absence_kind) => ({
        school_year,
        absence_kind,
        missed_days: absence_kind === 'absent_excused' ? 0 : missed,
      })),
    ),
    marks: [YEAR, YEAR - 1].map((school_year) => ({ school_year, courses: 4, courses_not_passed: 1 })),
    days: p.present.flatMap((days, w) =>
      [0, 1, 2, 3, 4].map((d) => ({ date: day(w, d), taken: true, fraction: d < days ? 1 : 0 })),
    ),
    weeks: p.present
      .map((days, w) => ({
        week: monday(w),
        attendance_days: 5,
        in_person_days: days,
        covered_days: 5,
        digital_days: chance(p.number, 1000 + w) > 0.5 ? 3 : 2,
        digital_minutes: 20,
      }))
      .reverse(),
    courses: ['Algebra I', 'Art', 'Biology', 'English 9'].map((name, i) => ({
      name,
      mark: 55 + 10 * i,
      passing_mark: 60,
    })),
    tests: ['Math', 'Reading'].flatMap((subject) =>
      ['2026-01-20', '2025-09-10', '2025-05-12'].map((date, i) => ({
        name: `Spring test, ${subject}`,
        date,
        score: 500 - 9 * i,
        standard_error: 8,
      })),
    ),
    contacts: [{ date: '2026-02-03', kind: 'done', code: 'spoke_family', who: `t${'0'.repeat(19)}` }],
    schools: [{ school_key: p.school, school_name: p.school }],
  };
}

function itemFor(p: Person, i: number): Item {
  const student = studentKey(p.number);
  return {
    itemId: itemId('chronic_absence', student, '2026-03-13'),
    studentKey: student,
    schoolKey: p.school,
    madeOn: '2026-03-13',
    lapsesOn: '2026-03-27',
    task: 'chronic_absence',
    source: 'model',
    madeBy: 'chronic_absence-1',
    safety: false,
    place: i + 1,
    outOf20: 12,
    asOf: '2026-03-12',
    points: 14,
    reasons: [{ fact: 'absence', words: 'school days missed: 3 in the last 4 weeks, 14 this year' }],
    strength: { fact: 'marks', words: 'mean mark 81 last term' },
    nextStep: 'talk_with_student',
    who: 'counselor',
    minutes: 10,
    state: 'open',
    stateOn: '2026-03-13',
    owner: 'counselor',
    dueOn: null,
    closedOn: null,
    verdict: null,
  };
}

function schoolOf(s: number, listed: number): SchoolCheckins {
  return {
    schoolKey: schoolKey(s),
    schoolName: s === 0 ? LONG : `School ${s}`,
    madeOn: '2026-03-13',
    capacity: 15,
    open: listed,
    openSafety: 0,
    openMinutes: 10 * listed,
    escalated: 0,
    handled: 0,
    closed: 0,
    need: listed,
    beyondCapacity: 0,
    resting: 0,
    settled: 0,
    highAbsence: 5,
    noContact: 5,
    noContactSince: '2026-01-06',
    ledgerSince: '2025-09-02',
  };
}
