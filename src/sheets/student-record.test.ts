// What a student's sheet says beside its numbers: strengths only by their rules, courses by the district's own passing mark.
import { describe, expect, it } from '@jest/globals';
import { words } from '../words/words.ts';
import { studentRecord } from './student-record.ts';
import { NO_ROWS, type StudentRows } from './student-rows.ts';

const days = (present: number, absent: number): StudentRows['days'] =>
  Array.from({ length: present + absent }, (_, i) => ({
    date: `2026-01-${String(i + 1).padStart(2, '0')}`,
    taken: true,
    fraction: i < present ? 1 : 0,
  }));
const strengths = (rows: Partial<StudentRows>) =>
  studentRecord({ ...NO_ROWS, ...rows }, 2026, words('en'), 0.9, []).strengths;

describe('strengths', () => {
  it('18 of the last 20 days is one, 17 is none, and fewer than 20 known days say nothing', () => {
    expect(strengths({ days: days(18, 2) })).toEqual(['Was here on 18 of the last 20 school days.']);
    expect(strengths({ days: days(17, 3) })).toEqual([]);
    expect(strengths({ days: days(19, 0) })).toEqual([]);
  });

  it('a mark of 80 is high, 79 is not', () => {
    const course = (name: string, mark: number) => ({ name, mark, passing_mark: 60 });
    expect(strengths({ courses: [course('Art', 80), course('Biology', 79)] })).toEqual([
      'High marks in Art.',
    ]);
  });

  it('what nobody knows is no strength', () => {
    expect(strengths({})).toEqual([]);
  });
});

describe('courses', () => {
  it('pass at the passing mark, not below it, and stand open without one', () => {
    const courses = [
      { name: 'Art', mark: 60, passing_mark: 60 },
      { name: 'Biology', mark: 59, passing_mark: 60 },
      { name: 'Choir', mark: null, passing_mark: 60 },
    ];
    const record = studentRecord({ ...NO_ROWS, courses }, 2026, words('en'), 0.9, []);
    expect(record.courses.map((c) => c.standing)).toEqual(['passing', 'not_yet', 'no_mark']);
  });
});

it('a day without attendance taken is no day missed', () => {
  const record = studentRecord(
    {
      ...NO_ROWS,
      days: [
        { date: '2026-01-05', taken: false, fraction: null },
        { date: '2026-01-06', taken: true, fraction: 0.5 },
        { date: '2026-01-07', taken: true, fraction: 0 },
      ],
    },
    2026,
    words('es'),
    0.9,
    [],
  );
  expect(record.days.map((d) => d.kind)).toEqual(['no_data', 'part', 'absent']);
});

describe('tests', () => {
  const result = (date: string, score: number, standard_error: number | null = 8) => ({
    name: 'Math',
    date,
    score,
    standard_error,
  });
  const since = (...tests: StudentRows['tests'][number][]) =>
    studentRecord({ ...NO_ROWS, tests }, 2026, words('en'), 0.9, []).tests.map((t) => t.since);

  it('stand beside the one before of the same student, and the first beside none', () => {
    expect(since(result('2026-01-20', 512), result('2025-09-10', 498))).toEqual([
      '14 more than on September 10, 2025',
      'the first one we know',
    ]);
    expect(since(result('2026-01-20', 480), result('2025-09-10', 498))[0]).toMatch(/^18 less than/);
  });

  it('that differ by no more than their own error cannot be told apart', () => {
    expect(since(result('2026-01-20', 506), result('2025-09-10', 498))[0]).toMatch(/^cannot be told apart/);
    expect(since(result('2026-01-20', 507), result('2025-09-10', 498))[0]).toMatch(/^9 more/);
  });
});

it('a week is known by its days with attendance taken, and by its days with a source', () => {
  const week = {
    week: '2026-03-09',
    attendance_days: 5,
    in_person_days: null,
    covered_days: 0,
    digital_days: 0,
    digital_minutes: 0,
  };
  const [told] = studentRecord({ ...NO_ROWS, weeks: [week] }, 2026, words('en'), 0.9, []).weeks;
  expect(told).toEqual({ monday: '2026-03-09', here: null, online: null, minutes: null });
  const online = { ...week, covered_days: 5, digital_days: 2 };
  const [uncounted] = studentRecord({ ...NO_ROWS, weeks: [online] }, 2026, words('en'), 0.9, []).weeks;
  expect(uncounted).toMatchObject({ online: { days: 2, of: 5 }, minutes: null });
});
