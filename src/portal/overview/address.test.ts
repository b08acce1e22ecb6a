// The address of a choice leads back to the same choice, and what it does not know is everything.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { filterOf, overviewAddress, queryOf } from './address.ts';
import type { Extract } from './extract.ts';
import { everything, type Filter } from './select.ts';

const extract: Extract = {
  release: 'r000001-2026-03-13',
  weeks: ['2026-02-02', '2026-02-09', '2026-02-16', '2026-02-23'],
  daysOff: {},
  schools: [
    { slug: 'a-1', name: 'A' },
    { slug: 'x0123', name: 'B & C' },
  ],
  grades: ['KG', '01', 'not stated'],
  sources: [{ module: 'clever', from: 0, to: 3, timed: true }],
  target: 90,
  online: 60,
  taught: [[0], [1, 2]],
  places: [],
};

const choices = fc
  .record({
    school: fc.option(fc.nat(1)),
    grade: fc.option(fc.nat(2)),
    source: fc.option(fc.nat(0)),
    a: fc.nat(3),
    b: fc.nat(3),
  })
  .map(({ a, b, ...rest }): Filter => ({ ...rest, from: Math.min(a, b), to: Math.max(a, b) }));

const read = (query: string) => {
  const asked = new URLSearchParams(query);
  return filterOf(extract, (name) => asked.get(name));
};

describe('an address', () => {
  it('leads back to its choice', () => {
    fc.assert(
      fc.property(choices, (filter) => {
        expect(read(queryOf(extract, filter))).toEqual(filter);
        const url = new URL(overviewAddress(extract, filter), 'https://portal.example');
        expect(read(url.search)).toEqual(filter);
      }),
    );
  });

  it('without filters is everything, and so is a filter for what is not there', () => {
    expect(queryOf(extract, everything(extract))).toBe('');
    expect(read('?school=nowhere&grade=13')).toEqual(everything(extract));
  });

  it('with its weeks the wrong way round is the same choice', () => {
    expect(read('?from=2026-02-16&to=2026-02-09')).toMatchObject({ from: 1, to: 2 });
  });
});
