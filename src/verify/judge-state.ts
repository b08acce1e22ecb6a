// Does "hidden", "no data", "too early" or "late" follow, and do dates and ages belong to the source that is named?
import type { Judged } from './claim.ts';
import type { Lexicon } from './lexicon.ts';
import { judged } from './look-up.ts';
import type { NumberMention } from './mention.ts';
import type { Target } from './segments.ts';
import { isOfPart, keyOf, type World } from './world.ts';

export type State = 'hidden' | 'no_data' | 'too_early' | 'late' | 'fresh' | 'unshown';

export function judgeState(
  world: World,
  state: State,
  modules: readonly string[],
  named: Target,
  hasMetric: boolean,
): Judged {
  if (state === 'late' || state === 'fresh') {
    const sources = world.document.sources.filter((s) => modules.length === 0 || modules.includes(s.module));
    const holds =
      state === 'late'
        ? sources.some((s) => s.late) && modules.every((m) => sources.some((s) => s.module === m && s.late))
        : sources.length > 0 && (modules.length > 0 ? sources : world.document.sources).every((s) => !s.late);
    return holds
      ? judged('follows', [], '')
      : judged('contradicts', [], 'The ages of the sources say otherwise.');
  }
  if (modules.length > 0 && state === 'no_data') {
    const silent = world.document.sources.some((s) => modules.includes(s.module) && s.last_date === null);
    return silent ? judged('follows', [], '') : judged('contradicts', [], 'This source has sent data.');
  }
  const labels = named.periods.map((p) => p.from);
  const inScope = world.facts.filter(
    (f) =>
      (!hasMetric || labels.includes(f.period.from)) &&
      (!hasMetric || named.metrics?.includes(f.metric)) &&
      (named.part === 'everyone' || isOfPart(f, named.part)) &&
      (named.subjects.includes(keyOf(f.about)) || !hasMetric || world.here === named.subjects[0]),
  );
  const open = inScope.filter((f) =>
    state === 'hidden'
      ? f.state === 'hidden'
      : state === 'unshown'
        ? f.state !== 'known'
        : f.state === 'no_data' && (state === 'no_data' || f.why === 'too_early' || f.why === 'not_judged'),
  );
  if (open.length > 0) return judged('follows', open, '');
  // Where nothing is told of the whole, there are no data for it, though a part may have some.
  const whole = inScope.filter((f) => f.group === null && labels.includes(f.period.from));
  if (state === 'no_data' && named.part === 'everyone' && whole.length === 0)
    return judged('follows', [], '');
  return judged('contradicts', inScope.slice(0, 4), 'The facts know this number.');
}

/** Sources are late, not students; and the facts know each number and source, not all or none of them. */
export function statePlaced(
  state: State,
  /** The sentence, with blanks for what was read as names and measures. */
  text: string,
  at: number,
  modules: readonly string[],
  lx: Lexicon,
): boolean {
  const ofSource = modules.length > 0 || lx.ofSources.test(text);
  if ((state === 'late' || state === 'fresh') && !ofSource) return false;
  const part = text.slice(0, at).split(/[,;:]/).at(-1) ?? '';
  return state === 'fresh' || !lx.quantified.test(part);
}

/** "21 days old", "20 days before": the age of the source that is named. */
export function judgeAge(world: World, n: NumberMention, modules: readonly string[]): Judged {
  const ages = world.document.sources.filter((s) => modules.includes(s.module)).map((s) => s.age_days);
  return n.readings.some((r) => ages.includes(r.value))
    ? judged('follows', [], '')
    : judged('contradicts', [], `Its age is ${ages.map((a) => a ?? 'not known').join(' or ')} days.`);
}

export function judgeDate(
  world: World,
  days: readonly string[],
  modules: readonly string[],
  runDay: boolean,
): Judged {
  const { document, everyPeriod } = world;
  const sources = document.sources.filter((s) => modules.includes(s.module)).map((s) => s.last_date);
  const others = [document.run_date, ...everyPeriod.flatMap((p) => [p.from, p.to])];
  const all = document.sources.map((s) => s.last_date);
  const right =
    modules.length > 0 ? [...sources, ...(runDay ? [document.run_date] : [])] : [...others, ...all];
  return days.some((d) => right.includes(d))
    ? judged('follows', [], '')
    : judged('contradicts', [], 'The facts hold no such day for this.');
}
