// The verifier lets no planted lie pass and stands in nobody's way who tells the truth.
import { describe, expect, it } from '@jest/globals';
import { holds, verify } from '../../src/verify/verify.ts';
import { truthsAbout } from './honest.ts';
import { liesAbout } from './lies.ts';
import { SCHOOLS } from './made-up.ts';

describe('planted lies', () => {
  const told = SCHOOLS.flatMap((m) =>
    liesAbout(m).map((lie) => ({ ...lie, caught: !holds(verify(m.document, lie.text, lie.lang)) })),
  );

  it('are caught, every one of every kind', () => {
    const kinds = [...new Set(told.map((t) => t.kind))];
    const rows = kinds.map((kind) => {
      const own = told.filter((t) => t.kind === kind);
      return `${kind.padEnd(40)} ${String(own.filter((t) => t.caught).length).padStart(3)} of ${own.length}`;
    });
    process.stdout.write(`\nPlanted lies caught, by kind\n${rows.join('\n')}\n`);
    expect(kinds.length).toBeGreaterThanOrEqual(12);
    expect(new Set(told.map((t) => t.text)).size).toBeGreaterThanOrEqual(60);
    expect(told.filter((t) => !t.caught).map((t) => t.text)).toEqual([]);
  });
});

describe('honest texts', () => {
  const told = SCHOOLS.flatMap((m) =>
    truthsAbout(m).map((t) => ({
      ...t,
      wrong: verify(m.document, t.text, t.lang).filter((c) => c.verdict !== 'follows'),
    })),
  );

  it('pass, all but one at most', () => {
    const refused = told.filter((t) => t.wrong.length > 0);
    process.stdout.write(`\nHonest texts refused: ${refused.length} of ${told.length}\n`);
    expect(new Set(told.map((t) => t.text)).size).toBeGreaterThanOrEqual(60);
    expect(
      refused.map((t) => ({ text: t.text, wrong: t.wrong.map((c) => `${c.kind} ${c.claim}: ${c.why}`) })),
    ).toEqual([]);
  });
});
