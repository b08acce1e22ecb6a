// Finds every amount of a sentence, in any spelling, with its unit, its hedge and the part it plays.

import type { Language } from '../words/languages.ts';
import type { Taken } from './find-things.ts';
import { type Hedge, type Lexicon, lexiconOf, type Unit, type Way } from './lexicon.ts';
import type { NumberMention, Role } from './mention.ts';
import { type WrittenNumber, writtenNumbers } from './number-words.ts';
import { placesOf } from './plain.ts';

type Draft = { -readonly [K in keyof NumberMention]: NumberMention[K] };

export function findNumbers(text: string, lang: Language, taken: Taken): NumberMention[] {
  const lx = lexiconOf(lang);
  const said = [...wholes(text, lx, taken), ...fractions(text, lx, taken)];
  const written = writtenNumbers(text, lang, taken.at).map((w) => draftOf(w, text, lx));
  // "15 of every hundred": the hundred is the unit of the fifteen.
  const apart = written.filter((w, i) => !written.slice(0, i).some((o) => o.end > w.start));
  const strong = joined(apart, text, lx).filter(
    (d) => !d.weak || d.unit === 'students' || d.unit === 'percent' || d.of !== null,
  );
  const all = [...said, ...strong.map(({ weak: _, ...d }) => d)].sort((a, b) => a.start - b.start);
  for (const d of all) {
    hedgeOf(d, text, lx);
    roleOf(d, text, lx);
    taken.take(d.start, d.end);
  }
  return all;
}

const blank = { hedge: null, of: null, frequency: false, fraction: false, until: null, way: null } as const;

function amount(start: number, end: number, value: number, unit: Unit): Draft {
  return { ...blank, kind: 'number', start, end, readings: [{ value, decimals: 0 }], unit, role: 'value' };
}

/** "no students", "every student", "most students". */
function wholes(text: string, lx: Lexicon, taken: Taken): Draft[] {
  const found: Draft[] = [];
  const each = (pattern: RegExp, value: number, unit: Unit, hedge: Hedge | null) => {
    for (const m of placesOf(pattern, text)) {
      const end = m.index + m[0].length;
      if (!taken.free(m.index, end)) continue;
      taken.take(m.index, end);
      found.push({
        ...amount(m.index, end, value, unit),
        hedge,
        fraction: hedge === null && unit === 'percent',
      });
    }
  };
  each(lx.zero, 0, 'students', null);
  for (const [phrase, share, hedge] of lx.shares) each(phrase, share, 'percent', hedge ?? null);
  return found;
}

function fractions(text: string, lx: Lexicon, taken: Taken): Draft[] {
  return lx.fractions.flatMap(([phrase, share]) =>
    placesOf(phrase, text).flatMap((m) => {
      const end = m.index + m[0].length;
      // "half as many" and "half of last year's" compare; judge-changes.ts reads them.
      const compares = lx.multiples.some(
        ([p]) => p.test(text.slice(m.index, end + 20)) && p.exec(text.slice(m.index))?.index === 0,
      );
      if (!taken.free(m.index, end) || compares) return [];
      taken.take(m.index, end);
      return [{ ...amount(m.index, end, 100 * share, 'percent'), fraction: true }];
    }),
  );
}

type Loose = Draft & { weak: boolean };

function draftOf(w: WrittenNumber, text: string, lx: Lexicon): Loose {
  const unit = unitAfter(text, w.end, lx);
  return {
    ...blank,
    kind: 'number',
    start: w.start,
    end: w.end + (unit?.unit === 'percent' || unit?.unit === 'percentage_points' ? unit.length : 0),
    readings: w.readings,
    unit: unit?.unit ?? null,
    role: 'value',
    weak: w.weak,
  };
}

function unitAfter(text: string, at: number, lx: Lexicon): { unit: Unit; length: number } | null {
  const rest = text.slice(at);
  for (const [word, unit] of lx.units) {
    const m = word.exec(rest);
    if (m !== null && !/\d/.test(m[0].replace(/100/g, ''))) return { unit, length: m[0].length };
  }
  return null;
}

/** Puts "7 of 20", "between 10 and 20" and "10-20" together; "from 20 to 23 percent" shares its unit. */
function joined(drafts: readonly Loose[], text: string, lx: Lexicon): Loose[] {
  const found: Loose[] = [];
  for (let i = 0; i < drafts.length; i += 1) {
    const [a, b] = [drafts[i], drafts[i + 1]];
    if (a === undefined) continue;
    const between = b === undefined ? '' : text.slice(a.end, b.start);
    const whole = b?.readings[0]?.value ?? 0;
    const open = text.slice(0, a.start);
    const ranged = lx.rangeOpen.test(open) || /^ ?-$/.test(between.trimEnd());
    if (b !== undefined && a.unit !== 'percent' && lx.ratio.test(between) && whole > 0) {
      const frequency = /\b(?:in|every|each|cada)\b/.test(between) || whole <= 20;
      found.push({
        ...a,
        end: b.end,
        unit: a.unit ?? b.unit ?? 'students',
        of: whole,
        frequency,
        weak: false,
      });
      i += 1;
    } else if (b !== undefined && ranged && lx.rangeJoin.test(between)) {
      found.push({ ...a, end: b.end, unit: a.unit ?? b.unit, until: whole, weak: false });
      i += 1;
    } else {
      const shared = a.unit === null && b !== undefined && /^ (?:to|a|al) $/.test(between);
      found.push(shared ? { ...a, unit: b.unit } : a);
    }
  }
  return found;
}

function hedgeOf(d: Draft, text: string, lx: Lexicon): void {
  const open = text.slice(0, d.start);
  for (const [phrase, hedge] of lx.hedgesBefore) {
    const m = phrase.exec(open);
    if (m === null) continue;
    d.hedge = hedge;
    d.start = m.index;
    return;
  }
  for (const [phrase, hedge] of lx.hedgesAfter) {
    const m = phrase.exec(text.slice(d.end));
    if (m === null) continue;
    d.hedge = hedge;
    d.end += m[0].length;
    return;
  }
}

function roleOf(d: Draft, text: string, lx: Lexicon): void {
  const [open, rest] = [text.slice(0, d.start), text.slice(d.end)];
  const after = lx.amountAfter.find(([phrase]) => phrase.test(rest));
  const role: Role =
    after !== undefined || lx.amountBefore.test(open) || d.unit === 'percentage_points'
      ? 'amount'
      : d.of === null && lx.heldBack.test(rest.slice(0, 60))
        ? 'held_back'
        : d.of === null && d.unit !== 'percent' && (lx.population.test(open) || lx.populationAfter.test(rest))
          ? 'population'
          : 'value';
  d.role = role;
  const way: Way | null = after?.[1] ?? null;
  d.way = way;
  if (after !== undefined) d.end += after[0].exec(rest)?.[0].length ?? 0;
}
