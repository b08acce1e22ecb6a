// Finds facts of a document by their meaning, and turns one into what a reader sees: a number in local form, or the reason.
import { createHash } from 'node:crypto';
import type { Datum } from '../charts/chart.ts';
import type { Fact, FactsDocument, Period } from '../facts/facts-document.ts';
import type { Words } from '../words/words.ts';

export interface Asked {
  readonly metric: string;
  readonly aspect: Fact['aspect'];
  /** Key of whom it is about; the document's subject when left out. */
  readonly about?: string;
  readonly group?: { readonly by: string; readonly value: string } | null;
  /** Label of the period; the document's own when left out. */
  readonly period?: string;
}

const keyOf = (metric: string, aspect: string, about: string, by: string, value: string, period: string) =>
  JSON.stringify([metric, aspect, about, by, value, period]);

export interface Facts {
  readonly document: FactsDocument;
  find(asked: Asked): Fact | undefined;
}

export function indexFacts(document: FactsDocument): Facts {
  const all = new Map(
    document.facts.map((f) => [
      keyOf(f.metric, f.aspect, f.about.key, f.group?.by ?? '', f.group?.value ?? '', f.period.label),
      f,
    ]),
  );
  return {
    document,
    find: ({ metric, aspect, about, group, period }) =>
      all.get(
        keyOf(
          metric,
          aspect,
          about ?? document.subject.key,
          group?.by ?? '',
          group?.value ?? '',
          period ?? document.period.label,
        ),
      ),
  };
}

/** School years of the document, the oldest first; the last is the document's own. */
export function yearsOf(document: FactsDocument): Period[] {
  const years = new Map([document.period, ...document.facts.map((f) => f.period)].map((p) => [p.label, p]));
  return [...years.values()]
    .filter((p) => p.kind === 'school_year' && p.to <= document.period.to)
    .sort((a, b) => a.from.localeCompare(b.from))
    .slice(-5);
}

/** A fact that the document has not is said to have no source. */
export function datumOf(words: Words, fact: Fact | undefined): Datum {
  if (fact === undefined || fact.value === null) {
    return {
      state: fact?.state === 'hidden' ? 'hidden' : 'no_data',
      value: null,
      text: words.say(`page.short.${fact?.why ?? 'no_source'}`),
      receipt: fact?.receipt ?? null,
    };
  }
  const text = fact.unit === 'percent' ? words.percent(fact.value) : words.number(fact.value);
  return { state: 'known', value: fact.value, text, receipt: fact.receipt };
}

/** The reason in a whole sentence. */
export const reasonOf = (words: Words, fact: Fact | undefined): string =>
  words.say(`reasons.${fact?.why ?? 'no_source'}`);

/** Names the release and, by a hash, the very numbers: who has it can make the page again. */
export function versionCode(document: FactsDocument): string {
  const hash = createHash('sha256').update(JSON.stringify(document)).digest('hex').slice(0, 8);
  return `${document.release}.${hash}`;
}
