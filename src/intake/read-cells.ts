// Opens one file: finds its table, binds its columns, and offers its text cells as an SQL query.
import { rmSync, statSync } from 'node:fs';
import type { Contract, TableContract } from '../contract/contract.ts';
import { type Decoded, toUtf8File } from '../parse/decode.ts';
import { jsonToCanonicalCsv } from '../parse/json-to-canonical-csv.ts';
import { type RegularFile, scanRegular } from '../parse/scan-regular.ts';
import { toCanonicalCsv } from '../parse/to-canonical-csv.ts';
import { type Binding, bindHeader, bindLayout } from './header.ts';
import { IntakeHold } from './intake-hold.ts';
import { tableByHeader, tablesByPath } from './match-table.ts';

export type CellSource =
  | { readonly kind: 'regular'; readonly path: string; readonly scan: RegularFile }
  | {
      readonly kind: 'canonical';
      readonly path: string;
      readonly columns: number;
      readonly lineBreaks: boolean;
    };

export interface Cells {
  readonly tableName: string;
  readonly table: TableContract;
  /** Where the cells lie; null for a file without records. */
  readonly source: CellSource | null;
  /** Contract column to the cells it reads, from 1: the first that is not empty counts. */
  readonly columns: ReadonlyMap<string, readonly number[]>;
  readonly rejected: readonly { readonly record: number; readonly line: number; readonly rule: string }[];
  readonly rejectedCount: number;
  readonly blankLines: number;
  readonly headerLines: number;
  readonly unknownColumns: readonly string[];
  readonly encoding: string;
  readonly reader: 'fast' | 'exact';
}

const cutOff = 'the file ends in the middle of a record (half written or cut off)';

/** Bytes below which the fast path does not pay. */
const smallFile = 4 * 1024 * 1024;

/**
 * `scratch` is a path that may be written. The cells lie in the file or in the scratch file: keep both until read.
 * @throws IntakeHold when the file as a whole cannot be taken in
 */
export function readCells(contract: Contract, file: string, path: string, scratch: string): Cells {
  const candidates = tablesByPath(contract, path);
  const first = candidates[0];
  const refused = candidates.map((c) => contract.tables[c]?.refuse).find((r) => r !== undefined);
  if (refused !== undefined) throw new IntakeHold('refused', refused, first);
  const table = first === undefined ? undefined : contract.tables[first];
  if (table && table.format !== 'csv') return jsonCells(first ?? '', table, file, scratch);
  return delimitedCells(contract, candidates, file, path, scratch);
}

function delimitedCells(
  contract: Contract,
  candidates: readonly string[],
  file: string,
  path: string,
  scratch: string,
): Cells {
  const tables = candidates.map((c) => contract.tables[c]).filter((t) => t !== undefined);
  const header = tables[0]?.header !== 'none';
  const options = {
    header,
    backslashQuotes: tables.some((t) => t.backslash_escapes),
    headerNames: tables.flatMap((t) => (t.layouts ?? []).map((l) => l.names.map((n) => headerName(t, n)))),
  };
  // A small file is read exactly: many of them together then cost one query, which the fast path cannot offer.
  const scan = statSync(file).size < smallFile ? undefined : scanRegular(file, options);
  if (scan?.regular) {
    const { tableName, table, binding } = chosen(
      contract,
      candidates,
      header,
      scan.headerCells,
      scan.firstCells,
      path,
    );
    return {
      ...boundCells(tableName, table, binding),
      source: scan.records === 0 ? null : { kind: 'regular', path: file, scan },
      rejected: [],
      rejectedCount: 0,
      blankLines: scan.blankLines,
      headerLines: scan.headerLines,
      encoding: 'utf-8',
      reader: 'fast',
    };
  }
  const encodings = [...new Set(tables.flatMap((t) => t.encodings))];
  const { encoding, made } = inUtf8(
    file,
    encodings.length > 0 ? encodings : ['utf-8', 'windows-1252'],
    scratch,
    (path) => toCanonicalCsv(path, options, scratch),
  );
  const { tableName, table, binding } = chosen(
    contract,
    candidates,
    header,
    made.headerCells,
    made.firstCells,
    path,
  );
  if (made.truncated) throw new IntakeHold('held', cutOff, tableName);
  return {
    ...boundCells(tableName, table, binding),
    source: made.records + made.rejectedCount === 0 ? null : { kind: 'canonical', ...made },
    rejected: made.rejected,
    rejectedCount: made.rejectedCount,
    blankLines: made.blankLines,
    headerLines: made.headerLines,
    encoding,
    reader: 'exact',
  };
}

/** The name by which a header line inside a header-less file would call a layout's column. */
function headerName(table: TableContract, column: string): string {
  return column === '-' ? '-' : (table.columns[column]?.from?.[0] ?? column);
}

function chosen(
  contract: Contract,
  candidates: readonly string[],
  header: boolean,
  headerCells: readonly string[],
  firstCells: readonly (string | null)[],
  path: string,
): { tableName: string; table: TableContract; binding: Binding } {
  const tableName = header
    ? (tableByHeader(contract, candidates, headerCells) ??
      candidates[0] ??
      tableByHeader(contract, Object.keys(contract.tables), headerCells))
    : candidates[0];
  const table = tableName === undefined ? undefined : contract.tables[tableName];
  if (tableName === undefined || !table) {
    throw new IntakeHold(
      'held',
      `no table of module ${contract.module} knows a file of this name and header`,
      undefined,
    );
  }
  if (!header) {
    if (firstCells.length === 0)
      return { tableName, table, binding: { positions: new Map(), unknown: [], missing: [] } };
    for (const name of candidates) {
      const other = contract.tables[name];
      const binding =
        other &&
        bindLayout(
          other,
          firstCells.map((c) => c ?? ''),
        );
      if (other && binding) return { tableName: name, table: other, binding };
    }
    throw new IntakeHold('held', `no layout of the contract has ${firstCells.length} columns`, tableName);
  }
  if (headerCells.length === 0)
    return { tableName, table, binding: { positions: new Map(), unknown: [], missing: [] } };
  const binding = bindHeader(table, headerCells);
  if (binding.missing.length > 0) {
    throw new IntakeHold(
      'held',
      `required column missing: ${binding.missing.join(', ')} (${path.split('/').at(-1) ?? ''})`,
      tableName,
    );
  }
  return { tableName, table, binding };
}

function boundCells(
  tableName: string,
  table: TableContract,
  binding: Binding,
): Pick<Cells, 'tableName' | 'table' | 'columns' | 'unknownColumns'> {
  const kept = [...binding.positions].filter(([name]) => table.columns[name]?.privacy !== 'drop');
  return {
    tableName,
    table,
    columns: new Map(kept.map(([name, i]) => [name, [i + 1]])),
    unknownColumns: binding.unknown,
  };
}

function jsonCells(tableName: string, table: TableContract, file: string, scratch: string): Cells {
  const kept = Object.entries(table.columns).filter(([, c]) => c.privacy !== 'drop');
  const paths = [...new Set(Object.entries(table.columns).flatMap(([name, c]) => c.from ?? [name]))];
  const { encoding, made } = inUtf8(file, table.encodings, scratch, (path) =>
    jsonToCanonicalCsv(path, { explode: table.explode ?? [], paths }, scratch),
  );
  if (made.truncated) throw new IntakeHold('held', cutOff, tableName);
  return {
    tableName,
    table,
    source: made.records + made.rejectedCount === 0 ? null : { kind: 'canonical', ...made },
    columns: new Map(kept.map(([name, c]) => [name, (c.from ?? [name]).map((p) => paths.indexOf(p) + 1)])),
    rejected: made.rejected,
    rejectedCount: made.rejectedCount,
    blankLines: made.blankLines,
    headerLines: 0,
    unknownColumns: made.unknownNames,
    encoding,
    reader: 'exact',
  };
}

/** Shows `make` the file in UTF-8, never as a whole in memory; a copy that had to be written goes again at once. */
function inUtf8<T>(
  file: string,
  allowed: TableContract['encodings'],
  scratch: string,
  make: (path: string) => T,
): { readonly encoding: Decoded['encoding']; readonly made: T } {
  const copy = `${scratch}-utf8`;
  try {
    const { encoding, path } = toUtf8File(file, allowed, copy, 'the file');
    return { encoding, made: make(path) };
  } finally {
    rmSync(copy, { force: true });
  }
}
