// Does "the highest", "the fewest" or "the only" follow? Only where every one that it is compared with is known.
import type { Fact } from '../facts/facts-document.ts';
import type { Judged } from './claim.ts';
import { isWay, pairsOf, type SaidWay } from './judge-change.ts';
import type { Lexicon } from './lexicon.ts';
import { factsOf, judged } from './look-up.ts';
import type { Target } from './segments.ts';
import { before, gradeOf, keyOf, type World } from './world.ts';

export type Among = 'grades' | 'schools' | 'years' | 'groups';

export function amongWhich(text: string, lx: Lexicon, target: Target): Among | null {
  if (lx.amongYears.test(text)) return 'years';
  if (typeof target.part !== 'string' && 'grade' in target.part) return 'grades';
  if (typeof target.part !== 'string') return 'groups';
  if (lx.amongGrades.test(text)) return 'grades';
  if (lx.amongSchools.test(text)) return 'schools';
  return lx.amongGroups.test(text) ? 'groups' : null;
}

export function rivalsOf(world: World, target: Target, among: Among): readonly Fact[] {
  const sameMetric = world.facts.filter((f) => target.metrics?.includes(f.metric));
  const labels = target.periods.map((p) => p.from);
  const now = sameMetric.filter((f) => labels.includes(f.period.from));
  const here = (f: Fact) => target.subjects.includes(keyOf(f.about));
  switch (among) {
    case 'grades':
      return now.filter((f) => gradeOf(f) !== null && (here(f) || f.about.kind === 'grade'));
    case 'groups': {
      const by = factsOf(world, target)[0]?.group?.by;
      return now.filter((f) => here(f) && f.group !== null && f.group.by === by);
    }
    case 'schools':
      return now.filter((f) => f.about.kind === 'school' && f.group === null);
    case 'years': {
      const own = factsOf(world, target)[0];
      return sameMetric.filter(
        (f) =>
          here(f) &&
          f.period.kind === own?.period.kind &&
          f.group?.by === own.group?.by &&
          f.group?.value === own.group?.value,
      );
    }
  }
}

export function judgeSuperlative(
  world: World,
  way: 'most' | 'least' | 'best' | 'worst' | 'unknown',
  target: Target,
  text: string,
  lx: Lexicon,
): Judged {
  if (way === 'unknown') return judged('unsupported', [], 'Ranks do not follow from the facts.');
  if (way === 'best' || way === 'worst')
    return judged('unsupported', [], 'The facts say more and fewer, not best and worst.');
  const among = amongWhich(text, lx, target);
  if (among === null || target.metrics === null)
    return judged('unsupported', [], 'The text does not say among what.');
  // A school's document holds some other schools, never all of the district.
  if (among === 'schools' && world.document.subject.kind !== 'district' && !lx.someSchools.test(text))
    return judged('unsupported', [], 'The facts do not hold all schools.');
  const share = lx.shareWords.test(text);
  const counts = !share && (lx.countWords.test(text) || lx.students.test(text));
  const wanted = (f: Fact) => (share ? f.unit === 'percent' : counts ? f.unit !== 'percent' : true);
  const rivals = rivalsOf(world, target, among).filter(wanted);
  const own = factsOf(world, target).filter((f) => wanted(f) && rivals.includes(f));
  if (own.length === 0 || rivals.length < 2)
    return judged('unsupported', own, 'The facts do not hold all of these.');
  const open = rivals.filter((f) => f.value === null);
  if (open.length > 0) return judged('unsupported', open, 'Some of these numbers are hidden or missing.');
  const most = (way === 'most') !== target.complement;
  const holds = own.every((mine) =>
    rivals
      .filter(
        (f) => f !== mine && f.aspect === mine.aspect && f.unit === mine.unit && f.metric === mine.metric,
      )
      .every((f) => (most ? (mine.value ?? 0) > (f.value ?? 0) : (mine.value ?? 0) < (f.value ?? 0))),
  );
  return holds
    ? judged('follows', own, '')
    : judged('contradicts', rivals, 'Another one is as far or farther.');
}

/** "the only grade that rose": it did, and all others are known not to have. */
export function judgeOnly(
  world: World,
  way: SaidWay | null,
  target: Target,
  text: string,
  lx: Lexicon,
): Judged {
  const among = amongWhich(text, lx, target);
  if (way === null || (among !== 'grades' && among !== 'schools'))
    return judged('unsupported', [], 'The facts do not say that there is no other.');
  const rivals = rivalsOf(world, target, among);
  const changed = rivals.map((f) => {
    const at: Target = {
      ...target,
      subjects: [keyOf(f.about)],
      part: among === 'grades' ? { grade: gradeOf(f) ?? '' } : 'everyone',
    };
    const then = { ...at, periods: target.periods.flatMap((p) => before(world, p, 1) ?? []) };
    const pairs = pairsOf(world, at, then).filter((p) => p.now === f);
    return { own: factsOf(world, target).includes(f), f, pairs };
  });
  if (changed.some((c) => c.pairs.length === 0))
    return judged('unsupported', [], 'Some of the others are hidden or missing.');
  const holds = changed.every((c) => c.pairs.every((p) => isWay(p, way) === c.own));
  return holds ? judged('follows', rivals, '') : judged('contradicts', rivals, 'It is not the only one.');
}
