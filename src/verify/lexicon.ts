// The words by which a language speaks of measures, changes and amounts. All patterns are for folded text (plain.ts).
import type { Fact } from '../facts/facts-document.ts';
import type { Language } from '../words/languages.ts';
import type { State } from './judge-state.ts';
import { english } from './lexicon-en.ts';
import { spanish } from './lexicon-es.ts';

export type Unit =
  | Fact['unit']
  | 'relative'
  | 'percentage_points'
  | 'sources'
  | 'years'
  | 'months'
  | 'weeks'
  | 'numbers';
export type Hedge = 'gt' | 'lt' | 'ge' | 'le' | 'about' | 'nearly' | 'just_over';
export type Way = 'up' | 'down' | 'same';

export interface Lexicon {
  /** Longest first: a phrase takes its words, so that "low attendance" is no attendance rate. */
  readonly metrics: readonly (readonly [metrics: readonly string[], phrase: string, complement?: boolean])[];
  readonly negation: RegExp;
  readonly here: RegExp;
  readonly district: RegExp;
  readonly similar: RegExp;
  readonly everyone: RegExp;
  /** Group 1 names the grade, as a digit or as a key of `ordinals`. */
  readonly grade: readonly RegExp[];
  readonly kindergarten: RegExp;
  readonly ordinals: Readonly<Record<string, string>>;
  /** Words for groups of students: `by` of the facts, the values they may stand for. */
  readonly groups: readonly (readonly [phrase: RegExp, values: readonly string[]])[];
  /** Years back from the document's period; negative: to come. */
  readonly periods: readonly (readonly [phrase: RegExp, back: number])[];
  readonly months: readonly string[];
  readonly dates: readonly RegExp[];
  readonly units: readonly (readonly [word: RegExp, unit: Unit])[];
  readonly students: RegExp;
  readonly hedgesBefore: readonly (readonly [phrase: RegExp, hedge: Hedge])[];
  readonly hedgesAfter: readonly (readonly [phrase: RegExp, hedge: Hedge])[];
  readonly numberWords: Readonly<Record<string, number>>;
  readonly joins: RegExp;
  readonly fractions: readonly (readonly [phrase: RegExp, share: number])[];
  readonly shares: readonly (readonly [phrase: RegExp, share: number, hedge?: Hedge])[];
  readonly zero: RegExp;
  readonly ratio: RegExp;
  readonly rangeOpen: RegExp;
  readonly rangeJoin: RegExp;
  readonly fromWord: RegExp;
  readonly toWord: RegExp;
  readonly amountBefore: RegExp;
  readonly amountAfter: readonly (readonly [phrase: RegExp, way: Way])[];
  readonly population: RegExp;
  readonly populationAfter: RegExp;
  readonly heldBack: RegExp;
  readonly directions: readonly (readonly [phrase: RegExp, way: Way | 'better' | 'worse' | 'changed'])[];
  readonly comparatives: readonly (readonly [phrase: RegExp, way: Way | 'better' | 'worse'])[];
  readonly multiples: readonly (readonly [phrase: RegExp, times: number])[];
  readonly than: RegExp;
  readonly superlatives: readonly (readonly [
    phrase: RegExp,
    way: 'most' | 'least' | 'best' | 'worst' | 'unknown',
  ])[];
  readonly only: RegExp;
  readonly amongGrades: RegExp;
  readonly amongSchools: RegExp;
  /** Says that only the schools of the document are meant. */
  readonly someSchools: RegExp;
  readonly amongYears: RegExp;
  readonly amongGroups: RegExp;
  readonly steadily: RegExp;
  readonly shareWords: RegExp;
  readonly countWords: RegExp;
  readonly states: readonly (readonly [phrase: RegExp, state: State])[];
  /** "No", "all" or "most" before a state: the facts are not asked of so many. */
  readonly quantified: RegExp;
  /** Only sources and their data are late or up to date. */
  readonly ofSources: RegExp;
  readonly causes: RegExp;
  readonly forecasts: RegExp;
  /** Where a part of a sentence ends and another begins. */
  readonly cut: RegExp;
  readonly compares: RegExp;
  readonly when: RegExp;
  readonly points_back: RegExp;
  /** Words that may open a sentence or stand in capitals without being anybody's name. */
  readonly ordinary: ReadonlySet<string>;
  readonly schoolWords: RegExp;
}

export const lexiconOf = (lang: Language): Lexicon => (lang === 'en' ? english : spanish);
