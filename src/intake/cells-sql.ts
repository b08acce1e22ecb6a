// The query over the text cells of one file, or of several small ones of the same table and shape.
import { canonicalReadCsv, regularReadCsv } from '../parse/read-csv.ts';
import { literal, identifier as q } from '../sql-text/sql-text.ts';
import type { Cells } from './read-cells.ts';

export interface CellRows {
  /** One text column a bound contract column; behind file_no (from 0), record_no and line_no unless the rows' order numbers them. */
  readonly query: string;
  /** Lines before the first record, where the rows come in the order of one file and carry no numbers; else null. */
  readonly linesBefore: number | null;
}

export function cellsSql(group: readonly Cells[]): CellRows {
  const [first] = group;
  if (first?.source?.kind === 'regular') {
    const { path, scan } = first.source;
    // Numbering here, by a window over all rows, would bind the reader to one thread.
    return {
      query: `select ${bound(first)} from ${regularReadCsv(path, scan)}`,
      linesBefore: scan.headerLines,
    };
  }
  const paths = group.flatMap((c) => (c.source?.kind === 'canonical' ? [c.source.path] : []));
  const file = {
    path: paths,
    columns: first?.source?.kind === 'canonical' ? first.source.columns : 0,
    lineBreaks: group.some((c) => c.source?.kind === 'canonical' && c.source.lineBreaks),
  };
  const number = `list_position([${paths.map(literal).join(', ')}], source_file) - 1`;
  const numbers = `cast(${number} as integer) as file_no, record as record_no, line as line_no`;
  return {
    query: `select ${numbers}, ${first ? bound(first) : ''} from ${canonicalReadCsv(file)}`,
    linesBefore: null,
  };
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
