// What is kept out of the release: rows by file, rule and column, and files as a whole, each with what to do.
import type { Session } from '../adapters/duckdb.ts';
import type { Lake } from '../lake/lake.ts';
import { literal } from '../sql-text/sql-text.ts';
import { fileAdvice, ruleAdvice } from './advice.ts';
import { quarantinedRows, quarantineFiles, type TakenFile } from './taken-file.ts';

export interface QuarantineLine {
  readonly state: 'rows' | 'held' | 'refused';
  readonly module: string;
  readonly table_name: string;
  readonly file_name: string;
  readonly batch_id: string | null;
  readonly run_id: string;
  /** Where the file lies as received. */
  readonly raw: string;
  readonly rule: string;
  readonly column_name: string;
  readonly rows: number;
  readonly reason: string;
  readonly what_to_do: string;
}

/** Lines of the files given, in their order; rows of one file by rule and column. */
export async function quarantineLines(
  session: Session,
  lake: Lake,
  files: readonly TakenFile[],
): Promise<QuarantineLine[]> {
  const counts = await countsByBatch(session, lake, files);
  return files.flatMap((file) => {
    const { status } = file.facts;
    if (status === 'held' || status === 'refused') return [wholeFile(file, status)];
    if (status !== 'accepted' || quarantinedRows(file) === 0) return [];
    const found = counts.get(file.facts.batch?.batchId ?? '') ?? fromFacts(file);
    return found.map((c) => rowsLine(file, c));
  });
}

interface RuleCount {
  readonly rule: string;
  readonly column: string;
  readonly rows: number;
}

/** A file without a single good row leaves no table of its rows behind, only their number. */
function fromFacts(file: TakenFile): RuleCount[] {
  return Object.entries(file.facts.quarantined).map(([rule, rows]) => ({ rule, column: '', rows }));
}

async function countsByBatch(
  session: Session,
  lake: Lake,
  files: readonly TakenFile[],
): Promise<Map<string, RuleCount[]>> {
  const paths: string[] = [];
  for (const file of files) {
    if (quarantinedRows(file) > 0) paths.push(...(await quarantineFiles(lake, file)));
  }
  const counts = new Map<string, RuleCount[]>();
  if (paths.length === 0) return counts;
  const rows = await session.rows(
    `select batch_id, rule, coalesce(column_name, '') as column_name, count(*) as n from read_parquet([${paths.map(literal).join(', ')}]) group by all order by batch_id, n desc, rule, column_name`,
  );
  for (const r of rows) {
    const count = { rule: String(r.rule), column: String(r.column_name), rows: Number(r.n) };
    counts.set(String(r.batch_id), [...(counts.get(String(r.batch_id)) ?? []), count]);
  }
  return counts;
}

function rowsLine(file: TakenFile, { rule, column, rows }: RuleCount): QuarantineLine {
  return {
    state: 'rows',
    ...placeOf(file),
    rule,
    column_name: column,
    rows,
    reason: '',
    what_to_do: ruleAdvice(rule),
  };
}

function wholeFile(file: TakenFile, state: 'held' | 'refused'): QuarantineLine {
  const { held, rowsIn, reason } = file.facts;
  return {
    state,
    ...placeOf(file),
    rule: '',
    column_name: '',
    rows: held > 0 ? held : rowsIn,
    reason,
    what_to_do: fileAdvice(file),
  };
}

function placeOf({ facts, raw, runId }: TakenFile) {
  return {
    module: facts.module,
    table_name: facts.table,
    file_name: facts.fileName,
    batch_id: facts.batch?.batchId ?? null,
    run_id: runId,
    raw,
  };
}
