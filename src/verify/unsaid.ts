// What a language may say beside a number without a claim, and the words that claim although no number stands by them.

export interface Unsaid {
  /** Words that carry no claim; any other word of a sentence about students must have been placed. */
  readonly plain: ReadonlySet<string>;
  /** Also free of claims where a sentence speaks of a source, a day or a hidden number. */
  readonly around: ReadonlySet<string>;
  /** Also free of claims in a question. */
  readonly asking: ReadonlySet<string>;
  /** Free of claims only together. */
  readonly phrases: RegExp;
  /** Times that are no period of a facts document: months without a year, weeks, days, lengths of time. */
  readonly times: RegExp;
  /** Free of claims only beside a change: nothing else is told of a span of years. */
  readonly since: RegExp;
  /** Before a number of years: how long something lasted, which no fact says unless it changed. */
  readonly lasting: RegExp;
  /** Words that claim what no fact says: targets, averages, effects, deeds, praise and blame. */
  readonly claims: RegExp;
  /** The numbers are said not to tell something; what stands after it is not claimed. */
  readonly disclaims: RegExp;
  /** What somebody should do is no claim. */
  readonly urges: RegExp;
}

export const wordsOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));
