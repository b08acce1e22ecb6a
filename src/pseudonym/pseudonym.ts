// A pseudonym: a keyed, one-way stand-in for an id, equal wherever the same id of the same system occurs.
import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';

export type NormalStep = 'trim' | 'lower' | 'no_dashes' | 'strip_leading_zeros';

/** Length in hexadecimal digits: 128 bits, far beyond any chance of two ids meeting. */
const PSEUDONYM_DIGITS = 32;

/** HMAC-SHA-256 (FIPS 198-1) under the subkey of the district, id system and key version. */
export function pseudonymOf(subkey: Buffer, normalId: string): string {
  return createHmac('sha256', keyObject(subkey))
    .update(normalId, 'utf8')
    .digest('hex')
    .slice(0, PSEUDONYM_DIGITS);
}

const keyObjects = new WeakMap<Buffer, KeyObject>();

/** Making the key's object costs several times what the HMAC of one id costs. */
function keyObject(subkey: Buffer): KeyObject {
  const known = keyObjects.get(subkey) ?? createSecretKey(subkey);
  keyObjects.set(subkey, known);
  return known;
}

/** The normal form of an id as an SQL expression over `text`, so that spellings of one id meet. */
export function normalFormSql(text: string, steps: readonly NormalStep[]): string {
  return steps.reduce((sql, step) => normalStepSql(sql, step), text);
}

function normalStepSql(sql: string, step: NormalStep): string {
  switch (step) {
    case 'trim':
      return `trim(${sql})`;
    case 'lower':
      return `lower(${sql})`;
    case 'no_dashes':
      return `translate(${sql}, '-{}', '')`;
    case 'strip_leading_zeros':
      // Also behind a prefix of letters ("st00123"); the last digit stays, and so does any other shape.
      return `regexp_replace(${sql}, '^([A-Za-z]*)0+([0-9]+)$', '\\1\\2')`;
  }
}
