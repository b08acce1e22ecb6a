// The intake step for one chunk: keeps the bytes as received, opens archives, and stages every file it can.
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import type { Session } from '../adapters/duckdb.ts';
import type { Contract } from '../contract/contract.ts';
import type { DistrictContext } from '../district/context.ts';
import { unwrap } from '../parse/unwrap.ts';
import { type FileFacts, type IntakeFacts, planSchema, readFacts, writeFacts } from '../run/facts.ts';
import { countLines } from './count-lines.ts';
import { type Delivery, deliveryOfKey, rawKey } from './delivery.ts';
import { emptyFacts, heldFacts } from './file-facts.ts';
import { fileSha256 } from './file-sha256.ts';
import { IntakeHold } from './intake-hold.ts';
import { publishStaged } from './publish-staged.ts';
import { readCells } from './read-cells.ts';
import { stageCells } from './stage.ts';

export async function intakeChunk(
  context: DistrictContext,
  runId: string,
  chunk: number,
): Promise<IntakeFacts> {
  const { lake } = context;
  const plan = await readFacts(lake, runId, 'plan', planSchema);
  const facts: IntakeFacts = { consumed: [], files: [] };
  const session = await context.session();
  try {
    for (const { key } of plan.chunks[chunk] ?? []) {
      const delivery = deliveryOfKey(key, plan.date);
      const contract = context.contracts.find((c) => c.module === delivery.module);
      // A file of a module that the district does not use stays where it is: nothing says what may be kept of it.
      if (!contract) continue;
      const local = await lake.fetch(key);
      const sha256 = await fileSha256(local);
      if (!delivery.again) {
        await keepRaw(context, delivery, local, sha256);
        facts.consumed.push({ key, sha256 });
      }
      facts.files.push(...(await takeIn(context, session, contract, delivery, local, sha256)));
    }
  } finally {
    session.close();
  }
  await writeFacts(lake, runId, `intake-${chunk}`, facts);
  return facts;
}

async function keepRaw(
  { lake }: DistrictContext,
  delivery: Delivery,
  local: string,
  sha256: string,
): Promise<void> {
  const key = rawKey(delivery, sha256);
  if (await lake.exists(key)) return;
  const copy = await lake.scratch('raw');
  copyFileSync(local, copy);
  await lake.publish(copy, key);
}

async function takeIn(
  context: DistrictContext,
  session: Session,
  contract: Contract,
  delivery: Delivery,
  local: string,
  sha256: string,
): Promise<FileFacts[]> {
  const folder = await context.lake.scratch('unwrapped');
  mkdirSync(folder, { recursive: true });
  const base = emptyFacts(contract.module, delivery, sha256);
  try {
    const files: FileFacts[] = [];
    for (const entry of await unwrap(local, delivery.path, { into: folder })) {
      const path = typeof entry.content === 'string' ? entry.content : local;
      const sha = path === local ? sha256 : await fileSha256(path);
      files.push(
        await takeFile(context, session, contract, delivery, { path: entry.name, local: path, sha256: sha }),
      );
    }
    return files;
  } catch (error) {
    return [heldFacts(base, error)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface OneFile {
  readonly path: string;
  readonly local: string;
  readonly sha256: string;
}

async function takeFile(
  context: DistrictContext,
  session: Session,
  contract: Contract,
  delivery: Delivery,
  file: OneFile,
): Promise<FileFacts> {
  const started = performance.now();
  const base = { ...emptyFacts(contract.module, delivery, file.sha256), fileName: file.path };
  const scratch = await context.lake.scratch('cells');
  try {
    const cells = readCells(contract, file.local, file.path, scratch);
    const read = {
      ...base,
      table: cells.tableName,
      batchTable: cells.table.deletes ?? cells.tableName,
      blankLines: cells.blankLines,
      headerLines: cells.headerLines,
      unknownColumns: [...cells.unknownColumns],
      encoding: cells.encoding,
      reader: cells.reader,
    };
    const rejected = countBy(cells.rejected.map((r) => r.rule));
    if (cells.query === null) {
      return {
        ...read,
        status: 'accepted',
        rowsIn: cells.rejectedCount,
        quarantined: rejected,
        seconds: since(started),
      };
    }
    const staged = await stageCells(session, {
      contract,
      tableName: cells.tableName,
      table: cells.table,
      cells: cells.query,
      bound: cells.bound,
      path: file.path,
      fileSha: file.sha256,
      received: delivery.received,
      zones: context.zones(contract),
      idSystem: (column) => context.idSystem(contract.module, cells.table.columns[column]?.id_system ?? ''),
      keys: context.keys,
    });
    const published = await publishStaged(context, session, { ...read, cells, staged });
    return {
      ...read,
      status: 'accepted',
      rowsIn: staged.rows + cells.rejectedCount,
      accepted: staged.accepted,
      superseded: staged.superseded,
      quarantined: added(rejected, staged.quarantined),
      assumed: staged.assumed,
      batch: published.batch,
      seenKey: published.seenKey,
      seconds: since(started),
    };
  } catch (error) {
    const facts = heldFacts(base, error);
    const table = error instanceof IntakeHold ? error.table : undefined;
    const header =
      contract.tables[table ?? '']?.header === 'names' && contract.tables[table ?? '']?.format === 'csv';
    const rows = Math.max(0, countLines(file.local) - (header ? 1 : 0));
    return {
      ...facts,
      table: table ?? '',
      rowsIn: rows,
      held: rows,
      headerLines: header ? 1 : 0,
      seconds: since(started),
    };
  } finally {
    rmSync(scratch, { force: true });
  }
}

function since(started: number): number {
  return Math.round(performance.now() - started) / 1000;
}

function countBy(rules: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const rule of rules) counts[rule] = (counts[rule] ?? 0) + 1;
  return counts;
}

function added(
  a: Readonly<Record<string, number>>,
  b: Readonly<Record<string, number>>,
): Record<string, number> {
  const sum: Record<string, number> = { ...a };
  for (const [rule, n] of Object.entries(b)) sum[rule] = (sum[rule] ?? 0) + n;
  return sum;
}
