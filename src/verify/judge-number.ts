// Does an amount follow? Its unit chooses which numbers of the target it may be; what is shown decides, not what is near.
import type { Fact } from '../facts/facts-document.ts';
import type { Judged } from './claim.ts';
import { factsOf, judged, nothingKnown, shown } from './look-up.ts';
import type { NumberMention } from './mention.ts';
import type { Target } from './segments.ts';
import type { World } from './world.ts';

interface Candidate {
  readonly fact: Fact;
  readonly value: number;
  /** Only there to be told: it cannot be what was said. */
  readonly wrong?: boolean;
}

export function judgeNumber(world: World, n: NumberMention, target: Target): Judged {
  const counted = countedThings(world, n, target);
  if (counted) return counted;
  if (target.metrics === null && n.role !== 'held_back') return ofNoMeasure(world, n, target);
  const facts = factsOf(world, target);
  const candidates = candidatesOf(facts, n, target.complement);
  const good = candidates.filter((c) => c.wrong !== true && fits(n, c));
  if (good.length > 0)
    return judged(
      'follows',
      good.map((c) => c.fact),
      '',
    );
  if (candidates.length > 0) {
    const said = [...new Set(candidates.map((c) => shown(c.value)))].slice(0, 4).join(' or ');
    return judged(
      'contradicts',
      candidates.map((c) => c.fact),
      `The facts say ${said}.`,
    );
  }
  const sameUnit = facts.filter((f) => f.state !== 'known');
  return nothingKnown(sameUnit, target);
}

/** A number of no measure is of nothing that is known, but that nobody is counted may be said of a school without students. */
function ofNoMeasure(world: World, n: NumberMention, target: Target): Judged {
  const known = factsOf(world, target).filter((f) => f.state === 'known');
  const nobody = known.length > 0 && known.every((f) => f.n === 0) && n.readings.every((r) => r.value === 0);
  return nobody
    ? judged('follows', known, '')
    : judged('unsupported', [], 'The text does not say which measure this number is of.');
}

/** Grades, schools, sources, years and hidden numbers are counted, not stored. */
function countedThings(world: World, n: NumberMention, target: Target): Judged | null {
  const about = world.facts.filter((f) => target.metrics === null || target.metrics.includes(f.metric));
  const distinct = (of: readonly (string | null | undefined)[]) => new Set(of.filter((x) => x)).size;
  const grades = (facts: readonly Fact[]) =>
    distinct(facts.map((f) => (f.group?.by === 'grade' ? f.group.value : null)));
  const schools = (facts: readonly Fact[]) =>
    distinct(facts.map((f) => (f.about.kind === 'school' ? f.about.key : null)));
  const late = world.document.sources.filter((s) => s.late);
  const years = distinct(about.map((f) => (f.period.kind === 'school_year' ? f.period.label : null)));
  const counts: Partial<Record<string, readonly number[]>> = {
    grades: [grades(about), grades(world.facts)],
    schools: [schools(about), schools(about) - 1, schools(world.facts), schools(world.facts) - 1],
    sources: [world.modules.length, new Set(late.map((s) => s.module)).size],
    years: Array.from({ length: years + 1 }, (_, i) => i),
    numbers: [
      about.filter((f) => f.state === 'hidden').length,
      world.facts.filter((f) => f.state === 'hidden').length,
      world.facts.filter((f) => f.state === 'no_data').length,
    ],
  };
  const right = n.unit === null ? undefined : counts[n.unit];
  if (right === undefined || about.some((f) => f.unit === n.unit)) return null;
  return n.readings.some((r) => right.includes(r.value))
    ? judged('follows', [], '')
    : judged('contradicts', [], `Counted from the facts: ${[...new Set(right)].join(' or ')}.`);
}

function candidatesOf(facts: readonly Fact[], n: NumberMention, complement: boolean): readonly Candidate[] {
  const values = (of: (f: Fact) => number | null | undefined) =>
    facts.flatMap((fact) => {
      const value = fact.state === 'known' ? of(fact) : null;
      return value === null || value === undefined ? [] : [{ fact, value }];
    });
  if (n.role === 'population') return values((f) => f.n);
  if (n.role === 'held_back') return values((f) => f.held_back);
  const share = (f: Fact) =>
    f.unit === 'percent' && f.value !== null ? (complement ? 100 - f.value : f.value) : null;
  const count = (f: Fact) =>
    f.unit !== 'students' || f.value === null
      ? null
      : !complement
        ? f.value
        : f.n === null
          ? null
          : f.n - f.value;
  if (n.of !== null) return ratioCandidates(facts, n, complement);
  switch (n.unit) {
    case 'percent':
      return values(share);
    case 'students':
      return values(count);
    case null: {
      const fraction = n.readings.some((r) => r.decimals > 1 && r.value < 1);
      const plain = values((f) => (f.unit === 'percent' ? null : f.unit === 'students' ? count(f) : f.value));
      return fraction ? [...plain, ...values((f) => (share(f) ?? Number.NaN) / 100)] : plain;
    }
    default:
      return values((f) => (f.unit === n.unit ? f.value : null));
  }
}

/** "120 of 512" is a count and its n; "7 of 20" may also be a share said as a frequency. */
function ratioCandidates(
  facts: readonly Fact[],
  n: NumberMention,
  complement: boolean,
): readonly Candidate[] {
  const whole = n.of ?? 0;
  const part = n.readings[0]?.value ?? Number.NaN;
  const known = facts.flatMap((fact) =>
    fact.state === 'known' && fact.value !== null ? [{ fact, value: fact.value }] : [],
  );
  const exact = known
    .filter(({ fact }) => fact.unit === 'students' && fact.n === whole)
    .map(({ fact, value }) => ({ fact, value: complement ? whole - value : value }));
  const of20 = known.filter(({ fact }) => fact.unit === 'of_20' && whole === 20);
  const asShare = known
    .filter(({ fact }) => n.frequency && whole <= 100 && fact.unit === 'percent')
    .filter(({ value }) => {
      const share = complement ? 100 - value : value;
      const near = whole === 20 ? 2.5 : whole === 100 ? 0.5 : n.hedge === null ? 1 : 2.5;
      return Math.abs((100 * part) / whole - share) <= near;
    })
    .map(({ fact }) => ({ fact, value: part }));
  const found = [...exact, ...of20, ...asShare];
  if (found.length > 0) return found;
  // Neither the part nor the whole is right: whatever count there is speaks against it.
  return known
    .filter(({ fact }) => fact.unit === 'students' || fact.unit === 'percent')
    .map(({ fact, value }) => ({ fact, value, wrong: true }));
}

function fits(n: NumberMention, { value, fact }: Candidate): boolean {
  return n.readings.some(({ value: said, decimals }) => {
    if (n.until !== null) return value >= said && value <= n.until;
    switch (n.hedge) {
      case 'gt':
        return value > said && fact.value !== null;
      case 'lt':
        return value < said;
      case 'ge':
        return value >= said;
      case 'le':
        return value <= said;
      case 'about':
        return Math.abs(value - said) <= (n.fraction ? 2.5 : Math.max(0.05 * said, 0.5 / 10 ** decimals));
      case 'nearly':
        return value <= said && value >= 0.9 * said;
      case 'just_over':
        return value >= said && value <= 1.1 * said;
      default:
        return n.fraction
          ? said >= 100
            ? value >= 100
            : Math.abs(value - said) <= 1
          : shown(value, decimals) === shown(said, decimals);
    }
  });
}
