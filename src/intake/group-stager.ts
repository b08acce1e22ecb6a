// Gathers small files of one table and stages them together: a day of hundreds of tiny reports costs a few queries.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Session } from '../adapters/duckdb.ts';
import type { Contract } from '../contract/contract.ts';
import type { DistrictContext } from '../district/context.ts';
import type { FileFacts } from '../run/facts.ts';
import { cellsSql, groupKey } from './cells-sql.ts';
import { countLines } from './count-lines.ts';
import type { Delivery } from './delivery.ts';
import { emptyFacts, heldFacts } from './file-facts.ts';
import { IntakeHold } from './intake-hold.ts';
import { tablesByPath } from './match-table.ts';
import { publishStaged } from './publish-staged.ts';
import { type Cells, readCells } from './read-cells.ts';
import { type StageFile, stageCells } from './stage.ts';
import { partialReason } from './unread.ts';

/** A group ends when it is full. */
const mostFiles = 64;
const mostBytes = 32 * 1024 * 1024;

interface OneFile {
  /** The vendor's path, with the entry's name behind an archive's. */
  readonly path: string;
  readonly local: string;
  readonly sha256: string;
}

interface Waiting {
  readonly place: number;
  readonly facts: FileFacts;
  readonly cells: Cells;
  readonly file: StageFile;
  readonly bytes: number;
}

export class GroupStager {
  readonly #context: DistrictContext;
  readonly #session: Session;
  readonly #folder: string;
  readonly #groups = new Map<string, { contract: Contract; waiting: Waiting[] }>();
  readonly #facts: (FileFacts | undefined)[] = [];

  constructor(context: DistrictContext, session: Session, folder: string) {
    this.#context = context;
    this.#session = session;
    this.#folder = folder;
  }

  hold(facts: FileFacts): void {
    this.#facts.push(facts);
  }

  /** Reads the file's cells at once; the rows are staged when its group is full. */
  async add(contract: Contract, delivery: Delivery, one: OneFile): Promise<void> {
    const started = performance.now();
    const base = { ...emptyFacts(contract.module, delivery, one.sha256), fileName: one.path };
    const place = this.#facts.push(undefined) - 1;
    try {
      const cells = readCells(contract, one.local, one.path, join(this.#folder, `cells-${place}`));
      const facts: FileFacts = { ...base, ...factsOf(cells), status: 'accepted', seconds: since(started) };
      if (cells.source === null) {
        this.#facts[place] = facts;
        return;
      }
      const file = {
        path: one.path,
        sha256: one.sha256,
        received: delivery.received,
        rejected: cells.rejectedCount,
      };
      await this.#wait(contract, { place, facts, cells, file, bytes: statSync(one.local).size });
    } catch (error) {
      this.#facts[place] = {
        ...unread(contract, heldFacts(base, error), error, one),
        seconds: since(started),
      };
    }
  }

  /** Facts of every file, in the order in which they came. */
  async finish(): Promise<FileFacts[]> {
    for (const key of [...this.#groups.keys()]) await this.#flush(key);
    return this.#facts.filter((f) => f !== undefined);
  }

  async #wait(contract: Contract, waiting: Waiting): Promise<void> {
    const shape = groupKey(waiting.cells);
    // Files of one day only: the ids of a group are all first seen on the day that it came.
    const key = `${contract.module}|${waiting.file.received}|${shape ?? `alone ${waiting.place}`}`;
    // The same bytes twice are one batch: it must not be staged twice in one pass.
    const same = this.#groups.get(key)?.waiting.some((w) => w.file.sha256 === waiting.file.sha256);
    if (same) await this.#flush(key);
    const group = this.#groups.get(key) ?? { contract, waiting: [] };
    group.waiting.push(waiting);
    this.#groups.set(key, group);
    const bytes = group.waiting.reduce((n, w) => n + w.bytes, 0);
    if (shape === undefined || group.waiting.length >= mostFiles || bytes >= mostBytes)
      await this.#flush(key);
  }

  async #flush(key: string): Promise<void> {
    const group = this.#groups.get(key);
    const first = group?.waiting[0];
    this.#groups.delete(key);
    if (!group || !first) return;
    const started = performance.now();
    const { contract, waiting } = group;
    const { table, tableName, columns } = first.cells;
    const staged = await stageCells(this.#session, {
      contract,
      tableName,
      table,
      cells: cellsSql(waiting.map((w) => w.cells)),
      bound: new Set(columns.keys()),
      files: waiting.map((w) => w.file),
      zones: this.#context.zones(contract),
      idSystem: (c) => this.#context.idSystem(contract.module, table.columns[c]?.id_system ?? ''),
      keys: this.#context.keys,
      scratch: join(this.#folder, 'typed.parquet'),
    });
    const rows = waiting.flatMap((w, i) => {
      const one = staged[i];
      return one ? [{ ...w, staged: one }] : [];
    });
    const { place, partition } = shelf(contract, tableName, table);
    const { batches, seenKey } = await publishStaged(
      this.#context.lake,
      this.#session,
      { place, partition },
      rows,
    );
    const share = since(started) / waiting.length;
    for (const [i, { place: at, facts, cells, staged: one }] of rows.entries()) {
      this.#facts[at] = {
        ...facts,
        rowsIn: one.rows + cells.rejectedCount,
        accepted: one.accepted,
        superseded: one.superseded,
        quarantined: added(facts.quarantined, one.quarantined),
        assumed: one.assumed,
        reason: one.unread.keyless > 0 ? partialReason(one.unread.keyless) : facts.reason,
        batch: batches[i] ?? null,
        seenKey,
        seconds: Math.round((facts.seconds + share) * 1000) / 1000,
      };
    }
  }
}

/** Where the rows go: those of a delete file lie with the rows that they delete. */
function shelf(contract: Contract, tableName: string, table: Cells['table']) {
  const name = table.deletes ?? tableName;
  return { place: `${contract.module}/${name}`, partition: contract.tables[name]?.partition };
}

function factsOf(cells: Cells): Partial<FileFacts> {
  return {
    table: cells.tableName,
    batchTable: cells.table.deletes ?? cells.tableName,
    rowsIn: cells.rejectedCount,
    quarantined: countBy(cells.rejected.map((r) => r.rule)),
    blankLines: cells.blankLines,
    headerLines: cells.headerLines,
    unknownColumns: [...cells.unknownColumns],
    encoding: cells.encoding,
    reader: cells.reader,
  };
}

/** A file that nobody could read keeps its place in the books: its lines are counted and held. */
function unread(contract: Contract, facts: FileFacts, error: unknown, { path, local }: OneFile): FileFacts {
  const name = (error instanceof IntakeHold ? error.table : tablesByPath(contract, path)[0]) ?? '';
  const table = contract.tables[name];
  const header = table?.header === 'names' && table.format === 'csv' ? 1 : 0;
  const rows = Math.max(0, countLines(local) - header);
  return { ...facts, table: name, rowsIn: rows, held: rows, headerLines: header };
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
