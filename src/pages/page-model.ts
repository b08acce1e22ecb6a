// A page before it is HTML or paper: zones of worded blocks. Both are written from this, so that they can't differ.
import type { Chart, Table } from '../charts/chart.ts';
import type { Language } from '../words/languages.ts';
import type { Sentence } from './sentence.ts';

export type Block =
  | { readonly kind: 'text'; readonly sentences: readonly Sentence[]; readonly strong?: boolean }
  | { readonly kind: 'list'; readonly items: readonly Sentence[] }
  /** One of the four facts: its number, lines about it, and its pictures. */
  | {
      readonly kind: 'fact';
      readonly title: string;
      /** False when the number is a reason why there is none. */
      readonly known: boolean;
      readonly number: Sentence;
      readonly lines: readonly Sentence[];
      readonly charts: readonly Chart[];
    }
  | { readonly kind: 'chart'; readonly chart: Chart }
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'terms'; readonly items: readonly { readonly term: string; readonly text: Sentence }[] }
  /** A question or label with room to write by hand. */
  | { readonly kind: 'write'; readonly label: string; readonly owner: string | null; readonly lines: number };

export interface Zone {
  /** Unique on the page; also its anchor. */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
  /** Half zones stand two by two where there is room. */
  readonly half?: boolean;
  /** False: on the screen only, where the sheet has no room. */
  readonly onPaper?: boolean;
}

export interface ReceiptLine {
  readonly receipt: string;
  readonly says: string;
}

export interface PageModel {
  readonly lang: Language;
  readonly kind: 'school' | 'district' | 'student' | 'family';
  /** Of the document, for the window and the PDF. */
  readonly title: string;
  readonly kicker: string;
  readonly name: string;
  /** Period, printed on, version code. */
  readonly about: readonly string[];
  /** Shown on each sheet that holds records of students. */
  readonly mark: string | null;
  readonly agesTitle: string;
  readonly ages: readonly { readonly text: string; readonly late: boolean }[];
  readonly headline: string;
  readonly zones: readonly Zone[];
  readonly footTitle: string;
  readonly foot: readonly Block[];
  readonly receiptsTitle: string;
  readonly receiptsNote: string;
  readonly receiptsOpen: string;
  /** What each receipt of the page is of. */
  readonly receipts: readonly ReceiptLine[];
  readonly languages: readonly { readonly lang: Language; readonly name: string; readonly href: string }[];
  readonly languagesTitle: string;
  readonly skip: string;
  readonly pageOf: string;
  /** For a sheet without room for all groups. */
  readonly moreGroups: (n: number) => string;
}
