// The functions that Step Functions adds to JSONata.
import { describe, expect, it } from '@jest/globals';
import { outputOf, run } from './example-machine.ts';

const output = (expression: string, input: unknown = {}) =>
  outputOf(run({ Only: { Type: 'Pass', Output: `{% ${expression} %}`, End: true } }, input));
const FAILED = 'FAILED States.QueryEvaluationError';

describe('$partition', () => {
  it('cuts an array into parts of the given size; the last may be smaller', async () => {
    expect(await output('$partition([1, 2, 3, 4, 5], 2)')).toEqual([[1, 2], [3, 4], [5]]);
  });

  it('rounds the size down, and refuses less than one', async () => {
    expect(await output('$partition([1, 2, 3], 2.9)')).toEqual([[1, 2], [3]]);
    expect(await output('$partition([1], 0.5)')).toBe(FAILED);
  });
});

describe('$range', () => {
  it('includes both ends when the step meets them', async () => {
    expect(await output('$range(0, 10, 2)')).toEqual([0, 2, 4, 6, 8, 10]);
    expect(await output('$range(5, 1, -2)')).toEqual([5, 3, 1]);
  });

  it('refuses a step of 0 and more than 1,000 numbers', async () => {
    expect(await output('$range(0, 1, 0)')).toBe(FAILED);
    expect(await output('$range(1, 1001, 1)')).toBe(FAILED);
    expect(await output('$count($range(1, 1000, 1))')).toBe(1000);
  });
});

describe('$hash', () => {
  it.each([
    ['MD5', '900150983cd24fb0d6963f7d28e17f72'],
    ['SHA-1', 'a9993e364706816aba3e25717850c26c9cd0d89d'],
    ['SHA-256', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ])('gives the %s of a text in hexadecimal', async (algorithm, digest) => {
    expect(await output(`$hash('abc', '${algorithm}')`)).toBe(digest);
  });

  it('refuses an unknown algorithm', async () => {
    expect(await output("$hash('abc', 'CRC32')")).toBe(FAILED);
  });
});

describe('$random and $uuid', () => {
  it('the same seed gives the same number, 0 ≤ n < 1', async () => {
    const [a, b, c] = [await output('$random(5)'), await output('$random(5)'), await output('$random(6)')];
    expect(a).toBe(b);
    expect(a).not.toBe(c);
    expect(a).toBeGreaterThanOrEqual(0);
    expect(a).toBeLessThan(1);
  });

  it('without a seed they follow the random source of the run', async () => {
    expect(await output('$random()')).toBe(await output('$random()'));
    expect(await output('$uuid()')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });
});

describe('$parse', () => {
  it('reads JSON text', async () => {
    expect(await output('$parse($states.input.text)', { text: '{"a":[1]}' })).toEqual({ a: [1] });
  });

  it('refuses other text without showing it', async () => {
    const end = await run(
      { Only: { Type: 'Pass', Output: '{% $parse($states.input.t) %}', End: true } },
      { t: '{Ada' },
    );
    expect(end).toMatchObject({ error: 'States.QueryEvaluationError' });
    expect(end.status === 'FAILED' && end.cause).not.toContain('Ada');
  });
});

describe('$eval', () => {
  it('is refused before the run', async () => {
    await expect(output("$eval('1')")).rejects.toThrow('$eval is not available');
  });
});

describe('$now and $millis', () => {
  it("follow the machine's clock", async () => {
    expect(await output('$now()')).toMatch(/^2022-02-15T05:30:/);
    expect(await output("$fromMillis($millis(), '[Y0001]-[M01]-[D01]')")).toBe('2022-02-15');
  });
});
