// The facts as the verifier looks things up in them.
import type { Fact, FactsDocument, Period, Subject } from '../facts/facts-document.ts';
import type { Part } from './mention.ts';
import { folded } from './plain.ts';

export interface World {
  readonly document: FactsDocument;
  readonly facts: readonly Fact[];
  /** Folded name to the subjects that bear it, longest name first. */
  readonly names: readonly (readonly [name: string, keys: readonly string[]])[];
  /** Oldest first, of the kind of the document's own period. */
  readonly periods: readonly Period[];
  readonly everyPeriod: readonly Period[];
  readonly here: string;
  readonly district: string;
  readonly otherSchools: readonly string[];
  readonly modules: readonly string[];
  readonly groupValues: readonly string[];
}

export const keyOf = (subject: Subject): string => `${subject.kind}:${subject.key}`;

const worlds = new WeakMap<FactsDocument, World>();

export function worldOf(document: FactsDocument): World {
  const known = worlds.get(document) ?? builtOf(document);
  worlds.set(document, known);
  return known;
}

function builtOf(document: FactsDocument): World {
  const { facts, subject, district, within, period } = document;
  const subjects = [subject, district, ...within, ...facts.map((f) => f.about)];
  const byName = new Map<string, Set<string>>();
  for (const s of subjects) {
    for (const name of namesOf(s)) byName.set(name, (byName.get(name) ?? new Set()).add(keyOf(s)));
  }
  const full = new Set(subjects.map((s) => folded(s.name)));
  const everyPeriod = distinct([period, ...facts.map((f) => f.period)]);
  return {
    document,
    facts,
    // A shortened name that two subjects share, or that is another's full name, names nobody.
    names: [...byName]
      .filter(([name, keys]) => name.length > 1 && (full.has(name) || keys.size === 1))
      .map(([name, keys]) => [name, [...keys]] as const)
      .sort(([a], [b]) => b.length - a.length),
    everyPeriod,
    periods: everyPeriod.filter((p) => p.kind === period.kind).sort((a, b) => (a.from < b.from ? -1 : 1)),
    here: keyOf(subject),
    district: keyOf(district),
    otherSchools: [
      ...new Set(facts.filter((f) => f.about.kind === 'school').map((f) => keyOf(f.about))),
    ].filter((key) => key !== keyOf(subject)),
    modules: [...new Set(document.sources.map((s) => s.module))],
    groupValues: [
      ...new Set(facts.flatMap((f) => (f.group && f.group.by !== 'grade' ? [folded(f.group.value)] : []))),
    ].sort((a, b) => b.length - a.length),
  };
}

const KIND = / (?:senior |junior )?(?:elementary|middle|high|primary)?(?: ?school| academy)$/;

function namesOf({ name, kind }: Subject): readonly string[] {
  const whole = folded(name.trim());
  if (kind !== 'school') return [whole];
  const short = whole.replace(/ school$/, '');
  return [...new Set([whole, short, whole.replace(KIND, '')])];
}

function distinct(periods: readonly Period[]): readonly Period[] {
  return [...new Map(periods.map((p) => [`${p.kind} ${p.label} ${p.from}`, p])).values()];
}

/** The period so many places before another of the same kind; undefined where the facts have none. */
export function before(world: World, period: Period, back: number): Period | undefined {
  const row = world.everyPeriod
    .filter((p) => p.kind === period.kind)
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  return row[row.findIndex((p) => p.from === period.from) - back];
}

const gradeOfName = (name: string) => name.match(/\d{1,2}/)?.[0]?.padStart(2, '0') ?? name.toUpperCase();

/** The grade that a fact is of, by its group or by its subject. */
export function gradeOf(fact: Fact): string | null {
  if (fact.group?.by === 'grade') return gradeCode(fact.group.value);
  return fact.about.kind === 'grade' ? gradeOfName(fact.about.name) : null;
}

export const gradeCode = (value: string): string =>
  /^\d+$/.test(value) ? value.padStart(2, '0') : value.toUpperCase();

export function isOfPart(fact: Fact, part: Part): boolean {
  if (part === 'everyone') return fact.group === null;
  if ('grade' in part) return gradeOf(fact) === part.grade;
  return fact.group !== null && fact.group.by !== 'grade' && part.values.includes(folded(fact.group.value));
}
