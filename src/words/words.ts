// What people read, in their language: words('es').say('page.title', {school}).
import { type Language, LOCALES } from './languages.ts';
import { readBack } from './read-back.ts';
import { readWords, type Texts } from './read-words.ts';
import { fill, type Kind, placeholdersOf } from './text.ts';
import { WordsError } from './words-error.ts';

export type Value = string | number | readonly string[];
export type Values = Readonly<Record<string, Value>>;

export interface Words {
  readonly lang: Language;
  /** @throws WordsError when there is no such text, or a value is missing, left over or of the wrong kind. */
  say(key: string, values?: Values): string;
  has(key: string): boolean;
  /** The values of a sentence that this text was filled to; null where it is none of this text, or there is no such text. */
  valuesIn(key: string, sentence: string): Values | null;
  /** At most one decimal. */
  number(value: number): string;
  /** 0 to 100, at most one decimal, halves up. */
  percent(value: number): string;
  /** A day written YYYY-MM-DD, in full. */
  date(day: string): string;
  /** Month and year of a day. */
  month(day: string): string;
  list(items: readonly string[]): string;
}

let texts: Readonly<Record<Language, Texts>> | undefined;
const known = new Map<Language, Words>();

export function words(lang: Language): Words {
  texts ??= readWords();
  const before = known.get(lang) ?? wordsOf(lang, texts[lang]);
  known.set(lang, before);
  return before;
}

/** Words from texts at hand. */
export function wordsOf(lang: Language, all: Texts): Words {
  const locale = LOCALES[lang];
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const long = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const monthly = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' });
  const lists = new Intl.ListFormat(locale);
  const plurals = new Intl.PluralRules(locale);
  const number = (value: number) => plain.format(tenth(value));
  const percent = (value: number) => share.format(tenth(value) / 100);
  const date = (day: string) => long.format(new Date(`${day}T00:00:00Z`));
  const month = (day: string) => monthly.format(new Date(`${day}T00:00:00Z`));

  const write: Record<Kind, (value: Value) => string | undefined> = {
    text: (v) => (typeof v === 'object' ? undefined : typeof v === 'number' ? number(v) : v),
    number: (v) => (typeof v === 'number' && Number.isFinite(v) ? number(v) : undefined),
    percent: (v) => (typeof v === 'number' && Number.isFinite(v) ? percent(v) : undefined),
    date: (v) => (typeof v === 'string' ? date(v) : undefined),
    month: (v) => (typeof v === 'string' ? month(v) : undefined),
    list: (v) => (typeof v === 'object' ? lists.format([...v]) : undefined),
  };

  function say(key: string, values: Values = {}): string {
    const text = all.get(key);
    if (text === undefined) throw new WordsError(lang, key, 'There is no such text.');
    const wanted = placeholdersOf(text);
    const extra = Object.keys(values).find((name) => !wanted.some((p) => p.name === name));
    if (extra) throw new WordsError(lang, key, `The value "${extra}" has no place in the text.`);
    const missing = wanted.find((p) => values[p.name] === undefined);
    if (missing) throw new WordsError(lang, key, `The value "${missing.name}" is missing.`);
    return fill(chosen(key, values), ({ name, kind }) => {
      const value = values[name];
      const written = value === undefined ? undefined : write[kind](value);
      if (written === undefined) throw new WordsError(lang, key, `The value "${name}" is no ${kind}.`);
      return written;
    });
  }

  function chosen(key: string, values: Values): string {
    const text = all.get(key) ?? '';
    if (typeof text === 'string') return text;
    const count = values[text.plural];
    if (typeof count !== 'number') throw new WordsError(lang, key, `"${text.plural}" must be a number.`);
    const form = plurals.select(count);
    return form === 'one' ? text.one : form === 'many' ? (text.many ?? text.other) : text.other;
  }

  return {
    lang,
    say,
    has: (key) => all.has(key),
    valuesIn: (key, sentence) => {
      const text = all.get(key);
      return text === undefined ? null : readBack(text, sentence);
    },
    number,
    percent,
    date,
    month,
    list: (items) => lists.format([...items]),
  };
}

/** Halves up, as docs/metrics.md says of every rate that is shown. */
const tenth = (value: number): number => Math.floor(value * 10 + 0.5) / 10;
