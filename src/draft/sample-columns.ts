// Reads a file that no contract knows yet into columns of text, to draft a contract from it.
import { readFileSync } from 'node:fs';
import { decode } from '../parse/decode.ts';
import { parseDelimited } from '../parse/parse-delimited.ts';
import { parseJsonRecords } from '../parse/parse-json-records.ts';

export interface SampleColumn {
  /** As the file calls it: header cell or JSON path; "column 3" where it calls it nothing. */
  readonly name: string;
  /** One a record, null for an empty cell. */
  readonly values: readonly (string | null)[];
}

export interface SampleTable {
  readonly format: 'csv' | 'json';
  readonly header: 'names' | 'none';
  readonly encoding: string;
  readonly explode: readonly string[];
  readonly records: number;
  readonly rejected: number;
  readonly columns: readonly SampleColumn[];
}

/** Records beyond these say little more about the types. */
const mostRecords = 50_000;

export function readSample(path: string): SampleTable {
  const text = decode(readFileSync(path), ['utf-8', 'windows-1252']);
  const first = Buffer.from(text.bytes.subarray(0, 4096))
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart()[0];
  return first === '{' || first === '['
    ? jsonSample(text.bytes, text.encoding)
    : delimitedSample(text.bytes, text.encoding);
}

function delimitedSample(bytes: Uint8Array, encoding: string): SampleTable {
  const named = records(bytes, true);
  const header = looksLikeHeader(named.walked.headerCells, named.rows) ? 'names' : 'none';
  const { rows, walked } = header === 'names' ? named : records(bytes, false);
  const names = Array.from({ length: walked.columns }, (_, i) =>
    header === 'names' ? (walked.headerCells[i] ?? '').trim() : `column ${i + 1}`,
  );
  return {
    format: 'csv',
    header,
    encoding,
    explode: [],
    records: walked.records,
    rejected: walked.rejectedCount,
    // A column that the header leaves nameless cannot be asked for by name.
    columns: names.flatMap((name, i) =>
      name === '' ? [] : [{ name, values: rows.map((r) => r[i] ?? null) }],
    ),
  };
}

function records(bytes: Uint8Array, header: boolean) {
  const rows: (readonly (string | null)[])[] = [];
  const walked = parseDelimited(
    bytes,
    { header },
    {
      record: (_, __, cells) => {
        if (rows.length < mostRecords) rows.push(cells);
      },
      reject: () => {},
    },
  );
  return { rows, walked };
}

/** A header is made of different words that its columns do not hold; numbers, dates and ids are data. */
export function looksLikeHeader(
  cells: readonly string[],
  rows: readonly (readonly (string | null)[])[] = [],
): boolean {
  const words = cells.map((c) => c.trim());
  const named = words.filter((w) => w !== '');
  if (new Set(named.map((w) => w.toLowerCase())).size < named.length) return false;
  const data = named.filter(
    (w) => /^[+-]?\d+([.,]\d+)?$/.test(w) || /^\d{1,4}[-/.]\d/.test(w) || isGuid(w) || w.includes('@'),
  );
  const repeated = words.some((w, i) => w !== '' && rows.some((r) => r[i]?.trim() === w));
  return named.length > 0 && data.length === 0 && !repeated;
}

function isGuid(text: string): boolean {
  return /^\{?[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}\}?$/i.test(text);
}

function jsonSample(bytes: Uint8Array, encoding: string): SampleTable {
  const start = Buffer.from(bytes.subarray(0, 4096)).toString('utf8');
  const explode = /^\s*\{[^{[]*"value"\s*:\s*\[/.test(start) ? ['value[]'] : [];
  const found = parseJsonRecords(bytes, { explode, paths: [] }, { record: () => true, reject: () => {} });
  const inner = [...new Set(found.unknownPaths.flatMap((p) => /^(.*?\[\])\./.exec(p)?.[1] ?? []))];
  const [only] = inner;
  // One array of objects inside the record is what the records are about; of several a person must choose.
  const exploded = inner.length === 1 && only !== undefined ? [...explode, only] : explode;
  const paths = found.unknownPaths.filter(
    (p) => !inner.some((a) => p.startsWith(a)) || exploded.some((e) => p.startsWith(`${e}.`)),
  );
  const values: (string | null)[][] = paths.map(() => []);
  const parsed = parseJsonRecords(
    bytes,
    { explode: exploded, paths },
    {
      record: (number, _, cells) => {
        if (number <= mostRecords) for (const [i, cell] of cells.entries()) values[i]?.push(cell);
        return true;
      },
      reject: () => {},
    },
  );
  return {
    format: 'json',
    header: 'names',
    encoding,
    explode: exploded,
    records: parsed.records,
    rejected: parsed.rejectedCount,
    columns: paths.map((name, i) => ({ name, values: values[i] ?? [] })),
  };
}
