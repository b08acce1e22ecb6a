// The overview counts like a person with the rows before them, whatever is chosen; and no choice gives a small group away.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { madeUpSite, schoolKey } from '../../../test/portal/made-up.ts';
import { districtDocument, schoolDocument } from '../../facts/build-documents.ts';
import { groupIsSmall, partIsSmall } from '../../suppress/small-group.ts';
import { portalAssets } from '../frame.ts';
import { overviewExtract } from './build-overview.ts';
import { type Extract, packed, unpacked } from './extract.ts';
import { everything, type Filter, isTaught, numbersAt } from './select.ts';

const WEEKS = 9;
const LIMIT = 10;
const schools: readonly Readonly<Record<string, number>>[] = [
  { '09': 30, '10': 45, '11': 6, '12': 8 },
  { '06': 25, '07': 12, '08': 11 },
  { KG: 60, '01': 40 },
  { '09': 90, '10': 80 },
];
const input = madeUpSite({ schools, weeks: WEEKS });
const extract = extractOf(input);

function extractOf(site: ReturnType<typeof madeUpSite>): Extract {
  const made = overviewExtract({
    ...site,
    documents: {
      district: districtDocument(site.basis).document,
      schools: site.basis.rows.schools.map((s) => schoolDocument(site.basis, s.school_key).document),
    },
    frame: {
      words: site.words,
      languages: ['en'],
      district: '',
      release: '',
      runDate: '',
      ages: [],
      assets: portalAssets(),
    },
  });
  if (made === null) throw new Error('no extract');
  return made;
}

/** Index of a made-up school in the extract, which orders schools by name. */
const keyAt = (i: number): string => {
  const name = extract.schools[i]?.name;
  return input.basis.rows.schools.find((s) => s.school_name === name)?.school_key ?? '';
};
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

/** Counted from the people themselves. */
function counted({ school, grade, from, to }: Filter) {
  const here = input.people.filter(
    (p) =>
      (school === null || p.school === keyAt(school)) &&
      (grade === null || p.grade === extract.grades[grade]),
  );
  const days = here.map((p) => sum(p.present.slice(from, to + 1)));
  const length = to - from + 1;
  return {
    students: here.length,
    attendance: 5 * length * here.length,
    inPerson: sum(days),
    meeting: days.filter((d) => d / (5 * length) >= 0.9).length,
  };
}

const filters = fc
  .record({
    school: fc.option(fc.nat(extract.schools.length - 1)),
    grade: fc.option(fc.nat(extract.grades.length - 1)),
    a: fc.nat(WEEKS - 1),
    b: fc.nat(WEEKS - 1),
  })
  .map(
    ({ school, grade, a, b }): Filter => ({
      school,
      grade,
      from: Math.min(a, b),
      to: Math.max(a, b),
      source: null,
    }),
  );

describe('any choice', () => {
  it('counts what is there, or says that it is hidden', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const numbers = numbersAt(extract, filter);
        const truth = counted(filter);
        if (numbers === null || numbers.left > 0) return;
        expect(numbers).toMatchObject({
          students: truth.students,
          attendance: truth.attendance,
          inPerson: truth.inPerson,
          enrolled: truth.attendance,
        });
        // Of one grade of all schools only those count of which it may be said.
        if (numbers.meeting !== null && numbers.judged === numbers.students)
          expect([numbers.meeting, numbers.judged]).toEqual([truth.meeting, truth.students]);
      }),
    );
  });

  it('of one grade leaves hidden schools out and says how many', () => {
    const grade = extract.grades.indexOf('11');
    expect(numbersAt(extract, { ...everything(extract), grade })).toBeNull();
    const nine = extract.grades.indexOf('09');
    const shown = numbersAt(extract, { ...everything(extract), grade: nine });
    expect(shown?.students).toBe(shown?.left === 0 ? 120 : 90);
  });

  it('of a source counts the weeks that it covers alone, in person too', () => {
    const source = extract.sources.findIndex((s) => s.module === 'insights');
    const from = extract.sources[source]?.from ?? 0;
    const all = everything(extract);
    const chosen = numbersAt(extract, { ...all, source });
    expect(from).toBe(Math.floor(WEEKS / 2));
    expect(chosen?.inPerson).toBe(counted({ ...all, from }).inPerson);
    expect(chosen?.sources.map((s) => s.source)).toEqual([source]);
    expect(numbersAt(extract, { ...all, source, to: from - 1 })).toBeNull();
  });
});

describe('what is hidden', () => {
  const weekly = (place: { readonly students: readonly number[] }) => unpacked(place.students);

  it('holds no place with a small group in any week', () => {
    for (const place of extract.places)
      for (const n of weekly(place)) expect(groupIsSmall(n ?? 0, LIMIT)).toBe(false);
  });

  it('is never one grade of a school whose total is shown, nor one school of the district', () => {
    const shown = (school: number | null, grade: number | null) =>
      extract.places.some((p) => p.school === school && p.grade === grade);
    const hiddenSchools = extract.schools.flatMap((_, s) => (shown(s, null) ? [] : [s]));
    if (shown(null, null)) expect(hiddenSchools).not.toHaveLength(1);
    extract.schools.forEach((_, s) => {
      const taught = extract.grades.flatMap((__, g) => (isTaught(extract, s, g) ? [g] : []));
      const hidden = taught.filter((g) => !shown(s, g));
      if (shown(s, null)) expect(hidden).not.toHaveLength(1);
    });
    expect(shown(schoolAt(0), extract.grades.indexOf('11'))).toBe(false);
  });

  it('is in no span a count with a small side, or one that the shown ones give away', () => {
    const spans = (WEEKS * (WEEKS + 1)) / 2;
    for (let span = 0; span < spans; span += 1) {
      const meeting = (school: number | null, grade: number | null) => {
        const place = extract.places.find((p) => p.school === school && p.grade === grade);
        return place === undefined
          ? null
          : [unpacked(place.meeting)[span] ?? null, unpacked(place.judged)[span] ?? null];
      };
      for (const p of extract.places) {
        const [part, whole] = meeting(p.school, p.grade) ?? [];
        if (part != null && whole != null) expect(partIsSmall(part, whole, LIMIT)).toBe(false);
      }
      extract.schools.forEach((_, s) => {
        if (meeting(s, null)?.[0] == null) return;
        const taught = extract.grades.flatMap((__, g) => (isTaught(extract, s, g) ? [g] : []));
        expect(taught.filter((g) => meeting(s, g)?.[0] == null)).not.toHaveLength(1);
      });
    }
  });

  it('is also what any other page of the release hides', () => {
    const place = (school: string, grade: string) => ({ school_key: school, grade, school_year: 2026 });
    for (const p of extract.places) {
      const at = place(
        p.school === null ? '' : keyAt(p.school),
        p.grade === null ? '' : (extract.grades[p.grade] ?? ''),
      );
      expect(input.basis.hidden.measure({ ...at, metric: 'enrollment' }, 'judged')).toBeUndefined();
      const reach = input.basis.hidden.measure({ ...at, metric: 'attendance_target' }, 'meeting');
      if (reach !== undefined) expect(unpacked(p.meeting)[WEEKS - 1]).toBeNull();
    }
  });

  it('is hidden on the other pages of the release too', () => {
    const small = input.basis.hidden.measure(
      { school_key: schoolKey(0), grade: '11', school_year: 2026, metric: 'attendance_target' },
      'meeting',
    );
    expect(small).toBeDefined();
    expect(numbersAt(extract, everything(extract))).not.toBeNull();
  });
});

const schoolAt = (i: number): number => extract.schools.findIndex((_, s) => keyAt(s) === schoolKey(i));

describe('packing', () => {
  it('gives back what it was given', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.nat(2000))), (values) => {
        expect(unpacked(packed(values))).toEqual(values);
      }),
    );
  });
});
