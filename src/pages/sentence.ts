// Sentences of the words files with their numbers still known as numbers, so that each keeps its receipt.
import type { Datum } from '../charts/chart.ts';
import type { Value, Words } from '../words/words.ts';

/** Plain text, or a number with the receipt that proves it. */
export type Piece = string | { readonly text: string; readonly receipt: string };
export type Sentence = readonly Piece[];

// Private-use characters hold a number's place while the sentence is put together.
const OPEN = '\ue000';
const CLOSE = '\ue001';
const HELD = /\ue000(\d+)\ue001/;

/** @throws WordsError as `say` does */
export function sentence(
  words: Words,
  key: string,
  values: Readonly<Record<string, Value | Datum>> = {},
): Sentence {
  const data: Datum[] = [];
  const plain: Record<string, Value> = {};
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'object' && 'state' in value) plain[name] = `${OPEN}${data.push(value) - 1}${CLOSE}`;
    else plain[name] = typeof value === 'string' ? value.replaceAll(/[\ue000\ue001]/g, '') : value;
  }
  return words
    .say(key, plain)
    .split(HELD)
    .flatMap((part, i): Piece[] => {
      const datum = i % 2 === 1 ? data[Number(part)] : undefined;
      if (datum === undefined) return part === '' ? [] : [part];
      return [datum.receipt === null ? datum.text : { text: datum.text, receipt: datum.receipt }];
    });
}

export const plainText = (pieces: Sentence): string =>
  pieces.map((p) => (typeof p === 'string' ? p : p.text)).join('');
