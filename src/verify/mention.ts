// What a sentence speaks of, each with its place in it.
import type { Period } from '../facts/facts-document.ts';
import type { Hedge, Unit, Way } from './lexicon.ts';

interface At {
  readonly start: number;
  readonly end: number;
}

/** A part of a subject's students: a grade by its code, or a group by any of the values it may stand for. */
export type Part = { readonly grade: string } | { readonly values: readonly string[] } | 'everyone';

export type Mention = At &
  (
    | { readonly kind: 'metric'; readonly metrics: readonly string[]; readonly complement: boolean }
    | { readonly kind: 'subject'; readonly keys: readonly string[] }
    | { readonly kind: 'part'; readonly part: Part }
    | { readonly kind: 'period'; readonly periods: readonly Period[] }
    | { readonly kind: 'date'; readonly days: readonly string[] }
    | { readonly kind: 'source'; readonly module: string }
    | NumberMention
  );

export type Role = 'value' | 'amount' | 'population' | 'held_back';

/** An amount in any spelling. */
export type NumberMention = At & {
  readonly kind: 'number';
  /** All readings that the spelling allows, each with its decimals. */
  readonly readings: readonly { readonly value: number; readonly decimals: number }[];
  readonly unit: Unit | null;
  readonly hedge: Hedge | null;
  /** "7 of 20": the whole; a share said in words, such as "a third". */
  readonly of: number | null;
  readonly frequency: boolean;
  readonly fraction: boolean;
  /** The upper end of a range. */
  readonly until: number | null;
  readonly role: Role;
  readonly way: Way | null;
};

export type MentionOf<K extends Mention['kind']> = Extract<Mention, { kind: K }>;

export function isKind<K extends Mention['kind']>(kind: K): (m: Mention) => m is MentionOf<K> {
  return (m): m is MentionOf<K> => m.kind === kind;
}
