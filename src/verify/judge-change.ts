// Does a change or a comparison follow? Both sides must be known, and must differ as they are shown.
import type { Fact } from '../facts/facts-document.ts';
import type { Judged } from './claim.ts';
import type { Lexicon, Way } from './lexicon.ts';
import { factsOf, judged, nothingKnown, shown } from './look-up.ts';
import type { NumberMention } from './mention.ts';
import type { Target } from './segments.ts';
import type { World } from './world.ts';

/** Measures of which more is better, or fewer; of all others nothing "improves". */
const BETTER: ReadonlyMap<string, Way> = new Map([
  ['chronic_absence', 'down'],
  ['attendance_rate', 'up'],
  ['on_track', 'up'],
  ['courses_passed', 'up'],
  ['growth', 'up'],
  ['no_contact', 'down'],
  ['attendance_band_good', 'up'],
  ['attendance_band_severe', 'down'],
]);

export type SaidWay = Way | 'better' | 'worse' | 'changed';

interface Pair {
  readonly now: Fact;
  readonly earlier: Fact;
  readonly change: number;
  readonly from: number;
  readonly to: number;
}

export function pairsOf(world: World, main: Target, other: Target): readonly Pair[] {
  const complement = (f: Fact, value: number) =>
    !main.complement ? value : f.unit === 'percent' ? 100 - value : (f.n ?? Number.NaN) - value;
  const then = factsOf(world, other);
  return factsOf(world, main).flatMap((now) =>
    then
      .filter((t) => t.metric === now.metric && t.aspect === now.aspect && t.unit === now.unit && t !== now)
      .flatMap((t) => {
        if (now.value === null || t.value === null) return [];
        const [to, from] = [complement(now, now.value), complement(t, t.value)];
        return [{ now, earlier: t, change: to - from, from, to }];
      }),
  );
}

const both = (pairs: readonly Pair[]) => pairs.flatMap((p) => [p.now, p.earlier]);

/** Which of count and share a sentence means; both where it does not say. */
export function aspectsIn(text: string, lx: Lexicon, pairs: readonly Pair[]): readonly Pair[] {
  const share = lx.shareWords.test(text);
  const count = lx.countWords.test(text) || (lx.students.test(text) && !share);
  const units = share && !count ? ['percent'] : count && !share ? ['students'] : null;
  const kept = units === null ? pairs : pairs.filter((p) => units.includes(p.now.unit));
  return kept.length > 0 ? kept : pairs;
}

export function judgeWay(
  world: World,
  way: SaidWay,
  negated: boolean,
  main: Target,
  other: Target,
  text: string,
  lx: Lexicon,
): Judged {
  const pairs = aspectsIn(text, lx, pairsOf(world, main, other));
  if (main.metrics === null) return judged('unsupported', [], 'The text does not say what changed.');
  if (pairs.length === 0) return unknownSide(world, main, other);
  const holds = pairs.every((p) => isWay(p, way) !== negated);
  if (holds) return judged('follows', both(pairs), '');
  const real = [...new Set(pairs.map((p) => `${shown(p.from)} to ${shown(p.to)}`))].join(', ');
  return judged('contradicts', both(pairs), `The facts go from ${real}.`);
}

export function unknownSide(world: World, main: Target, other: Target): Judged {
  const [a, b] = [factsOf(world, main), factsOf(world, other)];
  const open = [...a, ...b].filter((f) => f.state !== 'known');
  if (open.length > 0) return nothingKnown(open, main);
  return judged('unsupported', [], 'There is nothing to compare it with in the facts.');
}

export function isWay({ now, change, from, to }: Pair, way: SaidWay): boolean {
  const moved = shown(to) - shown(from);
  const seen: Way = moved === 0 ? 'same' : change > 0 ? 'up' : 'down';
  if (way === 'changed') return seen !== 'same';
  if (way !== 'better' && way !== 'worse') return seen === way;
  const good = BETTER.get(now.metric);
  return good !== undefined && seen !== 'same' && (seen === good) === (way === 'better');
}

/** "22 more", "rose by 22", "up 2.1 percentage points", "grew 12 percent". */
export function judgeAmount(
  world: World,
  n: NumberMention,
  way: SaidWay | null,
  main: Target,
  other: Target,
): Judged {
  const pairs = pairsOf(world, main, other);
  if (pairs.length === 0) return unknownSide(world, main, other);
  const points = n.unit === 'percentage_points' || n.unit === 'points';
  const fitting = pairs.flatMap((p) => {
    const own = p.now.unit === 'percent';
    if (points) return own || p.now.unit === 'points' ? [{ p, size: p.change }] : [];
    if (n.unit === 'percent') return [{ p, size: (100 * p.change) / p.from }];
    return !own && (n.unit === null || n.unit === p.now.unit) ? [{ p, size: p.change }] : [];
  });
  const wanted = (p: Pair) => way === null || way === 'changed' || isWay(p, way);
  const good = fitting.filter(
    ({ p, size }) =>
      wanted(p) &&
      n.readings.some(({ value, decimals }) => {
        const exact = shown(Math.abs(size), decimals) === shown(value, decimals);
        // Both ends are shown with one decimal, so their difference may be seen with one decimal too.
        const seen = points && shown(Math.abs(shown(p.to) - shown(p.from)), 1) === value;
        return hedged(n, Math.abs(size), value) ?? (exact || seen);
      }),
  );
  if (good.length > 0) return judged('follows', both(good.map((g) => g.p)), '');
  const real = [...new Set(fitting.map((f) => shown(f.size)))].join(' or ');
  return judged('contradicts', both(pairs), `The change in the facts is ${real || 'of another unit'}.`);
}

function hedged(n: NumberMention, size: number, said: number): boolean | null {
  switch (n.hedge) {
    case 'gt':
      return size > said;
    case 'lt':
      return size < said;
    case 'ge':
      return size >= said;
    case 'le':
      return size <= said;
    case 'about':
      return Math.abs(size - said) <= 0.05 * said;
    case 'nearly':
      return size <= said && size >= 0.9 * said;
    case 'just_over':
      return size >= said && size <= 1.1 * said;
    default:
      return null;
  }
}

/** "doubled", "twice as many", "half of last year's". */
export function judgeMultiple(
  world: World,
  times: number,
  main: Target,
  other: Target,
  text: string,
  lx: Lexicon,
): Judged {
  const pairs = aspectsIn(text, lx, pairsOf(world, main, other));
  if (pairs.length === 0) return unknownSide(world, main, other);
  const holds = pairs.every((p) => p.from > 0 && Math.abs(p.to / p.from - times) <= 0.05 * times);
  const real = pairs.map((p) => `${shown(p.from)} to ${shown(p.to)}`).join(', ');
  return holds
    ? judged('follows', both(pairs), '')
    : judged('contradicts', both(pairs), `The facts go from ${real}.`);
}

/** "every year", "three years in a row": each step must go that way, and every year between must be known. */
export function judgeTrend(
  world: World,
  way: SaidWay,
  main: Target,
  since: Target | null,
  text: string,
  lx: Lexicon,
): Judged {
  const start = since?.periods[0]?.from ?? '';
  const end = main.periods[0]?.from ?? '';
  const row = world.periods.filter((p) => p.from >= start && p.from <= end);
  const steps = row.slice(1).map((p, i) => {
    const earlier = row[i];
    return aspectsIn(
      text,
      lx,
      pairsOf(world, { ...main, periods: [p] }, { ...main, periods: earlier ? [earlier] : [] }),
    );
  });
  const known = steps.flat();
  if (steps.length < 2 || steps.some((s) => s.length === 0))
    return judged('unsupported', both(known), 'Not every year between is known.');
  return known.every((p) => isWay(p, way))
    ? judged('follows', both(known), '')
    : judged('contradicts', both(known), 'Not every step in the facts goes that way.');
}
