// What DuckDB is asked so that it reads the proven file and the canonical one cell by cell as the own parser does.
import { literal } from '../sql-text/sql-text.ts';
import { MAX_CANONICAL_BYTES } from './canonical-writer.ts';
import type { RegularFile } from './scan-regular.ts';

/** Columns c1, c2, … as varchar, in the order of the file's records; an empty cell without quotes is null, "" is ''. */
export function regularReadCsv(path: string, file: RegularFile): string {
  const quote = file.quoted ? '"' : '';
  return readCsv(path, cellColumns(file.columns), {
    header: file.headerLines === 1,
    delim: file.delimiter,
    quote,
    escape: quote,
    // new_line stays unset: DuckDB 1.5.5 told the line end is CRLF swallows rows without a word; left alone it reads both.
  });
}

/** Columns record and line (bigint), then c1, c2, … as above; for a list of paths also source_file. */
export function canonicalReadCsv(file: {
  path: string | readonly string[];
  columns: number;
  lineBreaks: boolean;
}): string {
  return readCsv(
    file.path,
    { record: 'BIGINT', line: 'BIGINT', ...cellColumns(file.columns) },
    {
      header: false,
      delim: ',',
      quote: '"',
      escape: '"',
      new_line: '\\n',
      parallel: !file.lineBreaks,
      max_line_size: MAX_CANONICAL_BYTES,
      ...(typeof file.path === 'string' ? {} : { filename: 'source_file' }),
    },
  );
}

function cellColumns(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, i) => [`c${i + 1}`, 'VARCHAR']));
}

function readCsv(
  path: string | readonly string[],
  columns: Record<string, string>,
  options: Record<string, string | number | boolean>,
): string {
  const types = Object.entries(columns).map(([name, type]) => `${literal(name)}: ${literal(type)}`);
  const fixed = {
    hive_partitioning: false,
    auto_detect: false,
    strict_mode: true,
    null_padding: false,
    nullstr: '',
    allow_quoted_nulls: false,
  };
  const settings = Object.entries({ ...fixed, ...options }).map(
    ([key, value]) => `${key} = ${typeof value === 'string' ? literal(value) : value}`,
  );
  const paths = typeof path === 'string' ? exact(path) : `[${path.map(exact).join(', ')}]`;
  return `read_csv(${paths}, columns = {${types.join(', ')}}, ${settings.join(', ')})`;
}

/** A path is a pattern to DuckDB: its special characters stand for themselves here. */
function exact(path: string): string {
  return literal(path.replaceAll(/[*?[\]]/g, (c) => `[${c}]`));
}
