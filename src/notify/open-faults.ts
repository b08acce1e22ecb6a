// What is wrong today with what the sources sent: of each file its latest reading, and of each full set its latest file.
import type { Session } from '../adapters/duckdb.ts';
import { type Contract, hasFullSets } from '../contract/contract.ts';
import type { Lake } from '../lake/lake.ts';
import { quarantineLines } from '../quarantine/quarantine-list.ts';
import { quarantinedRecords } from '../quarantine/quarantined-rows.ts';
import { quarantinedRows, type TakenFile } from '../quarantine/taken-file.ts';
import { type Fault, faultId } from './fault.ts';

/** Records that are looked at of one file; a letter names far fewer. */
const MOST_RECORDS = 5000;

export async function openFaults(
  session: Session,
  lake: Lake,
  contracts: readonly Contract[],
  files: readonly TakenFile[],
): Promise<Fault[]> {
  const open = files.filter((file, i) => !file.overtaken && !isReplaced(files, i, contracts));
  const faults = new Map<string, Fault>();
  const lastRun = lastRunByTable(files);
  for (const file of open) {
    const found = [
      ...heldFault(file, contracts),
      ...columnFault(file, lastRun),
      ...(await rowFaults(session, lake, file, contracts)),
    ];
    for (const fault of found) {
      const known = faults.get(fault.id);
      faults.set(fault.id, known ? { ...known, places: [...known.places, ...fault.places] } : fault);
    }
  }
  return [...faults.values()];
}

const tableOf = ({ facts }: TakenFile) => facts.table || facts.batchTable;

export function isFullSet({ facts }: TakenFile, contracts: readonly Contract[]): boolean {
  const { delivery } = facts.batch ?? {};
  if (delivery !== undefined) return delivery === 'snapshot' || delivery === 'partial';
  const table = contracts.find((c) => c.module === facts.module)?.tables[facts.table];
  return table !== undefined && hasFullSets(table);
}

/** Of a full set a later run has taken in a newer file; parts of one day stand side by side. */
function isReplaced(files: readonly TakenFile[], i: number, contracts: readonly Contract[]): boolean {
  const file = files[i];
  if (file === undefined || !isFullSet(file, contracts)) return false;
  return files.some(
    (other) =>
      other.runId > file.runId &&
      other.facts.status === 'accepted' &&
      other.facts.module === file.facts.module &&
      tableOf(other) === tableOf(file) &&
      isFullSet(other, contracts),
  );
}

function lastRunByTable(files: readonly TakenFile[]): ReadonlyMap<string, string> {
  const last = new Map<string, string>();
  for (const file of files) {
    const id = `${file.facts.module}|${tableOf(file)}`;
    if (file.facts.status === 'accepted' && file.runId > (last.get(id) ?? '')) last.set(id, file.runId);
  }
  return last;
}

function base(file: TakenFile, contracts: readonly Contract[]) {
  const { module, fileName } = file.facts;
  return {
    module,
    table: tableOf(file),
    run: file.runId,
    file: fileName,
    isFull: isFullSet(file, contracts),
  };
}

function made(
  of: ReturnType<typeof base>,
  what: Pick<Fault, 'kind' | 'rule' | 'columns'>,
  rows: number,
  records: readonly number[] = [],
): Fault {
  const { file, ...rest } = of;
  return {
    id: faultId({ ...of, ...what }),
    ...rest,
    ...what,
    places: [{ file, rows, records: [...records] }],
  };
}

function heldFault(file: TakenFile, contracts: readonly Contract[]): Fault[] {
  const { status, reason, held, rowsIn } = file.facts;
  if (status !== 'held') return [];
  return [made(base(file, contracts), { kind: 'held', rule: reason, columns: [] }, held > 0 ? held : rowsIn)];
}

/** Columns that no contract asks for: told of the latest files alone, for those before are past mending. */
function columnFault(file: TakenFile, lastRun: ReadonlyMap<string, string>): Fault[] {
  const { status, unknownColumns, module, rowsIn } = file.facts;
  if (status !== 'accepted' || unknownColumns.length === 0) return [];
  if (lastRun.get(`${module}|${tableOf(file)}`) !== file.runId) return [];
  const columns = [...unknownColumns].sort();
  return [made(base(file, []), { kind: 'columns', rule: '', columns }, rowsIn)];
}

async function rowFaults(
  session: Session,
  lake: Lake,
  file: TakenFile,
  contracts: readonly Contract[],
): Promise<Fault[]> {
  if (file.facts.status !== 'accepted' || quarantinedRows(file) === 0) return [];
  const lines = await quarantineLines(session, lake, [file]);
  const records = await quarantinedRecords(session, lake, file, MOST_RECORDS);
  const contract = contracts.find((c) => c.module === file.facts.module);
  const columns = contract?.tables[file.facts.table]?.columns;
  return lines.map(({ rule, column_name, rows }) => {
    const numbers = records
      .filter((r) => r.rule === rule && r.column_name === column_name)
      .map((r) => r.record_no);
    const named = column_name === '' ? [] : [columns?.[column_name]?.from?.[0] ?? column_name];
    return made(base(file, contracts), { kind: 'rows', rule, columns: named }, rows, numbers);
  });
}
