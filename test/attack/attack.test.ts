// The attacker breaks suppression as it is often done, and leaves every hidden cell of ours three values or more.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { schoolGradeTable } from '../../src/suppress/school-grade-table.ts';
import { attack, pinned } from './attacker.ts';
import { rowsOnly, smallOnly } from './naive.ts';
import { publish } from './publication.ts';
import { weeksSoFar } from './releases.ts';
import { bands, broken, LIMIT, ours, reportsOf } from './scenes.ts';
import { dice, districtRows, smallRows } from './shapes.ts';

const five = schoolGradeTable(districtRows(5, ['chronic_absence'], dice(1)));

describe('the attacker breaks', () => {
  it('small groups hidden alone, by subtraction', () => {
    expect(broken(five, smallOnly(five, LIMIT)).length).toBeGreaterThan(0);
  });

  it('one more hidden in each row, by the columns', () => {
    expect(broken(five, rowsOnly(five, LIMIT)).length).toBeGreaterThan(0);
  });

  it('sums so far, of which each looks large enough, by taking one week from the next', () => {
    const table = weeksSoFar(3, 4, dice(5));
    expect(broken(table, smallOnly(table, LIMIT)).length).toBeGreaterThan(0);
  });

  it.each(['small groups only', 'each report alone'] as const)(
    'a report a day that each look at themselves only (%s), by the one before',
    (rule) => {
      expect(reportsOf(rule, 2, dice(136)).flatMap((day) => day.pinned).length).toBeGreaterThan(0);
    },
  );
});

describe('every hidden cell of ours keeps three values', () => {
  const seeds = fc.integer({ min: 1, max: 2 ** 31 });

  it('in small tables of any shape', () => {
    const shape = fc.tuple(
      seeds,
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 4 }),
      fc.constantFrom(6, 12, 30, 60),
    );
    fc.assert(
      fc.property(shape, ([seed, schools, grades, most]) => {
        const table = schoolGradeTable(smallRows(schools, grades, most, dice(seed)));
        const { hidden, unprotected } = ours(table);
        // What cannot be proven is said, and then everything that hangs together with it is hidden.
        expect(broken(table, hidden).filter((id) => !unprotected.includes(id))).toEqual([]);
      }),
      { seed: 41, numRuns: 30 },
    );
  });

  it('in a district of five schools', () => {
    const { hidden, unprotected } = ours(five);
    expect([unprotected, broken(five, hidden)]).toEqual([[], []]);
  });

  it('in bands of the same students cut three ways', () => {
    const table = bands(2, 150, dice(3));
    const { hidden, unprotected } = ours(table);
    expect([unprotected, broken(table, hidden)]).toEqual([[], []]);
  });

  it('in week after week of sums so far', () => {
    for (const seed of [5, 36, 67]) {
      const table = weeksSoFar(3, 4, dice(seed));
      expect(broken(table, ours(table).hidden)).toEqual([]);
    }
  });

  it('in a report a day, each read as one with that before', () => {
    const days = [136, 267, 791].flatMap((seed) => reportsOf('ours', 4, dice(seed)));
    expect(days.flatMap((day) => [...day.pinned, ...day.unprotected])).toEqual([]);
  });

  it('in a district of fifty schools, of which every ninth hidden cell is attacked', () => {
    const table = schoolGradeTable(districtRows(50, ['chronic_absence'], dice(2)));
    const { hidden, unprotected } = ours(table);
    const some = new Set([...hidden.keys()].filter((_, i) => i % 9 === 0));
    expect([unprotected, pinned(attack(publish(table, hidden, LIMIT), some))]).toEqual([[], []]);
  });
});
