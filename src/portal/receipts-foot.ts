// The receipts of a portal page: a small number beside each number, and what they are of at the foot, as on a sheet.
import type { Datum } from '../charts/chart.ts';
import type { Fact } from '../facts/facts-document.ts';
import { receiptLines } from '../pages/closing.ts';
import type { Facts } from '../pages/find-facts.ts';
import { footnotes } from '../pages/footnotes.ts';
import { type Html, html } from '../pages/html.ts';
import type { ReceiptLine } from '../pages/page-model.ts';
import { receipts } from '../pages/render-html.ts';
import type { Words } from '../words/words.ts';
import type { Build } from './site-input.ts';

export interface Receipts {
  /** The number as a reader sees it, with the way to its receipt. */
  number(datum: Datum): Html;
  /** For behind a sentence that tells the numbers. */
  mark(fact: Fact | undefined): Html | null;
  /** A number of a table, which carries its receipt without a mark. */
  note(receipt: string): void;
  /** Everything that was numbered so far. */
  foot(): Html;
}

/** @param all whose numbers the page may show, the page's own subject first */
export function receiptsOf(build: Build, all: readonly Facts[]): Receipts {
  const { words } = build;
  const notes = footnotes(
    all.flatMap((facts, i) =>
      linesOf(words, facts).map((l) =>
        i === 0 ? l : { ...l, says: `${facts.document.subject.name}, ${l.says}` },
      ),
    ),
  );
  return {
    number({ text, receipt, state }) {
      // There is nothing to make again of what nobody knows; a class has several of that.
      if (receipt === null || state === 'no_data') return html`${text}`;
      return html`${text}<sup><a href="#${receipt}">${notes.of(receipt)}</a></sup>`;
    },
    mark: (fact) =>
      fact === undefined ? null : html`<sup><a href="#${fact.receipt}">${notes.of(fact.receipt)}</a></sup>`,
    note: (receipt) => void notes.of(receipt),
    foot: () =>
      receipts(
        {
          receiptsTitle: words.say('page.receipts.title'),
          receiptsNote: words.say('page.receipts.note', { address: receiptsAt(build) }),
          receiptsOpen: words.say('page.receipts.open'),
        },
        notes,
      ),
  };
}

const lines = new WeakMap<Facts, readonly ReceiptLine[]>();

/** A school's are worded once for all its classes. */
function linesOf(words: Words, facts: Facts): readonly ReceiptLine[] {
  const known = lines.get(facts) ?? receiptLines(words, facts);
  lines.set(facts, known);
  return known;
}

export const receiptsAt = ({ district, basis }: Build): string =>
  `${district.reports.portal ?? 'homeroom receipt'} ${basis.release}`;
