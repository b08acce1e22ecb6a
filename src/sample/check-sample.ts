// Takes a sample file in as a run would, keeps nothing, and says what would become of every column and row.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Session } from '../adapters/duckdb.ts';
import type { Contract } from '../contract/contract.ts';
import { HomeroomError } from '../errors/homeroom-error.ts';
import { cellsSql } from '../intake/cells-sql.ts';
import { IntakeHold } from '../intake/intake-hold.ts';
import { tablesByPath } from '../intake/match-table.ts';
import { type Cells, readCells } from '../intake/read-cells.ts';
import { type IdSystemRule, stageCells } from '../intake/stage.ts';
import type { Zones } from '../intake/typed-sql.ts';
import { type ColumnFit, columnFits } from './column-fit.ts';

export interface SampleCheck {
  readonly file: string;
  /** The contract's table; blank where none knows the file. */
  readonly table: string;
  readonly known_by: 'path' | 'header' | 'nothing';
  readonly status: 'accepted' | 'held' | 'refused';
  readonly reason: string;
  readonly rows: number;
  readonly accepted: number;
  /** Rows of the same key, of which the last one counts. */
  readonly superseded: number;
  readonly as_of: string;
  readonly encoding: string;
  readonly columns: readonly ColumnFit[];
  /** In the file and not in the contract: dropped. */
  readonly unknown_columns: readonly string[];
  /** In the contract and not in the file. */
  readonly missing_columns: readonly string[];
  readonly quarantined: readonly { readonly rule: string; readonly column: string; readonly rows: number }[];
}

export interface SampleInput {
  readonly session: Session;
  readonly contract: Contract;
  readonly file: string;
  /** As `land` would lay it into the drop zone. */
  readonly path: string;
  readonly folder: string;
  readonly zones: Zones;
  readonly idSystem: (contractName: string) => IdSystemRule;
}

export async function checkSample(input: SampleInput): Promise<SampleCheck> {
  const { contract, file, path, folder } = input;
  const base = nothingRead(path);
  try {
    const cells = readCells(contract, file, path, join(folder, 'cells'));
    return await checkCells(
      input,
      cells,
      tablesByPath(contract, path).includes(cells.tableName) ? 'path' : 'header',
    );
  } catch (error) {
    if (error instanceof IntakeHold)
      return { ...base, status: error.kind, reason: error.message, table: error.table ?? '' };
    if (error instanceof HomeroomError) return { ...base, reason: error.message };
    throw error;
  }
}

function nothingRead(file: string): SampleCheck {
  return {
    file,
    table: '',
    known_by: 'nothing',
    status: 'held',
    reason: '',
    rows: 0,
    accepted: 0,
    superseded: 0,
    as_of: '',
    encoding: '',
    columns: [],
    unknown_columns: [],
    missing_columns: [],
    quarantined: [],
  };
}

async function checkCells(
  input: SampleInput,
  cells: Cells,
  knownBy: 'path' | 'header',
): Promise<SampleCheck> {
  const { session, contract, zones, path } = input;
  const { table, tableName } = cells;
  const bound = new Set(cells.columns.keys());
  const missing = Object.entries(table.columns).filter(
    ([name, c]) => c.privacy !== 'drop' && !bound.has(name),
  );
  const rejected = countBy(cells.rejected.map((r) => r.rule));
  const read = {
    ...nothingRead(path),
    table: tableName,
    known_by: knownBy,
    status: 'accepted' as const,
    rows: cells.rejectedCount,
    encoding: cells.encoding,
    unknown_columns: cells.unknownColumns,
    missing_columns: missing.map(([name]) => name),
    quarantined: rejected,
  };
  if (cells.source === null) return read;
  const rows = cellsSql([cells]);
  // Pseudonyms of a check are made with a key of the moment: nothing of them can be compared with anything.
  const key = randomBytes(32);
  const [staged] = await stageCells(session, {
    contract,
    tableName,
    table,
    cells: rows,
    bound,
    files: [{ path, sha256: '', received: '1970-01-01', rejected: cells.rejectedCount }],
    zones,
    idSystem: (column) => input.idSystem(table.columns[column]?.id_system ?? ''),
    keys: { subkey: async () => key },
  });
  const rules = await session.rows(
    'select rule, column_name, count(*) as n from quarantined_rows group by all order by n desc, rule, column_name',
  );
  return {
    ...read,
    rows: (staged?.rows ?? 0) + cells.rejectedCount,
    accepted: staged?.accepted ?? 0,
    superseded: staged?.superseded ?? 0,
    as_of: staged && staged.asOfBasis !== 'received' ? staged.asOf : 'the day it comes',
    columns: await columnFits(session, { contract, table, cells: rows.query, bound, zones }),
    quarantined: [
      ...rejected,
      ...rules.map((r) => ({ rule: String(r.rule), column: String(r.column_name), rows: Number(r.n) })),
    ],
  };
}

function countBy(rules: readonly string[]): { rule: string; column: string; rows: number }[] {
  const counts = new Map<string, number>();
  for (const rule of rules) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts].map(([rule, rows]) => ({ rule, column: '', rows }));
}
