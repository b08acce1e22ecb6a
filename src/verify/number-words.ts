// Numbers as they are written: digits with separators, or words of a language.
import type { Language } from '../words/languages.ts';
import { lexiconOf } from './lexicon.ts';

export interface WrittenNumber {
  readonly start: number;
  readonly end: number;
  readonly readings: readonly { readonly value: number; readonly decimals: number }[];
  /** "one" or "a": a number only beside what it counts. */
  readonly weak: boolean;
}

const DIGITS =
  /(?<![\d.,])\d{1,3}(?:(?:,\d{3})+|(?:\.\d{3})+|(?: \d{3})+)(?:[.,]\d+)?(?![\d])|\d+(?:[.,]\d+)?/g;

/** `folded` is one sentence; what stands in `taken` has been read as something else. */
export function writtenNumbers(folded: string, lang: Language, taken: readonly boolean[]): WrittenNumber[] {
  const free = (m: RegExpExecArray) => !taken.slice(m.index, m.index + m[0].length).some(Boolean);
  const digits = [...folded.matchAll(DIGITS)].filter(free).map((m) => inDigits(folded, m, lang));
  return [...digits, ...inWords(folded, lang, taken)].sort((a, b) => a.start - b.start);
}

function inDigits(folded: string, m: RegExpExecArray, lang: Language): WrittenNumber {
  const end = m.index + m[0].length;
  const times = /^ ?(?:(thousand|mil)|(million(?:es)?)|(k))\b/.exec(folded.slice(end));
  const factor = times === null ? 1 : times[2] ? 1_000_000 : 1000;
  return {
    start: m.index,
    end: end + (times?.[0].length ?? 0),
    readings: digitReadings(m[0], lang).map((r) => ({ ...r, value: r.value * factor })),
    weak: false,
  };
}

/** A comma parts thousands and a point decimals; in Spanish a text may do it the other way round. */
export function digitReadings(text: string, lang: Language): { value: number; decimals: number }[] {
  const read = (thousands: string, decimal: string) => {
    const plain = text.replaceAll(thousands, '').replaceAll(' ', '').replace(decimal, '.');
    const grouped = text.includes(thousands);
    const wellGrouped = new RegExp(`^\\d{1,3}(?:[${thousands} ]\\d{3})+(?:[${decimal}]\\d+)?$`).test(text);
    if (!/^\d+(?:\.\d+)?$/.test(plain) || (grouped && !wellGrouped)) return [];
    return [{ value: Number(plain), decimals: plain.split('.')[1]?.length ?? 0 }];
  };
  const usual = read(',', '.');
  if (lang === 'en') return usual;
  return [...usual, ...read('.', ',')].filter((r, i, all) => all.findIndex((o) => o.value === r.value) === i);
}

function inWords(folded: string, lang: Language, taken: readonly boolean[]): WrittenNumber[] {
  const { numberWords, joins } = lexiconOf(lang);
  const found: WrittenNumber[] = [];
  let run: RegExpExecArray[] = [];
  const close = () => {
    const [first, last] = [run[0], run.at(-1)];
    if (first && last) found.push(spoken(folded, first.index, run, numberWords));
    run = [];
  };
  for (const m of folded.matchAll(/[a-z]+/g)) {
    if (run.length > 0 && /^(?:and|y)$/.test(m[0])) continue;
    const perHundred = /\bp[eo]r $/.test(folded.slice(0, m.index));
    const known = Object.hasOwn(numberWords, m[0]) && !taken[m.index] && !perHundred;
    const previous = run.at(-1);
    if (previous) {
      const between = folded.slice(previous.index + previous[0].length, m.index);
      const value = numberWords[m[0]] ?? 0;
      const fits = joins.test(between) && follows(numberWords[previous[0]] ?? 0, value, between);
      if (!known || !fits) close();
    }
    if (known) run.push(m);
  }
  close();
  return found;
}

/** "twenty two" and "two hundred" are one number; "two three" and "5 and 7" are two. */
function follows(before: number, now: number, between: string): boolean {
  if (now >= 100) return before < now;
  if (before >= 100) return true;
  return before >= 20 && now < 10 && before % 10 === 0 && (between !== ' and ' || now > 0);
}

function spoken(
  folded: string,
  start: number,
  run: readonly RegExpExecArray[],
  values: Readonly<Record<string, number>>,
): WrittenNumber {
  let total = 0;
  let part = 0;
  for (const [word] of run) {
    const value = values[word] ?? 0;
    if (value >= 1000) {
      total += Math.max(part, 1) * value;
      part = 0;
    } else if (value === 100 && part > 0 && part < 10) part *= 100;
    else if ((value === 12 && word !== 'twelve' && word !== 'doce') || word === 'score')
      part = Math.max(part, 1) * value;
    else part += value;
  }
  const last = run.at(-1);
  const end = (last?.index ?? start) + (last?.[0].length ?? 0);
  const tail = /^ (?:point|punto|coma) ([a-z]+)/.exec(folded.slice(end));
  const tenths = tail?.[1] === undefined ? undefined : values[tail[1]];
  const decimal = tail !== null && tenths !== undefined && tenths < 10;
  return {
    start,
    end: end + (decimal ? tail[0].length : 0),
    readings: [{ value: total + part + (decimal ? tenths / 10 : 0), decimals: decimal ? 1 : 0 }],
    weak: run.length === 1 && /^(?:one|un|uno|una|score)$/.test(run[0]?.[0] ?? ''),
  };
}
