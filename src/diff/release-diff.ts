// What changed between two releases, table by table and batch by batch, and why.
import type { Session } from '../adapters/duckdb.ts';
import { feedsOf } from '../harmonize/bindings.ts';
import { readCatalog, type SqlCatalog } from '../harmonize/sql-catalog.ts';
import type { Lake } from '../lake/lake.ts';
import type { Manifest } from '../release/manifest.ts';
import { type BatchChanges, batchChanges } from './batch-changes.ts';
import { type CatalogueChanges, catalogueChanges } from './catalogue-changes.ts';
import { type ChangedRow, changedRows } from './changed-rows.ts';
import { type Counts, compareTable, type PartitionCounts } from './compare-table.ts';
import { type FileOfBatch, filesOfBatches } from './file-of-batch.ts';
import { type Reason, reasons, runsBetween } from './reasons.ts';
import { storedTables } from './stored-table.ts';

export interface TableDiff extends Counts {
  readonly table: string;
  readonly because: readonly string[];
  readonly partitions: readonly PartitionCounts[];
  readonly batches: readonly (Counts & { readonly batch_id: string; readonly file_name: string })[];
  /** Only where rows were asked for. */
  readonly rows?: readonly (ChangedRow & { readonly file_name: string })[];
}

export interface ReleaseDiff {
  readonly from: { readonly release: string; readonly date: string };
  readonly to: { readonly release: string; readonly date: string };
  /** No table that was looked at came, went or holds another row; sources of the same rows may differ. */
  readonly identical: boolean;
  readonly why: readonly Reason[];
  readonly batches: BatchChanges;
  readonly catalogue: CatalogueChanges;
  readonly tables: readonly TableDiff[];
}

export interface DiffInput {
  readonly root: string;
  readonly lake: Lake;
  readonly session: Session;
  readonly modules: readonly string[];
  readonly before: Manifest;
  readonly after: Manifest;
  /** Rows a table to tell one by one; 0 for none. */
  readonly rows: number;
  /** Only this table. */
  readonly only?: string | undefined;
}

export async function releaseDiff(input: DiffInput): Promise<ReleaseDiff> {
  const { root, lake, before, after } = input;
  const catalog = readCatalog(root);
  const runs = runsOf(before, after);
  const known = await filesOfBatches(lake, [...runs.all]);
  const batches = batchChanges(before, after, known, runs.between);
  const catalogue = catalogueChanges(catalog, before.tables, after.tables, input.only);
  const tables = await tableDiffs(input, catalog, known, batches);
  return {
    from: { release: before.releaseId, date: before.date },
    to: { release: after.releaseId, date: after.date },
    identical:
      catalogue.entered.length + catalogue.left.length === 0 &&
      tables.every((t) => t.added + t.removed + t.changed === 0),
    why: reasons(before, after, batches, await runsBetween(lake, [...runs.between])),
    batches,
    catalogue,
    tables,
  };
}

/** Runs that only the later of the two releases has seen, and all runs of both. */
function runsOf(before: Manifest, after: Manifest): { between: Set<string>; all: Set<string> } {
  const seenBy = (m: Manifest) => Object.keys(m.tables.load_file?.parts ?? {});
  const [earlier, later] = before.releaseId <= after.releaseId ? [before, after] : [after, before];
  const known = new Set(seenBy(earlier));
  return {
    between: new Set(seenBy(later).filter((run) => !known.has(run))),
    all: new Set([...known, ...seenBy(later)]),
  };
}

async function tableDiffs(
  { root, lake, session, modules, before, after, rows, only }: DiffInput,
  catalog: SqlCatalog,
  files: ReadonlyMap<string, FileOfBatch>,
  batches: BatchChanges,
): Promise<TableDiff[]> {
  const feeds = feedsOf(root, catalog, modules);
  const wanted = only === undefined ? undefined : new Set([only, ...(catalog.tables[only]?.inputs ?? [])]);
  const moved = new Set([...batches.entered, ...batches.left, ...batches.read_again].map((b) => b.table));
  const changed = new Set<string>();
  const found: TableDiff[] = [];
  const nameOf = (id: string | null) => (id === null ? '' : (files.get(id)?.file_name ?? ''));
  for (const table of storedTables(catalog, before, after)) {
    if (wanted && !wanted.has(table.name)) continue;
    const made = await compareTable(session, lake, table);
    if (made.partitions.length === 0) continue;
    changed.add(table.name);
    if (only !== undefined && only !== table.name) continue;
    const inputs = catalog.tables[table.name]?.inputs ?? [];
    const list = rows > 0 ? await changedRows(session, table, rows) : undefined;
    found.push({
      table: table.name,
      ...made,
      because: becauseOf(inputs, changed, feeds, moved),
      batches: made.batches.map((b) => ({ ...b, file_name: nameOf(b.batch_id) })),
      ...(list ? { rows: list.map((r) => ({ ...r, file_name: nameOf(r.batch_id) })) } : {}),
    });
  }
  return found;
}

/** The inputs of a table that changed themselves: other tables, or staged files by "module.table". */
function becauseOf(
  inputs: readonly string[],
  changed: ReadonlySet<string>,
  feeds: ReadonlyMap<string, readonly string[]>,
  moved: ReadonlySet<string>,
): string[] {
  const names = inputs.flatMap((input) =>
    input.startsWith('mapped_')
      ? (feeds.get(input) ?? []).filter((t) => moved.has(t))
      : changed.has(input)
        ? [input]
        : [],
  );
  return [...new Set(names)];
}
