// Cuts a sentence into parts and says for each place what is spoken of there: measure, subject, group and period.

import type { Period } from '../facts/facts-document.ts';
import type { Language } from '../words/languages.ts';
import type { Taken } from './find-things.ts';
import { lexiconOf } from './lexicon.ts';
import { isKind, type Mention, type MentionOf, type Part } from './mention.ts';
import { placesOf } from './plain.ts';
import { before, type World } from './world.ts';

export interface Target {
  readonly metrics: readonly string[] | null;
  readonly complement: boolean;
  readonly subjects: readonly string[];
  readonly part: Part;
  /** Empty: the facts know no such period. */
  readonly periods: readonly Period[];
}

interface Segment {
  readonly start: number;
  readonly end: number;
  /** Begins with "than", "from", "compared with": what something is set against. */
  readonly against: boolean;
  readonly when: boolean;
  readonly said: string;
  readonly mentions: readonly Mention[];
}

export interface Scene {
  readonly segments: readonly Segment[];
  /** What is spoken of at a place. */
  at(place: number): Target;
  /** What a change or a comparison at a place is set against. */
  against(place: number): Target;
  readonly last: Target;
  /** The sentence goes on about what the one before it named: "That is", "Its last day". */
  readonly goesOn: boolean;
}

export function sceneOf(
  world: World,
  text: string,
  lang: Language,
  mentions: readonly Mention[],
  taken: Taken,
  carried: Target,
): Scene {
  const lx = lexiconOf(lang);
  const segments = cut(text, lang, mentions, taken);
  const goesOn = lx.points_back.test(text);
  const indexAt = (place: number) => {
    const i = segments.findIndex((s) => place < s.end);
    return i < 0 ? segments.length - 1 : i;
  };

  function nearest<M extends Mention>(i: number, is: (m: Mention) => m is M, place: number): M | undefined {
    const own = (segments[i]?.mentions ?? []).filter(is);
    const gap = (m: M) => (m.end <= place ? place - m.end : m.start - place + 1);
    return own.sort((a, b) => gap(a) - gap(b))[0];
  }
  /** Own mention, else one before it, else one after it; what is set against something stays where it is. */
  function inherited<M extends Mention>(
    i: number,
    is: (m: Mention) => m is M,
    place: number,
    alsoAgainst: boolean,
  ): M | undefined {
    const own = nearest(i, is, place);
    if (own !== undefined) return own;
    const open = (k: number) => alsoAgainst || !segments[k]?.against;
    for (let k = i - 1; k >= 0; k -= 1) {
      const found = open(k) ? nearest(k, is, place) : undefined;
      if (found) return found;
    }
    for (let k = i + 1; k < segments.length; k += 1) {
      const found = open(k) ? nearest(k, is, place) : undefined;
      if (found) return found;
    }
    return undefined;
  }

  function periodAt(i: number, place: number): readonly Period[] {
    const own = nearest(i, isKind('period'), place);
    if (own) return own.periods;
    const segment = segments[i];
    const previous = segments[i - 1];
    if (segment?.when && previous) return periodAt(i - 1, previous.end);
    if (segment?.against) {
      const other = segment.mentions.some((m) => m.kind === 'subject' || m.kind === 'part');
      const main = mainPeriod(i, place);
      const since = segments.find((s) => s.against && s.mentions.some((m) => m.kind === 'period'));
      const named = since?.mentions.find(isKind('period'));
      if (named && !other) return named.periods;
      return other ? main : main.flatMap((p) => before(world, p, 1) ?? []);
    }
    return mainPeriod(i, place);
  }
  function mainPeriod(i: number, place: number): readonly Period[] {
    const found = inheritedOutside(i, place);
    if (found) return found.periods;
    return goesOn ? carried.periods : [world.document.period];
  }
  const inheritedOutside = (i: number, place: number): MentionOf<'period'> | undefined => {
    const others = [...segments.keys()].filter((k) => k !== i && !segments[k]?.against);
    const order = [...others.filter((k) => k < i).reverse(), ...others.filter((k) => k > i)];
    for (const k of order) {
      const found = nearest(k, isKind('period'), place);
      if (found) return found;
    }
    return undefined;
  };

  function at(place: number): Target {
    const i = indexAt(place);
    const metric = inherited(i, isKind('metric'), place, true);
    const subject = inherited(i, isKind('subject'), place, false);
    const part = inherited(i, isKind('part'), place, false);
    const alone = subject === undefined && goesOn;
    return {
      metrics: metric?.metrics ?? carried.metrics,
      complement: metric?.complement ?? carried.complement,
      subjects: subject?.keys ?? (alone ? carried.subjects : [world.here]),
      part: part?.part ?? (goesOn && subject === undefined ? carried.part : 'everyone'),
      periods: periodAt(i, place),
    };
  }

  /** "than Cedar and Elm": both. */
  const listed = (k: number): readonly Mention[] =>
    /^(?:and|or|nor|y|e|o) /.test(segments[k]?.said ?? '') ? (segments[k]?.mentions ?? []) : [];

  function against(place: number): Target {
    const main = at(place);
    const i = indexAt(place);
    const candidates = [...segments.keys()].filter((k) => segments[k]?.against);
    const order = [...candidates.filter((k) => k >= i), ...candidates.filter((k) => k < i).reverse()];
    for (const k of order) {
      const own = segments[k]?.mentions ?? [];
      const subjects = [...own, ...listed(k + 1)].filter(isKind('subject'));
      const subject = subjects[0];
      const part = own.find(isKind('part'));
      const period = own.find(isKind('period'));
      if (!subject && !part && !period) continue;
      return {
        ...main,
        subjects: subject === undefined ? main.subjects : subjects.flatMap((s) => s.keys),
        part:
          part?.part ?? (subject && main.part !== 'everyone' ? main.part : subject ? 'everyone' : main.part),
        periods: period?.periods ?? main.periods,
      };
    }
    return { ...main, periods: main.periods.flatMap((p) => before(world, p, 1) ?? []) };
  }

  return { segments, at, against, last: at(text.length), goesOn };
}

function cut(text: string, lang: Language, mentions: readonly Mention[], taken: Taken): Segment[] {
  const lx = lexiconOf(lang);
  const places = new Set([0]);
  for (const m of placesOf(lx.cut, text)) {
    if (!taken.free(m.index, m.index + m[0].length)) continue;
    if (m[0] === '(' || m[0] === ')') {
      if (!bracketStands(text, m.index, mentions)) continue;
    }
    if (m[0] === 'que' && !comparesHere(text, m.index, mentions)) continue;
    places.add(m.index);
  }
  for (const m of mentions) {
    if (m.kind !== 'number' && m.kind !== 'period') continue;
    const open = text.slice(0, m.start);
    const to = lx.toWord.exec(open);
    if (
      to &&
      !/(?:compared|relative|equal|close|frente|respecto|superior|inferior|igual|comparad[oa]s?) $/.test(
        open.slice(0, to.index),
      )
    )
      places.add(to.index);
    const from = m.kind === 'number' ? lx.fromWord.exec(open) : null;
    if (from && lang === 'es' && leadsOn(text, m.end, mentions))
      places.add(from.index + from[0].search(/[a-z]/));
  }
  const all = [...places].sort((a, b) => a - b);
  // A sign alone is no part: it belongs to what follows it.
  const starts = all.filter((start, i) => /[a-z0-9]/.test(text.slice(start, all[i + 1])));
  if (starts[0] !== 0) starts.unshift(0);
  return starts.map((start, i) => {
    const end = starts[i + 1] ?? text.length;
    const said = text.slice(start, end).replace(/^[^a-z0-9]+/, '');
    const spanish = lang === 'es' && /^del? /.test(said);
    return {
      start,
      end,
      against: lx.compares.test(said) || spanish,
      when: lx.when.test(said),
      said,
      mentions: mentions.filter((m) => m.start >= start && m.start < end),
    };
  });
}

/** Brackets part a sentence only when they speak of something else than what stands before them. */
function bracketStands(text: string, place: number, mentions: readonly Mention[]): boolean {
  const open = text.lastIndexOf('(', place);
  const close = text.indexOf(')', open);
  return mentions.some((m) => m.kind !== 'number' && m.start > open && (close < 0 || m.end <= close));
}

/** Spanish "que" compares when "más" or "menos" came before it and something to compare with comes after it. */
function comparesHere(text: string, place: number, mentions: readonly Mention[]): boolean {
  const next = mentions.some(
    (m) => m.start >= place && m.start - place < 22 && ['period', 'subject', 'part'].includes(m.kind),
  );
  return (
    next &&
    /\b(?:mas|menos|mayor|menor|mejor|peor|superior|inferior|tant[oa]s?|igual)\b/.test(text.slice(0, place))
  );
}

/** "de 98 ... a 120": the first number is where something came from. */
function leadsOn(text: string, end: number, mentions: readonly Mention[]): boolean {
  return mentions.some(
    (m) =>
      (m.kind === 'number' || m.kind === 'period') &&
      m.start > end &&
      m.start - end < 50 &&
      /\b(?:a|al) (?:los )?$/.test(text.slice(end, m.start)),
  );
}
