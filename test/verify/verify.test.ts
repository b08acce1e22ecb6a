// The verifier lets no planted lie pass and stands in nobody's way who tells the truth.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { factsDocumentSchema } from '../../src/facts/facts-document.ts';
import { holds, verify } from '../../src/verify/verify.ts';
import { languageSchema } from '../../src/words/languages.ts';
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

describe('texts about one school, written by hand', () => {
  const read = (file: string) => readFileSync(join(import.meta.dirname, file), 'utf8');
  const document = factsDocumentSchema.parse(JSON.parse(read('oak-hill.json')));
  const told = (file: string) =>
    read(file)
      .trim()
      .split('\n')
      .map((line) => ({ lang: languageSchema.parse(line.slice(0, 2)), text: line.slice(4) }))
      .map((t) => ({ ...t, good: holds(verify(document, t.text, t.lang)) }));

  it('are caught when they lie', () => {
    expect(told('oak-hill-lies.txt').filter((t) => t.good)).toEqual([]);
  });

  it('pass when they are true, all but one at most', () => {
    const row = told('oak-hill-honest.txt');
    const refused = row.filter((t) => !t.good).map((t) => t.text);
    process.stdout.write(`\nHonest texts refused, by hand: ${refused.length} of ${row.length}\n`);
    expect(refused.slice(1)).toEqual([]);
  });
});

describe('a claim', () => {
  const document = SCHOOLS[0]?.document;
  if (document === undefined) throw new RangeError('no school');

  it('has its place in the text, its verdict and the receipts of its facts', () => {
    const text = 'We looked. In 2025-26, 512 students were chronically absent.';
    const claim = verify(document, text, 'en').find((c) => c.kind === 'number');
    const fact = document.facts.find((f) => f.metric === 'chronic_absence' && f.aspect === 'count');
    expect(claim).toMatchObject({ claim: '512', verdict: 'contradicts', by: [fact?.receipt] });
    expect(text.slice(claim?.start, claim?.end)).toBe('512');
  });

  it('about a hidden number never tells its value or the size of its group', () => {
    for (const c of verify(document, 'In grade 11, 9 of 20 students were chronically absent.', 'en')) {
      expect(c.why).not.toMatch(/\d/);
    }
  });

  it.each([
    '1\u200b22 students were chronically absent.',
    'In 2025-26, 122 students wеre chronically absent.',
  ])('that hides signs is not let through: %j', (text) =>
    expect(holds(verify(document, text, 'en'))).toBe(false),
  );
});
