// Finds words that the reader could not place: beside a number or a measure each word must be known to say nothing else.
import type { Language } from '../words/languages.ts';
import type { ClaimKind } from './claim.ts';
import { Taken } from './find-things.ts';
import { type Lexicon, lexiconOf } from './lexicon.ts';
import type { NumberMention } from './mention.ts';
import { placesOf } from './plain.ts';
import { UNSAID_EN } from './plain-en.ts';
import { UNSAID_ES } from './plain-es.ts';
import type { Unsaid } from './unsaid.ts';

export interface Unplaced {
  readonly kind: ClaimKind;
  readonly start: number;
  readonly end: number;
  readonly why: string;
}

export interface Reading {
  /** What mentions and claims have read; "not" before a measure, a change or a comparison has been heeded. */
  readonly spans: readonly { readonly start: number; readonly end: number; readonly heedsNot: boolean }[];
  readonly numbers: readonly NumberMention[];
  /** A measure, a number, a change or a state is spoken of. */
  readonly tells: boolean;
  /** A source, a day or a state of the data is spoken of. */
  readonly ofData: boolean;
  readonly changes: boolean;
}

const unsaidIn = (lang: Language): Unsaid => (lang === 'en' ? UNSAID_EN : UNSAID_ES);

const WORD = /[a-z][a-z'-]*[a-z]|[a-z]/;

export function unplacedWords(text: string, lang: Language, reading: Reading): readonly Unplaced[] {
  const said = unsaidIn(lang);
  const asks = /\?\s*$/.test(text);
  const read = readSoFar(text, lexiconOf(lang), said, reading);
  const found: Unplaced[] = [];
  const mark = (kind: ClaimKind, pattern: RegExp, why: string, is: (at: number) => boolean = () => true) => {
    for (const m of placesOf(pattern, text)) {
      const end = m.index + m[0].length;
      if (!read.free(m.index, end) || !is(m.index)) continue;
      read.take(m.index, end);
      found.push({ kind, start: m.index, end, why });
    }
  };
  const open = asks && reading.numbers.length === 0;
  if (reading.tells && !open) mark('period', said.times, 'The facts have no such period.');
  for (const { unit, start, end } of reading.changes ? [] : reading.numbers)
    if (/^(?:years|months|weeks|days)$/.test(unit ?? '') && said.lasting.test(text.slice(0, start)))
      found.push({ kind: 'period', start, end, why: 'The facts do not say how long.' });
  mark('word', said.claims, 'No fact says so.', (at) => !disclaimed(text.slice(0, at), lang));
  if (open || (!reading.tells && (said.urges.test(text) || said.disclaims.test(text)))) return found;
  const known = (word: string) =>
    said.plain.has(word) ||
    ((reading.ofData || !reading.tells) && said.around.has(word)) ||
    (asks && said.asking.has(word));
  for (const m of placesOf(WORD, text)) {
    const end = m.index + m[0].length;
    if (read.at[m.index] || read.at[end - 1] || m[0].split(/[-']/).every(known)) continue;
    found.push({ kind: 'word', start: m.index, end, why: 'The facts do not say this.' });
  }
  return found;
}

/** "They do not show whether it works": as far as the next part of the sentence. */
export function disclaimed(before: string, lang: Language): boolean {
  const m = unsaidIn(lang).disclaims.exec(before);
  return m !== null && !/[,;:]|\b(?:but|and|yet|pero|y|sino)\b/.test(before.slice(m.index + m[0].length));
}

/** Mentions and claims, the unit after a number, and the "not" that a measure or a change has heeded. */
function readSoFar(text: string, lx: Lexicon, said: Unsaid, { spans, numbers, changes }: Reading): Taken {
  const read = new Taken(text.length);
  const taking = (m: RegExpExecArray | null, from = 0) => {
    if (m !== null) read.take(from + m.index, from + m.index + m[0].length);
  };
  for (const { start, end, heedsNot } of spans) {
    read.take(start, end);
    const not = !heedsNot ? null : lx.negation.exec(text.slice(0, start));
    if (not) read.take(not.index, not.index + (/^[a-z']+(?: longer)?/.exec(not[0])?.[0].length ?? 0));
  }
  for (const n of numbers) {
    const rest = text.slice(n.end);
    for (const [word, unit] of lx.units) {
      const m = unit === n.unit ? word.exec(rest) : null;
      if (m) read.take(n.end + m[0].search(/[a-z]+$/), n.end + m[0].length);
    }
    if (n.role === 'amount') for (const [phrase] of lx.amountAfter) taking(phrase.exec(rest), n.end);
    if (n.role === 'held_back') taking(lx.heldBack.exec(rest), n.end);
    if (n.role === 'population') taking(lx.populationAfter.exec(rest), n.end);
    taking(lx.ratio.exec(text.slice(n.start, n.end)), n.start);
  }
  for (const phrases of [said.phrases, said.disclaims, ...(changes ? [said.since] : [])]) {
    for (const m of placesOf(phrases, text)) taking(m);
  }
  for (const m of placesOf(lx.than, text)) taking(m);
  for (const m of placesOf(lx.steadily, text)) taking(m);
  return read;
}
