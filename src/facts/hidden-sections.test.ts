// A small class is hidden, never alone in its course, and stays hidden.
import { describe, expect, it } from '@jest/globals';
import { nothingEarlier } from '../suppress/report-before.ts';
import { gradeRolls } from './grade-rolls.ts';
import { hideSections, type SectionRow, sectionCell } from './hidden-sections.ts';

const section = (
  key: string,
  course: string | null,
  students: number,
  term: string | null = null,
): SectionRow => ({
  section_key: key,
  section_name: key,
  course_key: course,
  course_title: course,
  term_key: term,
  school_key: 'A',
  school_year: 2026,
  students,
  attendance_days: 2000,
  periods_scheduled: null,
  covered_days: 0,
  in_person_rate: 0.9,
  period_rate: null,
  digital_rate: null,
  digital_minutes: null,
});
const noRolls = gradeRolls({ rosters: [], measures: [] }, new Map());
const hiddenOf = (sections: readonly SectionRow[], earlier = nothingEarlier) => {
  const { hidden } = hideSections(sections, noRolls, 10, earlier);
  return sections.filter((s) => hidden.has(sectionCell(s))).map((s) => s.section_key);
};

describe('the classes of a course', () => {
  it('are shown where each is large enough', () => {
    expect(hiddenOf([section('a', 'math', 25), section('b', 'math', 10)])).toEqual([]);
  });

  it('have a second one hidden beside a small one: their sum may be the number of a grade', () => {
    expect(
      hiddenOf([section('a', 'math', 25), section('b', 'math', 4), section('c', 'math', 30)]),
    ).toHaveLength(2);
  });

  it('are all hidden where even that gives somebody away', () => {
    expect(hiddenOf([section('a', 'math', 2), section('b', 'math', 1)])).toEqual(['a', 'b']);
  });

  it('of other courses tell nothing of it', () => {
    expect(hiddenOf([section('a', 'math', 4), section('b', 'art', 25), section('c', null, 30)])).toEqual([
      'a',
    ]);
  });

  it('of another term tell nothing of it: each term has all of a grade', () => {
    const fall = [section('a', 'art', 21, 'fall'), section('b', 'art', 5, 'fall')];
    const spring = [section('c', 'art', 17, 'spring'), section('d', 'art', 9, 'spring')];
    expect(hiddenOf([...fall, ...spring])).toEqual(['a', 'b', 'c', 'd']);
  });

  it('stay hidden for the year, with the reason that was printed before', () => {
    const before = section('a', 'math', 4);
    const first = hideSections([before, section('b', 'art', 25)], noRolls, 10, nothingEarlier);
    const grown = [{ ...before, students: 14 }, section('b', 'art', 25)];
    const shown = new Map(first.cells.filter((c) => !first.hidden.has(c.id)).map((c) => [c.id, c.value]));
    const later = hideSections(grown, noRolls, 10, { shown, hidden: first.hidden });
    expect(hiddenOf(grown, { shown, hidden: first.hidden })).toEqual(['a']);
    expect(later.hidden.get(sectionCell(before))).toBe(first.hidden.get(sectionCell(before)));
  });
});
