// Finds what a sentence speaks of: periods, dates, subjects, grades, groups, sources and measures. Each takes its words.

import type { Period } from '../facts/facts-document.ts';
import type { Language } from '../words/languages.ts';
import { type Lexicon, lexiconOf } from './lexicon.ts';
import type { Mention, Part } from './mention.ts';
import { placesOf } from './plain.ts';
import { before, gradeCode, type World } from './world.ts';

/** Marks the characters that have been read. */
export class Taken {
  readonly at: boolean[];
  constructor(length: number) {
    this.at = new Array<boolean>(length).fill(false);
  }
  free(start: number, end: number): boolean {
    return !this.at.slice(start, end).some(Boolean);
  }
  take(start: number, end: number): void {
    this.at.fill(true, start, end);
  }
}

export function findThings(world: World, text: string, lang: Language, taken: Taken): Mention[] {
  const lx = lexiconOf(lang);
  const found: Mention[] = [];
  const each = (pattern: RegExp, make: (m: RegExpExecArray) => Mention | null) => {
    for (const m of placesOf(pattern, text)) {
      if (m[0].trim() === '' || !taken.free(m.index, m.index + m[0].length)) continue;
      const mention = make(m);
      if (mention === null) continue;
      taken.take(mention.start, mention.end);
      found.push(mention);
    }
  };
  const span = (m: RegExpExecArray) => ({ start: m.index, end: m.index + m[0].length });

  for (const [name, keys] of world.names) {
    each(new RegExp(`(?<![a-z0-9])${escaped(name)}(?![a-z0-9])`), (m) => ({
      kind: 'subject',
      keys,
      ...span(m),
    }));
  }
  for (const module of world.modules) {
    const spelled = module.split(/[_-]/).map(escaped).join('[ _-]?');
    each(new RegExp(`\\b${spelled}\\b`), (m) => ({ kind: 'source', module, ...span(m) }));
  }
  each(/\b\d{4}-\d{2}-\d{2}\b/, (m) => ({ kind: 'date', days: [m[0]], ...span(m) }));
  each(/\b((?:19|20)\d{2}) ?[-/] ?((?:19|20)?\d{2})\b/, (m) => ({
    kind: 'period',
    periods: labelled(world, m[1] ?? '', m[2] ?? ''),
    ...span(m),
  }));
  for (const pattern of lx.dates) each(pattern, (m) => dateOf(m, lx, world, span(m)));
  each(new RegExp(`\\b(?:${lx.months.join('|')})(?: de| del|,)? (\\d{4})\\b`), (m) => ({
    kind: 'period',
    periods: monthly(world, lx, m[0]),
    ...span(m),
  }));
  for (const [phrase, back] of lx.periods) {
    each(phrase, (m) => ({ kind: 'period', periods: backBy(world, back), ...span(m) }));
  }
  each(
    /(?<=\b(?:in|of|since|during|en|de|desde|ano|curso|year) )(?:19|20)\d{2}\b(?! (?:students|alumn|estud))/,
    (m) => ({
      kind: 'period',
      periods: world.periods.filter((p) => p.to.startsWith(m[0]) || p.from.startsWith(m[0])),
      ...span(m),
    }),
  );
  for (const pattern of lx.grade) each(pattern, (m) => gradeMention(m, lx, span(m)));
  each(lx.kindergarten, (m) => ({ kind: 'part', part: { grade: 'KG' }, ...span(m) }));
  each(lx.similar, (m) => ({ kind: 'subject', keys: world.otherSchools, ...span(m) }));
  each(lx.district, (m) => ({ kind: 'subject', keys: [world.district], ...span(m) }));
  each(lx.here, (m) => ({ kind: 'subject', keys: [world.here], ...span(m) }));
  each(lx.everyone, (m) => ({ kind: 'part', part: 'everyone', ...span(m) }));
  for (const value of world.groupValues.filter((v) => v.length > 2)) {
    each(new RegExp(`(?<![a-z])${escaped(value)}(?![a-z])`), (m) => ({
      kind: 'part',
      part: { values: [value] },
      ...span(m),
    }));
  }
  for (const [metrics, phrase, complement = false] of lx.metrics) {
    // "reached" and "completed" are measures only where the facts have such.
    const generic = metrics.some((m) => m.startsWith('support_'));
    if (generic && !world.facts.some((f) => metrics.includes(f.metric))) continue;
    each(new RegExp(`\\b(?:${phrase})\\b`), (m) => ({
      kind: 'metric',
      metrics,
      complement: complement !== lx.negation.test(text.slice(0, m.index)),
      ...span(m),
    }));
  }
  for (const slug of new Set(world.facts.map((f) => f.metric))) {
    each(new RegExp(`\\b${slug.replaceAll('_', '[ _]')}\\b`), (m) => ({
      kind: 'metric',
      metrics: [slug],
      complement: false,
      ...span(m),
    }));
  }
  for (const [phrase, values] of lx.groups)
    each(phrase, (m) => ({ kind: 'part', part: { values }, ...span(m) }));
  return found;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');

/** "2025-26", "2025-2026" and "2025/26" are one school year. */
function labelled(world: World, from: string, to: string): readonly Period[] {
  const label = `${from}-${to.slice(-2)}`;
  const own = (p: Period) =>
    p.label === label || p.label === `${from}-${to}` || p.label.replace('/', '-') === label;
  return world.everyPeriod.filter(own);
}

function backBy(world: World, back: number): readonly Period[] {
  if (back < 0) return [];
  const found = back === 0 ? world.document.period : before(world, world.document.period, back);
  return found ? [found] : [];
}

function monthly(world: World, lx: Lexicon, text: string): readonly Period[] {
  const month = lx.months.findIndex((name) => text.startsWith(name)) + 1;
  const start = `${text.slice(-4)}-${String(month).padStart(2, '0')}`;
  return world.everyPeriod.filter((p) => p.kind === 'month' && p.from.startsWith(start));
}

function dateOf(
  m: RegExpExecArray,
  lx: Lexicon,
  world: World,
  span: { start: number; end: number },
): Mention | null {
  const { d = '', m: name, mn, y } = m.groups ?? {};
  const month =
    name === undefined
      ? Number(mn)
      : lx.months.findIndex((full) => name.length >= 3 && full.startsWith(name)) + 1;
  if (month < 1 || month > 12 || Number(d) > 31) return null;
  const ending = `-${String(month).padStart(2, '0')}-${d.padStart(2, '0')}`;
  const days = y === undefined ? knownDays(world).filter((day) => day.endsWith(ending)) : [`${y}${ending}`];
  return { kind: 'date', days: days.length > 0 ? days : [ending], ...span };
}

export function knownDays({ document, everyPeriod }: World): readonly string[] {
  const last = document.sources.flatMap((s) => (s.last_date === null ? [] : [s.last_date]));
  return [document.run_date, ...everyPeriod.flatMap((p) => [p.from, p.to]), ...last];
}

function gradeMention(m: RegExpExecArray, lx: Lexicon, span: { start: number; end: number }): Mention | null {
  const said = (m[1] ?? '').replace(/(?:st|nd|rd|th|\.?[ºo°])$/, '');
  const named = m[1] ?? '';
  const code = /^\d+$/.test(said) ? gradeCode(said) : lx.ordinals[named];
  if (code === undefined) return null;
  const part: Part = { grade: code };
  return { kind: 'part', part, ...span };
}
