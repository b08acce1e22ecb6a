/** Names put together from syllables, so that nobody can take a simulated person for a real one. */
import type { Stream } from './random.ts';

const starts = [
  'Ba',
  'Do',
  'Fe',
  'Gi',
  'Ha',
  'Jo',
  'Ke',
  'Li',
  'Mo',
  'Na',
  'Pe',
  'Ri',
  'Sa',
  'Te',
  'Vo',
  'Zu',
];
const middles = ['bri', 'dan', 'fel', 'gor', 'kim', 'lam', 'mir', 'nor', 'pal', 'rus', 'sev', 'tol'];
const givenEnds = ['a', 'el', 'en', 'ia', 'is', 'o', 'on', 'y'];
const familyEnds = ['berg', 'dale', 'field', 'ford', 'mar', 'sen', 'ton', 'vic', 'wick', 'zar'];
const schoolEnds = ['brook', 'crest', 'gate', 'haven', 'mere', 'ridge', 'vale', 'wood'];

const pick = (list: readonly string[], source: Stream, a: number, b: number): string =>
  list[source.below(list.length, a, b)] ?? '';

export const givenName = (source: Stream, person: number): string =>
  pick(starts, source, person, 0) + pick(middles, source, person, 1) + pick(givenEnds, source, person, 2);

export const familyName = (source: Stream, person: number): string =>
  pick(starts, source, person, 3) + pick(middles, source, person, 4) + pick(familyEnds, source, person, 5);

/** Different for each of the first 1,500 schools. */
export const schoolName = (index: number, kind: string): string => {
  const start = starts[(index * 5 + 3 + Math.floor(index / 96)) % starts.length] ?? '';
  const end = schoolEnds[(index * 3 + 1) % schoolEnds.length] ?? '';
  const middle = middles[Math.floor(index / 8) % middles.length] ?? '';
  return `${start}${middle}${end} ${kind}`;
};
