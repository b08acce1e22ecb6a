// The query over the text cells of one file, or of several small ones of the same table and shape.
import { canonicalReadCsv, regularReadCsv } from '../parse/read-csv.ts';
import { literal, identifier as q } from '../sql-text/sql-text.ts';
import type { Cells } from './read-cells.ts';

/** Columns file_no (from 0, in the order given), record_no, line_no, and one text column a bound contract column. */
export function cellsSql(group: readonly Cells[]): string {
  const [first] = group;
  if (first?.source?.kind === 'regular') {
    const { path, scan } = first.source;
    const numbered = `select 0 as file_no, row_number() over () as record_no, row_number() over () + ${scan.headerLines} as line_no, * from ${regularReadCsv(path, scan)}`;
    return `select file_no, record_no, line_no, ${bound(first)} from (${numbered})`;
  }
  const paths = group.flatMap((c) => (c.source?.kind === 'canonical' ? [c.source.path] : []));
  const file = {
    path: paths,
    columns: first?.source?.kind === 'canonical' ? first.source.columns : 0,
    lineBreaks: group.some((c) => c.source?.kind === 'canonical' && c.source.lineBreaks),
  };
  const number = `list_position([${paths.map(literal).join(', ')}], source_file) - 1`;
  return `select cast(${number} as integer) as file_no, record as record_no, line as line_no, ${first ? bound(first) : ''} from ${canonicalReadCsv(file)}`;
}

function bound({ columns }: Cells): string {
  const cell = (positions: readonly number[]) =>
    positions.length === 1 ? `c${positions[0]}` : `coalesce(${positions.map((p) => `c${p}`).join(', ')})`;
  return [...columns].map(([name, positions]) => `${cell(positions)} as ${q(name)}`).join(', ');
}

/** Files whose groups may be staged together: same table, same columns in the same places, canonical form. */
export function groupKey(cells: Cells): string | undefined {
  if (cells.source?.kind !== 'canonical') return undefined;
  const columns = [...cells.columns].map(([name, p]) => `${name}=${p.join('+')}`).join(',');
  return `${cells.tableName}|${cells.source.columns}|${columns}`;
}
