// No class gives away the number of a hidden grade, or the few of a grade who are not in a course.
import { describe, expect, it } from '@jest/globals';
import { nothingEarlier } from '../suppress/report-before.ts';
import { hideCells } from './hidden-cells.ts';
import type { FactRows } from './rows.ts';

type Section = FactRows['sections'][number];
type Class = readonly [key: string, course: string, grades: Readonly<Record<string, number>>];

const sum = (of: Readonly<Record<string, number>>) => Object.values(of).reduce((n, s) => n + s, 0);

const measure = (grade: string, students: number): FactRows['measures'][number] => ({
  level: grade === '' ? 'school' : 'grade',
  school_key: 'A',
  grade,
  school_year: 2026,
  metric: 'growth',
  students,
  judged: students,
  meeting: Math.floor(students / 2),
});

const section = ([key, course, grades]: Class): Section => ({
  section_key: key,
  section_name: key,
  course_key: course,
  course_title: course,
  term_key: null,
  school_key: 'A',
  school_year: 2026,
  students: sum(grades),
  attendance_days: 2000,
  periods_scheduled: null,
  covered_days: 0,
  in_person_rate: 0.9,
  period_rate: null,
  digital_rate: null,
  digital_minutes: null,
});

function hiddenOf(grades: Readonly<Record<string, number>>, classes: readonly Class[]) {
  const sections = classes.map(section);
  const rows = {
    measures: [measure('', sum(grades)), ...Object.entries(grades).map(([g, n]) => measure(g, n))],
    groups: [],
    sections,
    rosters: classes.flatMap(([section_key, , of]) =>
      Object.entries(of).map(([grade, students]) => ({ section_key, school_year: 2026, grade, students })),
    ),
  };
  return reasonsOf(rows);
}

function reasonsOf(rows: Pick<FactRows, 'measures' | 'groups' | 'sections' | 'rosters'>) {
  const hidden = hideCells(rows, 10, nothingEarlier);
  return Object.fromEntries(
    rows.sections.flatMap((s) => {
      const why = hidden.section(s);
      return why === undefined ? [] : [[s.section_key, why]];
    }),
  );
}

describe('classes beside the grades of their students', () => {
  it('are hidden with a hidden grade, and with the grade that is hidden beside it', () => {
    const school = { '03': 8, '04': 120, '05': 126, '06': 131 };
    const classes = Object.entries(school).map(([g, n]): Class => [g, `ELA ${g}`, { [g]: n }]);
    expect(hiddenOf(school, classes)).toEqual({ '03': 'protects_another', '04': 'protects_another' });
  });

  it('are hidden with one student of a hidden grade', () => {
    const school = { '03': 8, '04': 120, '05': 126 };
    expect(Object.keys(hiddenOf(school, [['art', 'Art', { '05': 20, '03': 1 }]]))).toEqual(['art']);
    expect(Object.keys(hiddenOf(school, [['art', 'Art', { '05': 20 }]]))).toEqual([]);
  });

  it('are hidden beside a hidden grade where no roster says whose they are', () => {
    const sections = [section(['art', 'Art', { '05': 20 }])];
    const measures = [measure('', 254), measure('03', 8), measure('04', 120), measure('05', 126)];
    const none = { measures, groups: [], sections, rosters: [] };
    expect(reasonsOf(none)).toEqual({ art: 'protects_another' });
    expect(reasonsOf({ ...none, measures: [measure('', 126), measure('05', 126)] })).toEqual({});
  });

  it('are hidden where a few of the grade would be left, until enough are', () => {
    const math = (rest: number): Class[] => [
      ['a', 'Math 5', { '05': 30 }],
      ['b', 'Math 5', { '05': 70 - rest }],
    ];
    expect(hiddenOf({ '05': 100, '06': 90 }, math(0))).toEqual({});
    expect(hiddenOf({ '05': 100, '06': 90 }, math(1))).toEqual({ a: 'protects_another' });
    expect(hiddenOf({ '05': 100, '06': 90 }, math(9))).toEqual({ a: 'protects_another' });
    expect(hiddenOf({ '05': 100, '06': 90 }, math(10))).toEqual({});
  });

  it('of two grades leave no few of both together', () => {
    const mixed = (rest: number): Class[] => [
      ['a', 'Spanish', { '05': 50, '06': 60 }],
      ['b', 'Spanish', { '06': 70 - rest, '05': 30 }],
    ];
    expect(hiddenOf({ '05': 80, '06': 130 }, mixed(4))).toEqual({ b: 'protects_another' });
    expect(hiddenOf({ '05': 80, '06': 130 }, mixed(0))).toEqual({});
  });

  it('have another hidden where little more than the limit would be left: that would pin the one hidden', () => {
    const classes: Class[] = [
      ['a', 'Math 5', { '05': 10 }],
      ['b', 'Math 5', { '05': 40 }],
    ];
    expect(Object.keys(hiddenOf({ '05': 51, '06': 90 }, classes))).toEqual(['a', 'b']);
  });

  it('say nothing of their size where the grade is hardly larger than a small group', () => {
    expect(hiddenOf({ '05': 11, '06': 90 }, [['a', 'Math 5', { '05': 10 }]])).toEqual({
      a: 'protects_another',
    });
    expect(hiddenOf({ '05': 14, '06': 90 }, [['a', 'Math 5', { '05': 4 }]])).toEqual({
      a: 'protects_another',
    });
    expect(hiddenOf({ '05': 80, '06': 90 }, [['a', 'Math 5', { '05': 4 }]])).toEqual({ a: 'small_group' });
  });
});
