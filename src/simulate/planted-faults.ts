/** Planted mess: takes a clean file's rows and spoils them in a known way, with the counts that must come out. */
import { RowSink } from './row-sink.ts';
import type { Planted, VendorFile } from './vendor-file.ts';

type Clean = { readonly header: string; readonly rows: readonly string[] };
type Spoiled = { readonly bytes: Uint8Array; readonly planted: Planted };

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** The whole file in memory; only for a day's delivery. */
export const rendered = (file: VendorFile): Uint8Array => {
  const chunks: Uint8Array[] = [];
  const sink = new RowSink((chunk) => chunks.push(chunk.slice()));
  file.write(sink);
  sink.finish();
  return Buffer.concat(chunks);
};

const spoil = (file: VendorFile, change: (clean: Clean) => Spoiled): VendorFile => {
  const lines = decoder.decode(rendered(file)).trimEnd().split('\n');
  const { bytes, planted } = change({ header: lines[0] ?? '', rows: lines.slice(1) });
  return { ...file, planted, write: (sink) => sink.block(bytes, planted.rowsIn) };
};

const outcome = (kind: string, rowsIn: number, note: string, faults: Partial<Planted> = {}): Planted => {
  const { quarantined = {}, superseded = 0, held = 0 } = faults;
  const bad = Object.values(quarantined).reduce((a, b) => a + b, 0);
  return { kind, rowsIn, accepted: rowsIn - bad - superseded - held, quarantined, superseded, held, note };
};

const joined = (lines: readonly string[], end = '\n'): Uint8Array => encoder.encode(lines.join(end) + end);

/** Puts one line behind each third, fifth, … of the file, so that faults do not stand together at the end. */
const scattered = (rows: readonly string[], bad: readonly string[]): string[] => {
  const out = [...rows];
  bad.forEach((line, i) => {
    out.splice(Math.floor(((i + 1) * out.length) / (bad.length + 1)), 0, line);
  });
  return out;
};

const withCell = (row: string, position: number, value: string): string =>
  row
    .split(',')
    .map((c, i) => (i === position ? value : c))
    .join(',');

/** Attendance: two rows of wrong length, a date that does not exist, a row without student and one without date. */
export const withBrokenRows = (file: VendorFile): VendorFile =>
  spoil(file, ({ header, rows }) => {
    const row = rows[0] ?? '';
    const bad = [
      row.split(',').slice(0, 8).join(','),
      `${row},and,more`,
      withCell(row, 4, '2026-13-45'),
      withCell(row, 1, ''),
      withCell(row, 4, ''),
    ];
    const lines = scattered(rows, bad);
    const quarantined = { ragged: 2, type_date: 1, required: 2 };
    const planted = outcome('broken_rows', lines.length, 'The good rows are the whole truth.', {
      quarantined,
    });
    return { bytes: joined([header, ...lines]), planted };
  });

/** Resource report: a quote that nobody closes, a NUL, a row without user, and two rows that are there twice. */
export const withBrokenQuotes = (file: VendorFile): VendorFile =>
  spoil(file, ({ header, rows }) => {
    const row = rows[0] ?? '';
    const unclosed = withCell(row, 6, `"${row.split(',')[6] ?? ''}`);
    const bad = [unclosed, withCell(row, 4, 'No\u0000 School'), withCell(row, 2, '')];
    const lines = [...scattered(rows, bad), ...rows.slice(0, 2)];
    const quarantined = { unclosed_quote: 1, nul_byte: 1, required: 1 };
    const superseded = Math.min(2, rows.length);
    const note = 'Rows behind the open quote are good.';
    return {
      bytes: joined([header, ...lines]),
      planted: outcome('broken_quotes', lines.length, note, { quarantined, superseded }),
    };
  });

export const withByteOrderMark = (file: VendorFile): VendorFile =>
  spoil(file, ({ header, rows }) => ({
    bytes: joined([`\uFEFF${header}`, ...rows], '\r\n'),
    planted: outcome('bom_crlf', rows.length, 'UTF-8 with byte order mark and CRLF.'),
  }));

export const inWindows1252 = (file: VendorFile): VendorFile =>
  spoil(file, ({ header, rows }) => {
    const lines = [header, ...rows.map((row) => row.replace(', part ', ', étape '))];
    return {
      bytes: Buffer.from(`${lines.join('\r\n')}\r\n`, 'latin1'),
      planted: outcome('windows_1252', rows.length, 'Windows-1252 with CRLF; lesson names carry an accent.'),
    };
  });

/** Half of the file, cut in the middle of a record. */
export const truncated = (file: VendorFile): VendorFile =>
  spoil(file, ({ header, rows }) => {
    const whole = Math.floor(rows.length / 2);
    const next = rows[whole] ?? '';
    const broken = next.slice(0, Math.floor(next.length / 2));
    const kept = [...rows.slice(0, whole), ...(broken === '' ? [] : [broken])];
    const planted = outcome('truncated', kept.length, 'The whole file comes again the day after.', {
      held: kept.length,
    });
    return { bytes: encoder.encode([header, ...kept].join('\n')), planted };
  });

/** A blank line and the header once more in the middle. */
export const withStrayHeader = (file: VendorFile): VendorFile =>
  spoil(file, ({ header, rows }) => {
    const lines = scattered(rows, ['', header]);
    const note = 'One blank line and one more header line, counted apart.';
    return {
      bytes: joined([header, ...lines], '\r\n'),
      planted: outcome('blank_and_header_lines', rows.length, note),
    };
  });

/** The same bytes as the day before. */
export const repeated = (file: VendorFile, delivery: VendorFile['delivery'], rows: number): VendorFile => ({
  ...file,
  delivery,
  planted: outcome('repeated_file', rows, 'Byte for byte the file of the day before.', { superseded: rows }),
});

export const asPlanted = (file: VendorFile, kind: string, rows: number, note: string): VendorFile => ({
  ...file,
  planted: outcome(kind, rows, note),
});

/** Rows that a file would have. */
export const countRows = (file: VendorFile): number => {
  const sink = new RowSink(() => {});
  file.write(sink);
  return sink.rows;
};
