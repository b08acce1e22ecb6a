// Every text is there in both languages, said in plain and kind words, and used.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { definitionsRoot } from '../definitions/definitions.ts';
import { bannedIn } from './banned.ts';
import { LANGUAGES, type Language } from './languages.ts';
import { differences, parseWords, readWords, type Texts } from './read-words.ts';
import { countReading, gradeOf, inflesz, sentencesOf, wordsIn } from './reading.ts';
import { fill, formsOf, type Kind } from './text.ts';
import { words, wordsOf } from './words.ts';

const root = definitionsRoot();
const all = readWords();

const SAMPLE: Readonly<Record<Kind, string>> = {
  text: 'Oak',
  number: '12',
  percent: '12%',
  date: 'May 9',
  month: 'May',
  list: 'Oak',
};

/** A text as it may be read, with short values in its places. */
const asRead = (texts: Texts) =>
  [...texts].flatMap(([key, text]) =>
    formsOf(text).map((form) => ({ key, text: fill(form, ({ kind }) => SAMPLE[kind]) })),
  );

describe('saying a text', () => {
  const of = (yaml: string, lang: Language = 'en') => wordsOf(lang, parseWords(yaml, lang));
  const plural =
    "page: {left: {plural: n, one: '{n:number} day is left', other: '{n:number} days are left'}}";

  it('puts values where the text wants them, in the form of the language', () => {
    const yaml = "page: {a: '{who}, {rate:percent} of {n:number} until {day:date}: {what:list}'}";
    const values = { who: 'Oak', rate: 12.345, n: 1234, day: '2026-03-09', what: ['a', 'b'] };
    expect(of(yaml).say('page.a', values)).toBe('Oak, 12.3% of 1,234 until March 9, 2026: a and b');
    expect(of(yaml, 'es').say('page.a', values)).toBe('Oak, 12.3% of 1,234 until 9 de marzo de 2026: a y b');
  });

  it.each([
    [0, '0 days are left'],
    [1, '1 day is left'],
    [2, '2 days are left'],
  ])('chooses the plural of %d', (n, said) => expect(of(plural).say('page.left', { n })).toBe(said));

  it('shows halves of a tenth upwards, as the measures do', () => {
    expect([of('').percent(12.25), of('').percent(89.95), of('').number(0.05)]).toEqual([
      '12.3%',
      '90%',
      '0.1',
    ]);
  });

  it.each([
    ['an unknown key', 'page.none', {}],
    ['a missing value', 'page.left', {}],
    ['a value too many', 'page.left', { n: 1, m: 2 }],
    ['a value of the wrong kind', 'page.left', { n: 'one' }],
  ])('refuses %s', (_, key, values) => {
    expect(() => of(plural).say(key, values)).toThrow(/There is no such text|missing|no place|number/);
  });

  it.each(["page: {a: '{N}'}", "page: {a: '{n:money}'}", 'page: {a: ""}', 'page: {A: x}', 'other: {a: b}'])(
    'refuses the file %s',
    (yaml) => expect(() => parseWords(yaml, 'en')).toThrow(),
  );

  it('says which language lacks a key or a placeholder', () => {
    const [en, es] = [parseWords("page: {a: '{n}', b: x}", 'en'), parseWords("page: {a: '{m}'}", 'es')];
    expect(differences({ en, es }).map((d) => `${d.lang} ${d.key}`)).toEqual([
      'en page.a',
      'es page.a',
      'es page.b',
    ]);
  });
});

describe.each(LANGUAGES)('the texts in %s', (lang) => {
  const texts = asRead(all[lang]);

  it('say no banned word', () => {
    expect(texts.flatMap(({ key, text }) => bannedIn(text, lang).map((b) => ({ key, ...b })))).toEqual([]);
  });

  it('have no sentence over 25 words', () => {
    const long = texts.flatMap(({ key, text }) =>
      sentencesOf(text).flatMap((s) => (wordsIn(s).length > 25 ? [{ key, sentence: s }] : [])),
    );
    expect(long).toEqual([]);
  });

  const sections = [...new Set(texts.map(({ key }) => key.split('.')[0] ?? ''))];
  it.each(sections)('of "%s" read easily enough', (section) => {
    // Labels of a word or two are no reading; a section is judged when it holds enough words to judge.
    const sentences = texts
      .filter((t) => t.key.startsWith(`${section}.`))
      .flatMap((t) => sentencesOf(t.text))
      .filter((s) => wordsIn(s).length >= 4);
    const counted = countReading(sentences, lang);
    if (counted.words < 50) return;
    const family = section === 'family';
    if (lang === 'en') expect(gradeOf(counted)).toBeLessThanOrEqual(family ? 6 : 8);
    else expect(inflesz(counted)).toBeGreaterThanOrEqual(family ? 65 : 55);
  });
});

describe('the formulas', () => {
  it('agree with counts by hand', () => {
    expect(countReading(['The cat sat on the mat. Attendance matters.'], 'en')).toEqual({
      sentences: 2,
      words: 8,
      syllables: 11,
    });
    expect(countReading(['La escuela abre cada día. Queremos oír su opinión.'], 'es')).toEqual({
      sentences: 2,
      words: 9,
      syllables: 19,
    });
  });
});

describe('every text', () => {
  const built = z
    .array(z.strictObject({ begins: z.string(), by: z.string() }))
    .parse(parse(readFileSync(join(root, 'words', 'built-keys.yaml'), 'utf8')));

  it('is used: its key stands in the code, or words/built-keys.yaml says who builds it', () => {
    const code = ['src', 'lambdas', 'lib', 'bin']
      .flatMap((folder) =>
        readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
          .filter((f) => f.endsWith('.ts') && !f.endsWith('.test.ts'))
          .map((f) => readFileSync(join(root, folder, f), 'utf8')),
      )
      .join('\n');
    const unused = [...all.en.keys()].filter(
      (key) => !built.some((b) => key.startsWith(b.begins)) && !code.includes(`'${key}'`),
    );
    expect(unused).toEqual([]);
  });

  it('is found by the reader of the product', () => {
    for (const lang of LANGUAGES) expect(words(lang).say('reasons.too_early').length).toBeGreaterThan(10);
  });
});
