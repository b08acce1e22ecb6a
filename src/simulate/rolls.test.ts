/** Nobody is in two schools on one day, and every grade sits in a school that has it. */
import { describe, expect, it } from '@jest/globals';
import { districtOf } from './district.ts';
import { beginDate, lastDate } from './enrolment-dates.ts';

const district = districtOf({ students: 400, schools: 5, years: 4, seed: 7 });

describe.each(district.years.map((lived) => ({ year: lived.year.year, lived })))('In $year', ({ lived }) => {
  it('stints of one student do not overlap and lie within the year', () => {
    for (const rows of lived.bySeat) {
      let free = 0;
      for (const row of rows) {
        const stint = lived.roll.stints[row];
        expect(stint).toBeDefined();
        expect(stint?.from).toBeGreaterThanOrEqual(free);
        expect(stint?.to).toBeGreaterThan(stint?.from ?? 0);
        expect(stint?.to).toBeLessThanOrEqual(lived.year.days.length);
        free = stint?.to ?? 0;
      }
    }
  });

  it('a student attends a school with the grade', () => {
    const wrong = lived.roll.stints.filter(({ school, grade }) => {
      const place = district.schools[school];
      return place === undefined || grade < place.lowest || grade > place.highest;
    });
    expect(wrong).toEqual([]);
  });

  it('holds as many students as were asked for, each once', () => {
    expect(lived.roll.seats).toHaveLength(400);
    expect(new Set(lived.roll.seats.map((seat) => seat.student)).size).toBe(400);
    expect(new Set(lived.roll.seats.map((seat) => seat.human)).size).toBe(400);
  });

  it('only grades 9 to 12 drop out', () => {
    const grades = lived.roll.stints.filter((s) => s.exit === 'dropped_out').map((s) => s.grade);
    expect(grades.every((grade) => grade >= 9)).toBe(true);
  });
});

describe('From year to year', () => {
  it('a student moves up at most one grade, and never down', () => {
    const grades = new Map<number, number>();
    for (const { roll } of district.years) {
      for (const { student, grade } of roll.seats) {
        const before = grades.get(student);
        if (before !== undefined) expect([0, 1]).toContain(Math.min(1, grade - before));
        grades.set(student, grade);
      }
    }
  });

  it('some come back under a second id, and twins are two people', () => {
    expect(district.students.some(({ index, human }) => human !== index)).toBe(true);
    const twins = district.students.filter(({ twin, index, human }) => twin && index === human);
    expect(twins.length).toBeGreaterThan(0);
    for (const twin of twins) {
      const sibling = district.students[twin.index - 1];
      if (sibling === undefined) throw new Error('a twin without sibling');
      const [a, b] = [district.census.portrait(sibling), district.census.portrait(twin)];
      expect([a.family, a.birthDay]).toEqual([b.family, b.birthDay]);
      expect(a.given).not.toBe(b.given);
    }
  });

  it('ids of all kinds are unique', () => {
    for (const id of ['sis', 'aadObject', 'upn', 'person', 'clever'] as const) {
      const ids = district.accounts.map((a) => a[id]).filter((value) => value !== null);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});

describe('On the three daily deliveries', () => {
  const { current } = district;
  const [one, two, three] = current.year.days.slice(-3);

  it('somebody leaves after the first, arrives on the second and changes school on the third', () => {
    const ends = current.roll.stints
      .filter((s) => s.exit === 'moved_away')
      .map((s) => lastDate(current, s, true));
    const begins = (entry: string) =>
      current.roll.stints.filter((s) => s.entry === entry).map((s) => beginDate(current, s));
    expect(ends).toContain(one);
    expect(begins('late_arrival')).toContain(two);
    expect(begins('transferred_in')).toContain(three);
  });
});
