// Reads physical lines of a file as received, for a data steward's eyes: opened from its archive, decoded, no more.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import type { Lake } from '../lake/lake.ts';
import { decode } from '../parse/decode.ts';
import { unwrap } from '../parse/unwrap.ts';
import type { TakenFile } from './taken-file.ts';

/** Longer lines are cut: a terminal is no place for a whole document. */
const longest = 2000;

/** Line numbers to their text; a number beyond the file is absent. */
export async function rawLines(
  lake: Lake,
  { raw, facts }: TakenFile,
  numbers: readonly number[],
): Promise<Map<number, string>> {
  const folder = await lake.scratch('steward');
  mkdirSync(folder, { recursive: true });
  try {
    const local = await lake.fetch(raw);
    const name = raw.split('/').slice(4).join('/');
    const entry = (await unwrap(local, name, { into: folder })).find((e) => e.name === facts.fileName);
    const path = typeof entry?.content === 'string' ? entry.content : local;
    return linesOf(readFileSync(path), numbers);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function linesOf(bytes: Buffer, numbers: readonly number[]): Map<number, string> {
  const text = Buffer.from(decode(bytes, ['utf-8', 'windows-1252']).bytes).toString('utf8');
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const wanted = [...new Set(numbers)].filter((n) => n >= 1 && n <= lines.length);
  return new Map(wanted.map((n) => [n, shown(lines[n - 1] ?? '')]));
}

/** Control characters would let a file speak to the terminal. */
function shown(line: string): string {
  const plain = line.replaceAll(/\p{Cc}/gu, '\uFFFD');
  return plain.length > longest ? `${plain.slice(0, longest)} …` : plain;
}
