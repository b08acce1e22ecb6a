// A whole report under attack: places, bands, target and groups together, by who knows what the measures mean.
import { describe, expect, it } from '@jest/globals';
import { attack, pinned } from './attacker.ts';
import { reportScene } from './facts-scene.ts';
import { LIMIT } from './scenes.ts';
import { dice } from './shapes.ts';

describe('a report under attack', () => {
  it.each([
    [60, 1],
    [60, 2],
    [40, 3],
    [25, 4],
    [90, 5],
    [140, 6],
  ])('with up to %i students a grade, seed %i, keeps three values for each hidden number', (most, seed) => {
    const { publication, hidden } = reportScene(most, LIMIT, dice(seed));
    expect(publication.cells.some((c) => c.shown === null)).toBe(true);
    expect([hidden.unprotected, pinned(attack(publication))]).toEqual([[], []]);
  });
});
