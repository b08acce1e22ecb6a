// Tells header lines from records, wherever in the file they stand.
import { asBuffer } from './bytes.ts';
import type { RecordCells } from './record-cells.ts';

/** Names meet by their letters and digits alone: `School ID`, `school_id` and `SchoolId` are one name. */
export function nameKey(name: string): string {
  const key = name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  return key === '' ? name.trim() : key;
}

interface NameList {
  readonly keys: readonly string[];
  readonly first: Uint8Array;
  /** Positions that must agree. */
  readonly needed: number;
  readonly wild: boolean;
}

export class HeaderLines {
  readonly #lists: NameList[] = [];

  /** Lists by position with "-" and "" for any cell: the first and at least half of the names must be met. */
  constructor(lists: readonly (readonly string[])[] = []) {
    for (const names of lists) {
      const keys = names.map((name) => (name === '-' ? '' : nameKey(name)));
      const named = keys.filter((key) => key !== '').length;
      if (named > 0) this.#add(keys, Math.ceil(named / 2), true);
    }
  }

  /** The file's own header: a line that repeats it whole is no record. */
  addHeader(cells: readonly string[]): void {
    const keys = cells.map(nameKey);
    if (keys.some((key) => key !== '')) this.#add(keys, keys.length, false);
  }

  #add(keys: readonly string[], needed: number, wild: boolean): void {
    this.#lists.push({ keys, first: asBuffer(new TextEncoder().encode(keys[0] ?? '')), needed, wild });
  }

  /** Cheap and sure when false: the line at `from` cannot be a header line. */
  mayBegin(bytes: Uint8Array, from: number, to: number): boolean {
    for (const list of this.#lists) if (beginsWith(bytes, from, to, list.first)) return true;
    return false;
  }

  matches(bytes: Uint8Array, cells: RecordCells): boolean {
    const texts = cells.texts(asBuffer(bytes)).map((text) => nameKey(text ?? ''));
    return this.#lists.some((list) => (list.wild ? meetsHalf(list, texts) : meetsAll(list, texts)));
  }
}

function meetsHalf({ keys, needed }: NameList, texts: readonly string[]): boolean {
  const first = keys.findIndex((key) => key !== '');
  if (keys[first] !== texts[first]) return false;
  return keys.filter((key, i) => key !== '' && key === texts[i]).length >= needed;
}

function meetsAll({ keys }: NameList, texts: readonly string[]): boolean {
  return keys.length === texts.length && keys.every((key, i) => key === texts[i]);
}

function beginsWith(bytes: Uint8Array, from: number, to: number, key: Uint8Array): boolean {
  let k = 0;
  for (let at = from; k < key.length; at++) {
    if (at >= to) return false;
    let c = bytes[at] ?? 0;
    if (c >= 0x41 && c <= 0x5a) c += 0x20;
    const expected = key[k] ?? 0;
    // Outside ASCII letters and digits only the full comparison knows.
    if (c >= 0x80 || !isAlphanumeric(expected)) return true;
    if (!isAlphanumeric(c)) continue;
    if (c !== expected) return false;
    k++;
  }
  return true;
}

function isAlphanumeric(c: number): boolean {
  return (c >= 0x61 && c <= 0x7a) || (c >= 0x30 && c <= 0x39);
}
