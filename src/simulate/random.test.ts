/** Draws are the same for the same seed, and independent otherwise. */
import { describe, expect, it } from '@jest/globals';
import { guid, stream } from './random.ts';

describe('A stream of random numbers', () => {
  it('gives the same draw for the same seed, purpose, person and day, in any order', () => {
    const one = stream(7, 'absence');
    const two = stream(7, 'absence');
    const forwards = [0, 1, 2].map((day) => one.uniform(12, day));
    const backwards = [2, 1, 0].map((day) => two.uniform(12, day)).reverse();
    expect(forwards).toEqual(backwards);
  });

  it.each([
    ['another seed', stream(8, 'absence')],
    ['another purpose', stream(7, 'marks')],
    ['a seed that differs above 32 bits', stream(7 + 2 ** 32, 'absence')],
  ])('gives other draws for %s', (_, other) => {
    const same = stream(7, 'absence');
    const equal = Array.from({ length: 100 }, (_, i) => same.word(i, 3) === other.word(i, 3)).filter(Boolean);
    expect(equal).toHaveLength(0);
  });

  it('fills [0, 1) evenly over people and over days', () => {
    const source = stream(7, 'even');
    const bins = new Uint32Array(20);
    for (let a = 0; a < 400; a += 1) {
      for (let b = 0; b < 500; b += 1) {
        const bin = Math.floor(source.uniform(a, b) * 20);
        bins[bin] = (bins[bin] ?? 0) + 1;
      }
    }
    const chi = bins.reduce((sum, n) => sum + (n - 10_000) ** 2 / 10_000, 0);
    // 99.9 % of even streams stay below 43.8 (19 degrees of freedom).
    expect(chi).toBeLessThan(43.8);
  });

  it('does not let two people run in parallel', () => {
    const source = stream(7, 'parallel');
    const firsts = new Map<number, string>();
    let meetings = 0;
    for (let a = 0; a < 2_000; a += 1) {
      for (let b = 0; b < 50; b += 1) {
        const pair = source.word(a, b) ^ Math.imul(source.word(a, b + 1), 31);
        const here = firsts.get(pair);
        if (here !== undefined && here !== `${a}`) meetings += 1;
        firsts.set(pair, `${a}`);
      }
    }
    // 100,000 words of 32 bits meet by chance about once.
    expect(meetings).toBeLessThan(8);
  });

  it('draws normal numbers with mean 0 and variance 1', () => {
    const source = stream(7, 'normal');
    const draws = Array.from({ length: 50_000 }, (_, i) => source.normal(i));
    const mean = draws.reduce((a, b) => a + b, 0) / draws.length;
    const variance = draws.reduce((a, b) => a + (b - mean) ** 2, 0) / draws.length;
    expect(Math.abs(mean)).toBeLessThan(0.02);
    expect(Math.abs(variance - 1)).toBeLessThan(0.03);
  });

  it('makes GUIDs of the usual shape, no two alike among 200,000', () => {
    const source = stream(7, 'guid');
    const made = Array.from({ length: 200_000 }, (_, i) => guid(source, i));
    expect(made[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(made).size).toBe(made.length);
  });
});
