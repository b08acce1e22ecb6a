// What suppression works on: counts of students, and what anybody knows about how they hang together.

/** A count that a table would show. Its id is the same in every report of the school year. */
export interface Cell {
  readonly id: string;
  /** Number of students, a whole number from 0. */
  readonly value: number;
  /** Of a part (students meeting, a band): the id of the cell with the number of students judged. */
  readonly of?: string;
  /** Where the cell stands, for people: school, grade, metric, year. */
  readonly coords: Readonly<Record<string, string>>;
  /** What hiding it costs, 1 when left out; a school's total costs more than a grade's. */
  readonly weight?: number;
  /** Its value in an earlier report of this school year, if that showed it. */
  readonly before?: number;
  /** The reason that an earlier report of this year printed instead of it; it is printed again, and so says nothing new. */
  readonly reasonBefore?: HiddenBecause;
  /** The number is out already and cannot be hidden any more: it only tells the attacker something. */
  readonly released?: boolean;
}

/** What anybody knows: `least` <= sum of times x cell <= `most`. */
export interface Relation {
  readonly terms: readonly Term[];
  readonly least: number;
  readonly most: number;
}

export interface Term {
  readonly cell: string;
  readonly times: number;
}

/** The two reasons of a facts document that suppression gives. */
export type HiddenBecause = 'small_group' | 'protects_another';

export interface Table {
  readonly cells: readonly Cell[];
  readonly relations: readonly Relation[];
}

/** Whole = sum of the parts, less a number that everybody may know (students counted in two schools). */
export function sumOf(whole: string, parts: readonly string[], countedTwice = 0): Relation {
  const terms = [{ cell: whole, times: -1 }, ...parts.map((cell) => ({ cell, times: 1 }))];
  return { terms, least: countedTwice, most: countedTwice };
}

/** Whole <= sum of the parts <= whole + `twice`: some are counted in two parts, nobody knows how many. */
export function sumAtMostTwice(whole: string, parts: readonly string[], twice: number): Relation {
  return { ...sumOf(whole, parts), least: 0, most: twice };
}

/** The first is never more than the second: students meeting and judged, a date and a later one. */
export function atMost(smaller: string, larger: string): Relation {
  return {
    terms: [
      { cell: larger, times: 1 },
      { cell: smaller, times: -1 },
    ],
    least: 0,
    most: Number.POSITIVE_INFINITY,
  };
}
