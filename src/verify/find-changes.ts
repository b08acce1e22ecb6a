// Finds directions, comparisons, multiples and superlatives of a sentence and judges each where it stands.

import type { Language } from '../words/languages.ts';
import type { ClaimKind, Judged } from './claim.ts';
import { Taken } from './find-things.ts';
import { judgeMultiple, judgeTrend, judgeWay, type SaidWay } from './judge-change.ts';
import { judgeOnly, judgeSuperlative } from './judge-superlative.ts';
import { lexiconOf } from './lexicon.ts';
import { judged } from './look-up.ts';
import type { NumberMention } from './mention.ts';
import { placesOf } from './plain.ts';
import type { Scene } from './segments.ts';
import type { World } from './world.ts';

interface Found {
  readonly kind: ClaimKind;
  readonly start: number;
  readonly end: number;
  readonly judged: Judged;
}

interface Said {
  readonly start: number;
  readonly end: number;
  readonly way: SaidWay;
}

export interface Changes {
  readonly claims: readonly Found[];
  /** The direction that stands nearest to an amount. */
  wayNear(n: NumberMention): SaidWay | null;
}

export function changesIn(
  world: World,
  text: string,
  lang: Language,
  scene: Scene,
  numbers: readonly NumberMention[],
  taken: Taken,
): Changes {
  const lx = lexiconOf(lang);
  const claims: Found[] = [];
  const mark = new Taken(text.length);
  const free = (start: number, end: number) => taken.free(start, end) && mark.free(start, end);
  function each<T>(
    table: readonly (readonly [RegExp, T])[],
    use: (at: { start: number; end: number }, what: T) => void,
  ) {
    for (const [phrase, what] of table) {
      for (const m of placesOf(phrase, text)) {
        const skip = m[0].length - m[0].replace(/^[, ]+/, '').length;
        const at = { start: m.index + skip, end: m.index + m[0].length };
        if (at.end === at.start || !free(at.start, at.end)) continue;
        mark.take(at.start, at.end);
        use(at, what);
      }
    }
  }
  const negated = (place: number) => lx.negation.test(text.slice(0, place));
  const metricKnown = (place: number) => scene.at(place).metrics !== null;

  each(lx.multiples, (at, times) => {
    claims.push({
      kind: 'comparison',
      ...at,
      judged: judgeMultiple(world, times, scene.at(at.start), scene.against(at.start), text, lx),
    });
  });
  each(lx.superlatives, (at, way) => {
    claims.push({
      kind: 'superlative',
      ...at,
      judged: judgeSuperlative(world, way, scene.at(at.start), text, lx),
    });
  });
  const directions: Said[] = [];
  each(lx.directions, (at, way) => directions.push({ ...at, way }));
  const steady = lx.steadily.test(text);
  const only = lx.only.exec(text);
  for (const d of directions) {
    const [main, other] = [scene.at(d.start), scene.against(d.start)];
    const since = other.periods[0] === main.periods[0] ? null : other;
    const named = scene.segments.some((s) => s.against && s.mentions.some((m) => m.kind === 'period'));
    claims.push({
      kind: 'direction',
      start: d.start,
      end: d.end,
      judged: steady
        ? judgeTrend(world, d.way, main, named ? since : null, text, lx)
        : judgeWay(
            world,
            d.way,
            d.way !== 'same' && negated(d.start),
            main,
            other,
            textNear(text, d, numbers),
            lx,
          ),
    });
  }
  if (only) {
    const way = directions[0]?.way ?? null;
    claims.push({
      kind: 'superlative',
      start: only.index,
      end: only.index + only[0].length,
      judged: judgeOnly(world, way, scene.at(only.index), text, lx),
    });
  }
  const compared: Said[] = [];
  each(lx.comparatives, (at, way) => compared.push({ ...at, way }));
  const asks = /\?\s*$/.test(text);
  for (const c of compared) {
    const than =
      lx.than.test(text.slice(c.end)) && scene.segments.some((s) => s.against && s.start >= c.end - 4);
    const bare = (c.way === 'better' || c.way === 'worse') && !asks;
    if (
      !than &&
      !bare &&
      (asks || c.way === 'same' || !metricKnown(c.start) || !amountWord(text, c, lx.students, lx.shareWords))
    )
      continue;
    const main = scene.at(c.start);
    claims.push({
      kind: 'comparison',
      start: c.start,
      end: c.end,
      judged:
        main.metrics === null
          ? judged('unsupported', [], 'The text does not say what is compared.')
          : judgeWay(world, c.way, negated(c.start), main, scene.against(c.start), text, lx),
    });
  }
  const ways = [...directions, ...compared];
  return {
    claims,
    wayNear: (n) =>
      ways
        .map((w) => ({ way: w.way, gap: w.start > n.end ? w.start - n.end : Math.abs(n.start - w.end) }))
        .sort((a, b) => a.gap - b.gap)[0]?.way ?? null,
  };
}

/** "more students", "a higher share": not "more days are in". */
function amountWord(text: string, { end }: Said, students: RegExp, share: RegExp): boolean {
  const next = text.slice(end, end + 24);
  return students.test(next) || share.test(next);
}

/** The number that a direction leads to says whether count or share is meant. */
function textNear(text: string, d: Said, numbers: readonly NumberMention[]): string {
  const units = new Set(numbers.filter((n) => n.role !== 'population').map((n) => n.unit));
  if (units.has('percent') && (units.has('students') || units.has(null))) return text.slice(0, d.end);
  return text;
}
