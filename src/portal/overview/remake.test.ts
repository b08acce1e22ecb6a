// Of what is hidden a receipt asks the release nothing, and so tells nothing.
import { describe, expect, it } from '@jest/globals';
import type { Extract, Place } from './extract.ts';
import { packed } from './extract.ts';
import { remakeOverview } from './remake.ts';
import { everything } from './select.ts';
import { toldOf } from './told.ts';

const place = (school: number | null, grade: number | null, meeting: number | null): Place => ({
  school,
  grade,
  days: [[100], [100], [90], [100], [50], [600]],
  sources: [],
  students: packed([20]).map((v) => v ?? 0),
  judged: [meeting === null ? null : 20],
  meeting: [meeting],
});
const extract: Extract = {
  release: 'r000001-2026-03-13',
  weeks: ['2026-02-02'],
  daysOff: {},
  schools: [
    { slug: 'a', name: 'A' },
    { slug: 'b', name: 'B' },
  ],
  grades: ['01', '02'],
  sources: [],
  target: 90,
  online: 60,
  taught: [[0, 1], [0]],
  // Grade 02 of A and grade 01 of B are hidden.
  places: [place(null, null, 30), place(0, null, 15), place(0, 0, null), place(1, null, 15)],
};
const all = everything(extract);

describe('a receipt of the overview', () => {
  it('asks nothing of a hidden place', async () => {
    const refuse = () => {
      throw new Error('asked');
    };
    for (const filter of [
      { ...all, school: 0, grade: 1 },
      { ...all, grade: 1 },
      { ...all, school: 1, grade: 0 },
    ]) {
      expect(toldOf(extract, filter)).toBeNull();
      expect(await remakeOverview(refuse, extract, filter)).toBeNull();
    }
  });

  it('adds up of a grade only the schools that are shown, and leaves out who reaches the target where that is hidden', async () => {
    const asked: string[] = [];
    const rows = async (sql: string) => {
      asked.push(sql);
      if (sql.startsWith('select max(school_year)')) return [{ year: 2026 }];
      if (sql.startsWith('select school_key')) return [{ school_key: 'a' }, { school_key: 'b' }];
      if (sql.includes('as judged')) return [{ part: 'a', students: 20, judged: 20, meeting: 1 }];
      if (sql.includes('from school_grade_week '))
        return [
          {
            part: 'a',
            enrolled: 100,
            attendance: 100,
            in_person: 90,
            in_person_of: 100,
            covered: 100,
            digital: 50,
            minutes: 600,
          },
        ];
      return sql.includes('group by school_key, grade') ? [{ school_key: 'a', grade: '01' }] : [];
    };
    const filter = { ...all, grade: 0 };
    const again = await remakeOverview(rows, extract, filter);
    expect(again).toEqual(toldOf(extract, filter));
    expect(again?.['students at the target']).toBeNull();
    const placed = asked.filter((sql) => sql.includes("grade = '01'"));
    expect(placed.every((sql) => sql.includes("school_key in ('a')"))).toBe(true);
  });
});
