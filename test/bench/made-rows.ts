// Rows of a made-up district of any size, as the release's views would give them: for timing reports without a lake.
import type { FactRows } from '../../src/facts/rows.ts';
import { stream } from '../../src/simulate/random.ts';

const GRADES = ['KG', '01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'];
const YEARS = [2022, 2023, 2024, 2025, 2026];
const BANDS = [
  'attendance_band_good',
  'attendance_band_manageable',
  'attendance_band_low',
  'attendance_band_severe',
];
const GROUPS = { sex: ['Female', 'Male'], race: ['A', 'B', 'C', 'D', 'E'], english_learner: ['yes', 'no'] };

type Measure = FactRows['measures'][number];

/** `schools` schools of about `size` students each, with all grades, in five years. */
export function madeRows(schools: number, size: number): FactRows {
  const keys = Array.from({ length: schools }, (_, i) => `school-${String(i + 1).padStart(3, '0')}`);
  const measures: Measure[] = [];
  for (const year of YEARS) {
    const cells = keys.flatMap((school) =>
      GRADES.map((grade) => placeOf(school, grade, year, size / GRADES.length)),
    );
    measures.push(...cells.flat());
    for (const school of keys)
      measures.push(
        ...sumOf(
          cells.flat().filter((c) => c.school_key === school),
          'school',
          school,
        ),
      );
    measures.push(...sumOf(cells.flat(), 'district', ''));
  }
  return {
    measures,
    groups: keys.flatMap((school) => groupsOf(measures, school)),
    schools: keys.map((school_key, i) => ({ school_key, school_name: `School ${i + 1}` })),
    engagement: [],
    checkins: keys.map((school_key) => ({
      school_key,
      open_items: 15,
      beyond_capacity: 20,
      escalated_items: 0,
      high_absence: 60,
      no_contact: 30,
      no_contact_since: '2026-01-06',
      ledger_since: '2025-09-02',
    })),
    listed: keys.map((school_key) => ({ school_key, students: 15 })),
    precision: [],
    sections: keys.flatMap((school) => sectionsOf(school, size)),
    rosters: keys
      .flatMap((school) => sectionsOf(school, size))
      .map((s, i) => ({
        section_key: s.section_key,
        school_year: s.school_year,
        grade: GRADES[Math.floor(i / 4) % GRADES.length] ?? 'KG',
        students: s.students,
      })),
    years: YEARS.map((y) => ({ school_year: y, year_begin: `${y - 1}-08-01`, year_end: `${y}-08-01` })),
    sources: [{ module: 'sis', kind: 'attendance', last_date: '2026-03-12', age_days: 1 }],
  };
}

function placeOf(school: string, grade: string, year: number, mean: number): Measure[] {
  const source = stream(7, `${school} ${grade} ${year}`);
  let drawn = 0;
  const draw = () => {
    drawn += 1;
    return source.uniform(drawn);
  };
  const students = Math.max(3, Math.round(mean * (0.4 + 1.2 * draw())));
  const row = (metric: string, judged: number, meeting: number): Measure => ({
    level: 'grade',
    school_key: school,
    grade,
    school_year: year,
    metric,
    students,
    judged,
    meeting,
  });
  const judged = Math.max(0, students - Math.floor(3 * draw()));
  const chronic = Math.round(judged * (0.1 + 0.3 * draw()));
  const severe = Math.round(chronic * 0.3);
  const good = Math.round((judged - chronic) * 0.6);
  const counts = [good, judged - chronic - good, chronic - severe, severe];
  const passing = Math.round(judged * (0.6 + 0.3 * draw()));
  return [
    row('chronic_absence', judged, chronic),
    row('attendance_target', judged, judged - chronic),
    ...BANDS.map((band, i) => row(band, judged, counts[i] ?? 0)),
    row('courses_passed', judged, passing),
    row('on_track', judged, Math.round(passing * 0.9)),
    row('growth', judged, Math.round(judged * (0.4 + 0.4 * draw()))),
    row('digital_target', judged, Math.round(judged * 0.5)),
  ];
}

function sumOf(cells: readonly Measure[], level: 'school' | 'district', school_key: string): Measure[] {
  return [...Map.groupBy(cells, (c) => c.metric).values()].flatMap((of) => {
    const [first] = of;
    if (!first) return [];
    const sum = (pick: (m: Measure) => number) => of.reduce((n, m) => n + pick(m), 0);
    return [
      {
        ...first,
        level,
        school_key,
        grade: '',
        students: sum((m) => m.students),
        judged: sum((m) => m.judged),
        meeting: sum((m) => m.meeting),
      },
    ];
  });
}

/** Seven classes a student, of four classes a course. */
function sectionsOf(school: string, size: number): FactRows['sections'][number][] {
  return Array.from({ length: Math.ceil((7 * size) / 24) }, (_, i) => ({
    section_key: `${school}-section-${i}`,
    section_name: `Period ${i % 4}`,
    course_key: `${school}-course-${Math.floor(i / 4)}`,
    course_title: `Course ${Math.floor(i / 4)}`,
    term_key: `${school}-year`,
    school_key: school,
    school_year: 2026,
    students: 6 + ((i * 7) % 30),
    attendance_days: 120 * (6 + ((i * 7) % 30)),
    periods_scheduled: 120 * (6 + ((i * 7) % 30)),
    covered_days: 120 * (6 + ((i * 7) % 30)),
    in_person_rate: 0.93,
    period_rate: 0.91,
    digital_rate: 0.5,
    digital_minutes: 4000,
  }));
}

/** Every group of an attribute has its share of the school's counts, the last one the rest. */
function groupsOf(measures: readonly Measure[], school: string): FactRows['groups'][number][] {
  const wholes = measures.filter(
    (m) =>
      m.level === 'school' &&
      m.school_key === school &&
      m.school_year === 2026 &&
      (m.metric === 'chronic_absence' || BANDS.includes(m.metric)),
  );
  return Object.entries(GROUPS).flatMap(([attribute, values]) =>
    wholes.flatMap((whole) =>
      values.map((attribute_value, i) => {
        const part = (n: number) =>
          i < values.length - 1
            ? Math.floor(n / values.length)
            : n - (values.length - 1) * Math.floor(n / values.length);
        return {
          school_key: school,
          attribute,
          attribute_value,
          school_year: 2026,
          metric: whole.metric,
          judged: part(whole.judged),
          meeting: part(whole.meeting),
        };
      }),
    ),
  );
}
