// Spellings of one id have one normal form, and one pseudonym a district, id system and key version.

import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openSession, type Session } from '../adapters/duckdb.ts';
import { literal } from '../sql-text/sql-text.ts';
import { type NormalStep, normalFormSql, pseudonymOf } from './pseudonym.ts';

let session: Session;
beforeAll(async () => {
  session = await openSession({ tempDir: tmpdir() });
});
afterAll(() => session.close());

const normal = async (text: string, ...steps: NormalStep[]) => {
  const [row] = await session.rows(`select ${normalFormSql(literal(text), steps)} as id`);
  return row?.id;
};

describe('the normal form of an id', () => {
  it.each<[string, NormalStep[], string]>([
    ['  ST100 ', ['trim', 'lower'], 'st100'],
    ['{16482236-5935-481D}', ['lower', 'no_dashes'], '164822365935481d'],
    ['000123', ['strip_leading_zeros'], '123'],
    ['st0100012', ['strip_leading_zeros'], 'st100012'],
    ['000', ['strip_leading_zeros'], '0'],
    ['100', ['strip_leading_zeros'], '100'],
    ['00a1', ['strip_leading_zeros'], '00a1'],
  ])('of %j by %j is %j', async (text, steps, form) => {
    expect(await normal(text, ...steps)).toBe(form);
  });

  it('keeps zeros that nobody asked to drop', async () => {
    expect(await normal('0123', 'trim', 'lower')).toBe('0123');
  });
});

describe('a pseudonym', () => {
  const [one, other] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];

  it('is the same for the same id, and another under another key', () => {
    expect(pseudonymOf(one, 'st1')).toBe(pseudonymOf(one, 'st1'));
    expect(pseudonymOf(one, 'st1')).not.toBe(pseudonymOf(other, 'st1'));
    expect(pseudonymOf(one, 'st1')).toMatch(/^[0-9a-f]{32}$/);
  });

  it('is the start of HMAC-SHA-256 (RFC 4231, case 2)', () => {
    const mac = pseudonymOf(Buffer.from('Jefe'), 'what do ya want for nothing?');
    expect(mac).toBe('5bdcc146bf60754e6a042426089575c7');
  });
});
