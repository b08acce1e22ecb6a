// What every chart is: words that state it, a drawing in a theme's inks, and the table that stands under it.
import type { Theme } from './theme.ts';

/** One number of a chart as a reader gets it: `text` is the number in local form, or the reason why there is none. */
export interface Datum {
  readonly state: 'known' | 'hidden' | 'no_data';
  readonly value: number | null;
  readonly text: string;
  /** The fact's receipt; null for what is no number of a release. */
  readonly receipt: string | null;
}

export interface Cell {
  readonly text: string;
  /** True for the row's own name. */
  readonly heads?: boolean;
  readonly receipt?: string | null;
  readonly numeric?: boolean;
}

export interface Table {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** What the caller words: a title that states the finding, a description, and the sentence for an empty chart. */
export interface ChartWords {
  /** Unique on its page; a letter first, then letters, digits and hyphens. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** Says why the chart is empty and when it will not be. */
  readonly empty: string;
  readonly caption: string;
  readonly columns: readonly string[];
}

export interface Chart {
  readonly title: string;
  readonly description: string;
  readonly table: Table;
  /** Null when there is something to draw. */
  readonly empty: string | null;
  /** An SVG element as text: no script, no style, the same bytes for the same numbers. */
  draw(theme: Theme, width?: number): string;
  /** A picture for each row of the table, where one fits: for paper, which has no room for both. */
  readonly rowPictures?: (theme: Theme) => readonly string[];
}

export const head = (text: string): Cell => ({ text, heads: true });

export function cell(datum: Datum): Cell {
  return { text: datum.text, receipt: datum.receipt, numeric: datum.state === 'known' };
}

export function known<T extends Datum>(data: readonly T[]): (T & { readonly value: number })[] {
  return data.flatMap((d) => (d.state === 'known' && d.value !== null ? [{ ...d, value: d.value }] : []));
}

/** A chart is empty when none of its numbers is known. */
export function chart(
  words: ChartWords,
  rows: Table['rows'],
  anything: boolean,
  draw: Chart['draw'],
  rowPictures?: (theme: Theme) => readonly string[],
): Chart {
  return {
    title: words.title,
    description: words.description,
    table: { caption: words.caption, columns: words.columns, rows },
    empty: anything ? null : words.empty,
    draw,
    ...(rowPictures === undefined ? {} : { rowPictures }),
  };
}
