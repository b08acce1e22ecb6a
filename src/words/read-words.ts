// Reads words/<language>.yaml into texts by key, and says where two languages differ.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { definitionsRoot } from '../definitions/definitions.ts';
import { LANGUAGES, type Language } from './languages.ts';
import { isPlural, oddBraces, placeholdersOf, pluralSchema, type Text } from './text.ts';
import { WordsError } from './words-error.ts';

/** Each section is the text of one place where people read. */
export const SECTIONS = [
  'page',
  'sheet',
  'family',
  'portal',
  'checkin',
  'notify',
  'letter',
  'narrative',
  'reasons',
] as const;

export type Texts = ReadonlyMap<string, Text>;

const fileSchema = z.partialRecord(z.enum(SECTIONS), z.record(z.string(), z.unknown()));
const name = /^[a-z][a-z0-9_]*$/;

/** @throws WordsError for what is no text, and for a key or placeholder that the other language has not. */
export function readWords(folder = join(definitionsRoot(), 'words')): Readonly<Record<Language, Texts>> {
  const read = (lang: Language) => parseWords(readFileSync(join(folder, `${lang}.yaml`), 'utf8'), lang);
  const all = { en: read('en'), es: read('es') };
  const [problem] = differences(all);
  if (problem) throw new WordsError(problem.lang, problem.key, problem.what);
  return all;
}

/** Texts by key, such as `page.title`. @throws WordsError */
export function parseWords(yaml: string, lang: Language): Texts {
  const file = fileSchema.safeParse(parse(yaml) ?? {});
  if (!file.success) throw new WordsError(lang, 'top', file.error.issues[0]?.message ?? 'unreadable');
  const texts = new Map<string, Text>();
  gather(file.data, '', lang, texts);
  return texts;
}

function gather(node: object, above: string, lang: Language, into: Map<string, Text>): void {
  for (const [key, value] of Object.entries(node)) {
    const path = above === '' ? key : `${above}.${key}`;
    if (!name.test(key)) throw new WordsError(lang, path, 'A key is lower-case letters, digits and _.');
    if (typeof value === 'object' && value !== null && !isPlural(value)) gather(value, path, lang, into);
    else into.set(path, textOf(value, path, lang));
  }
}

function textOf(value: unknown, path: string, lang: Language): Text {
  const text = z.union([z.string().trim().min(1), pluralSchema]).safeParse(value);
  if (!text.success) throw new WordsError(lang, path, 'This is neither a text nor a plural.');
  const [odd] = oddBraces(text.data);
  if (odd) throw new WordsError(lang, path, `${odd} is no placeholder.`);
  return text.data;
}

export interface Difference {
  readonly lang: Language;
  readonly key: string;
  readonly what: string;
}

export function differences(all: Readonly<Record<Language, Texts>>): readonly Difference[] {
  return LANGUAGES.flatMap((lang) =>
    LANGUAGES.filter((other) => other !== lang).flatMap((other) =>
      [...all[other]].flatMap(([key, text]): Difference[] => {
        const own = all[lang].get(key);
        if (own === undefined) return [{ lang, key, what: `There is no text; ${other}.yaml has one.` }];
        const [a, b] = [shape(own), shape(text)];
        return a === b ? [] : [{ lang, key, what: `Placeholders are ${a}, those of ${other}.yaml ${b}.` }];
      }),
    ),
  );
}

const shape = (text: Text): string =>
  placeholdersOf(text)
    .map((p) => `{${p.name}:${p.kind}}`)
    .join(' ') || 'none';
