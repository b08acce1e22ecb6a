// What the template asks of the facts of a document's own subject.
import type { Fact, FactsDocument, Period } from '../facts/facts-document.ts';

/** In the order in which a page speaks of them. */
export const COUNTED = [
  'chronic_absence',
  'on_track',
  'courses_passed',
  'growth',
  'no_contact',
  'hybrid_engagement',
  'attendance_band_good',
  'attendance_band_manageable',
  'attendance_band_low',
  'attendance_band_severe',
] as const;

export const MEASURED = ['attendance_rate', 'digital_engagement_days', 'digital_engagement_minutes'] as const;

const own = (d: FactsDocument) => (f: Fact) =>
  f.about.kind === d.subject.kind && f.about.key === d.subject.key;

/** The count of a measure, of all the subject's students. */
export function countOf(
  d: FactsDocument,
  metric: string,
  period: Period | null = d.period,
): Fact | undefined {
  return d.facts
    .filter(own(d))
    .find(
      (f) =>
        f.metric === metric &&
        f.unit === 'students' &&
        f.aspect === 'count' &&
        f.group === null &&
        f.period.kind === period?.kind &&
        f.period.from === period.from,
    );
}

export function measureOf(d: FactsDocument, metric: string): Fact | undefined {
  return d.facts
    .filter(own(d))
    .find(
      (f) =>
        f.metric === metric &&
        f.unit !== 'students' &&
        f.group === null &&
        f.period.kind === d.period.kind &&
        f.period.from === d.period.from,
    );
}

export function shareBeside(d: FactsDocument, count: Fact): Fact | undefined {
  return d.facts
    .filter(own(d))
    .find(
      (f) =>
        f.metric === count.metric &&
        f.unit === 'percent' &&
        f.group === null &&
        f.period.from === count.period.from &&
        f.period.kind === count.period.kind,
    );
}

/** The nearest earlier period of the document's kind; null where the facts have none. */
export function periodBefore(d: FactsDocument): Period | null {
  const earlier = d.facts
    .map((f) => f.period)
    .filter((p) => p.kind === d.period.kind && p.from < d.period.from)
    .sort((a, b) => (a.from < b.from ? 1 : -1));
  return earlier[0] ?? null;
}

/** A period that still runs ends, as far as is known, on the day of the run: its counts stand beside whole years. */
export function isOver(d: FactsDocument): boolean {
  return d.period.to < d.run_date;
}

/** Counts of this period by grade. */
export function gradesOf(d: FactsDocument, metric: string): readonly Fact[] {
  return d.facts
    .filter(own(d))
    .filter(
      (f) =>
        f.metric === metric &&
        f.aspect === 'count' &&
        f.unit === 'students' &&
        f.group?.by === 'grade' &&
        f.period.from === d.period.from &&
        f.period.kind === d.period.kind,
    );
}

export interface Change {
  readonly metric: string;
  readonly now: KnownCount;
  readonly earlier: KnownCount;
}

export interface KnownCount {
  readonly value: number;
  readonly n: number;
  readonly period: string;
}

export function knownCount(fact: Fact | undefined): KnownCount | null {
  if (fact?.value == null || fact.n === null || fact.n === 0) return null;
  return { value: fact.value, n: fact.n, period: fact.period.label };
}

/**
 * What changed most against the period before, in students of today: the difference of the shares times those judged now,
 * so that a smaller school is no news. A count that moved against its share is left out, because either alone would
 * mislead; of equal changes the measure that a page speaks of first. Null while the period runs: part of a year beside a
 * whole one is no change.
 */
export function greatestChange(d: FactsDocument): Change | null {
  if (!isOver(d)) return null;
  const earlierPeriod = periodBefore(d);
  const share = ({ value, n }: Change['now']) => (n === 0 ? 0 : value / n);
  const changes = COUNTED.flatMap((metric): Change[] => {
    const now = knownCount(countOf(d, metric));
    const earlier = knownCount(countOf(d, metric, earlierPeriod));
    if (!now || !earlier) return [];
    const [more, denser] = [now.value - earlier.value, share(now) - share(earlier)];
    return Math.sign(more) === Math.sign(denser) || Math.abs(denser) * now.n < 1
      ? [{ metric, now, earlier }]
      : [];
  });
  const size = (c: Change) => Math.abs(share(c.now) - share(c.earlier)) * c.now.n;
  return changes.reduce<Change | null>((best, c) => (best === null || size(c) > size(best) ? c : best), null);
}
