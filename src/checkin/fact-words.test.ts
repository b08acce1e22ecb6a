// Every sentence that a model of the district or a rule can write about a student has words in each language.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { definitionsRoot } from '../definitions/definitions.ts';
import { words } from '../words/words.ts';
import { factSaid } from './fact-words.ts';

const folder = join(definitionsRoot(), 'models', 'tasks', 'district');

/** Sentences of a task file by fact, with a number in each place. */
const sentencesOf = (toml: string) =>
  toml.split(/^\[/m).flatMap((table) => {
    const fact = /^facts\.(\w+)\]/.exec(table)?.[1];
    return fact === undefined
      ? []
      : [...table.matchAll(/^(?:words|strength) = "(.*)"$/gm)].map(([, said = '']) => ({
          fact,
          words: said.replace(/\{percent:\w+\}/g, '5 %').replace(/\{[^}]+\}/g, '-0.5'),
        }));
  });

const tasks = readdirSync(folder).filter((f) => f.endsWith('.toml'));

describe.each(tasks)('the facts of %s', (file) => {
  const all = sentencesOf(readFileSync(join(folder, file), 'utf8'));

  it('are all found', () => expect(all.length).toBeGreaterThan(9));

  it.each(all)('$fact: $words', (fact) => {
    const said = factSaid(fact, words('es'));
    expect(said.lang).toBe('es');
    const numbers = (text: string) => text.match(/-?\d+(?:\.\d+)?/g);
    expect(numbers(said.text)).toEqual(numbers(fact.words));
  });
});

describe('the facts of rules', () => {
  it.each([
    ['points', 'school days missed plus courses not yet passed this year: 14.5', /14\.5$/],
    ['absence', 'school days missed: 12 of 130 this year', /: 12 de 130 este año$/],
    ['unseen', 'school days missed in a row without a reason recorded: at least 10', /al menos 10$/],
    [
      'incident',
      'an incident of 2026-03-02: fight: hall',
      /^un incidente del 2 de marzo de 2026: fight: hall$/,
    ],
  ])('%s', (fact, sentence, said) => {
    expect(factSaid({ fact, words: sentence }, words('es'))).toEqual({
      text: expect.stringMatching(said),
      lang: 'es',
    });
  });
});

it('leaves a sentence that it does not know in its own language, and says so', () => {
  const fact = { fact: 'absence', words: 'missed {n} days' };
  expect(factSaid(fact, words('es'))).toEqual({ text: 'missed {n} days', lang: 'en' });
  expect(factSaid({ fact: 'toString', words: 'x' }, words('es')).lang).toBe('en');
});
