/** Absences come from the written hazard, and the programme has the effect that the truth says. */
import { describe, expect, it } from '@jest/globals';
import { absenceHazard, dayLogit, placeLogit } from './absence-hazard.ts';
import { isOpenFor } from './calendar.ts';
import { districtOf } from './district.ts';
import { weeksInYear } from './engagement.ts';
import { isAbsence } from './presence.ts';
import { truthModel } from './truth-model.ts';

const seed = 11;
const district = districtOf({ students: 3000, schools: 5, years: 1, seed });
const { roll, presence, year } = district.current;
const width = year.days.length;
const stateAt = (row: number, position: number): number => presence.cells[row * width + position] ?? 0;

describe('A presence table', () => {
  it('has a state for each enrolled day on which the school was open, and for no other', () => {
    roll.stints.forEach((stint, row) => {
      for (let position = 0; position < width; position += 1) {
        const inside =
          position >= stint.from && position < stint.to && isOpenFor(year, stint.school, position);
        if ((stateAt(row, position) !== 0) !== inside) throw new Error(`row ${row}, position ${position}`);
      }
    });
  });

  it('comes from the hazard that the truth writes down', () => {
    const days = year.days.map((day, i) => dayLogit(day, year.first, year.remote.has(i)));
    for (const row of [0, 500, 1999]) {
      const stint = roll.stints[row];
      if (stint === undefined) continue;
      let absentYesterday = false;
      let sum = 0;
      for (let position = stint.from; position < stint.to; position += 1) {
        if (!isOpenFor(year, stint.school, position)) continue;
        const { logit, week } = days[position] ?? { logit: 0, week: 0 };
        sum += absenceHazard({
          place: placeLogit(seed, stint.school, stint.grade),
          day: logit,
          engagement: roll.engagement[stint.seat * weeksInYear + week] ?? 0,
          absentYesterday,
          treated: presence.arm[stint.seat] === 1 && position >= truthModel.intervention.firstDay,
        });
        absentYesterday = isAbsence(stateAt(row, position));
      }
      expect(presence.expected[row]).toBeCloseTo(sum, 3);
    }
  });

  it('has as many absences as the hazards add up to', () => {
    const expected = presence.expected.reduce((a, b) => a + b, 0);
    const seen = presence.cells.reduce((n, state) => n + (isAbsence(state) ? 1 : 0), 0);
    // Given its past each day is a draw of its own, so the variance is at most the expected number.
    expect(Math.abs(seen - expected)).toBeLessThan(4 * Math.sqrt(expected));
  });

  it('shows the planted effect between the two arms of the lot', () => {
    const { firstDay, effect } = truthModel.intervention;
    const odds = ([1, 2] as const).map((arm) => {
      let absent = 0;
      let present = 0;
      roll.stints.forEach((stint, row) => {
        if (presence.arm[stint.seat] !== arm) return;
        for (let position = Math.max(firstDay, stint.from); position < stint.to; position += 1) {
          const state = stateAt(row, position);
          if (isAbsence(state)) absent += 1;
          else if (state !== 0) present += 1;
        }
      });
      return Math.log(absent / present);
    });
    const shift = (odds[0] ?? 0) - (odds[1] ?? 0);
    // Days in a row hang together, so the marginal effect is larger than the one of a single day.
    expect(shift).toBeLessThan(effect * 0.6);
    expect(shift).toBeGreaterThan(effect * 2.2);
  });

  it('goes with use of the portal: the more engaged are there more often and online more often', () => {
    const order = roll.stints
      .map((stint, row) => ({ row, e: district.current.learning.engagement[stint.seat] ?? 0 }))
      .sort((a, b) => a.e - b.e);
    const third = Math.floor(order.length / 3);
    const use = (part: typeof order): { absent: number; online: number } => {
      let absent = 0;
      let online = 0;
      for (const { row } of part) {
        for (let position = 0; position < width; position += 1) {
          if (isAbsence(stateAt(row, position))) absent += 1;
          if (district.current.usage.portal(row, year.days[position] ?? 0) > 0) online += 1;
        }
      }
      return { absent, online };
    };
    const [low, high] = [use(order.slice(0, third)), use(order.slice(-third))];
    expect(low.absent).toBeGreaterThan(high.absent * 1.5);
    expect(high.online).toBeGreaterThan(low.online * 1.2);
  });
});
