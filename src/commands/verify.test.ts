// `verify` ends with 0 for a text that follows from the facts and with 1 for one that does not, and says which claim.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { SCHOOLS } from '../../test/verify/made-up.ts';
import { templateNarrative } from '../narrate/template.ts';
import { words } from '../words/words.ts';
import { dispatch } from './dispatch.ts';
import { verify } from './verify.ts';

const folder = mkdtempSync(join(tmpdir(), 'verify-'));
afterAll(() => rmSync(folder, { recursive: true }));
const document = SCHOOLS[0]?.document;

async function verified(text: string, more: readonly string[] = [], facts = JSON.stringify(document)) {
  const [f, t] = [join(folder, 'facts.json'), join(folder, 'text.txt')];
  writeFileSync(f, facts);
  writeFileSync(t, text);
  const out: string[] = [];
  const err: string[] = [];
  const words = ['verify', '--facts', f, '--text', t, ...more];
  const code = await dispatch([verify], words, { out: (l) => out.push(l), err: (l) => err.push(l) });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

it('ends with 0 when all follows', async () => {
  const { code, out } = await verified('In 2025-26, 122 of 801 students were chronically absent.');
  expect(code).toBe(0);
  expect(out).toMatch(/follows +number +"122 of 801".* r-[0-9a-f]{16}/);
  expect(out).toContain('All 2 claims follow from the facts.');
});

it('ends with 1 when something does not, and says what', async () => {
  const { code, out } = await verified('En 2025-26, 512 alumnos tuvieron ausencia crónica.', [
    '--lang',
    'es',
  ]);
  expect(code).toBe(1);
  expect(out).toContain('contradicts number      "512" (12-15)  The facts say 122.');
});

it("reads a narrator's JSON, and answers in JSON", async () => {
  if (document === undefined) throw new RangeError('no school');
  const { code, out } = await verified(JSON.stringify(templateNarrative(document, words('en'))), ['--json']);
  expect([code, JSON.parse(out)]).toMatchObject([0, { follows: true, claims: expect.any(Array) }]);
});

it('says so when the file holds no facts, or the language is unknown', async () => {
  expect(await verified('x', [], '{}')).toMatchObject({ code: 1, err: expect.stringContaining('NOT_FACTS') });
  expect((await verified('x', ['--lang', 'fr'])).code).toBe(2);
});
