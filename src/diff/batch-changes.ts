// Which batches of delivered files two releases do not share.
import type { Batch, Manifest } from '../release/manifest.ts';
import type { FileOfBatch } from './file-of-batch.ts';

export interface BatchChange {
  /** "module.table" */
  readonly table: string;
  readonly batch_id: string;
  readonly file_name: string;
  readonly as_of: string;
  readonly rows: number;
}

export interface BatchChanges {
  readonly entered: readonly BatchChange[];
  readonly left: readonly BatchChange[];
  /** Of the same file, read anew between the two releases. */
  readonly read_again: readonly BatchChange[];
}

/** `runs` are those that only the later release has seen. */
export function batchChanges(
  before: Manifest,
  after: Manifest,
  files: ReadonlyMap<string, FileOfBatch>,
  runs: ReadonlySet<string>,
): BatchChanges {
  const changes = {
    entered: [] as BatchChange[],
    left: [] as BatchChange[],
    read_again: [] as BatchChange[],
  };
  for (const table of [...new Set([...Object.keys(before.batches), ...Object.keys(after.batches)])].sort()) {
    const old = new Map((before.batches[table] ?? []).map((b) => [b.batchId, b]));
    const now = new Map((after.batches[table] ?? []).map((b) => [b.batchId, b]));
    const change = (b: Batch): BatchChange => ({
      table,
      batch_id: b.batchId,
      file_name: files.get(b.batchId)?.file_name ?? '',
      as_of: b.asOf,
      rows: b.accepted,
    });
    for (const batch of now.values()) {
      const file = files.get(batch.batchId);
      if (!old.has(batch.batchId)) changes.entered.push(change(batch));
      else if (file?.read_again && runs.has(file.run_id)) changes.read_again.push(change(batch));
    }
    for (const batch of old.values()) if (!now.has(batch.batchId)) changes.left.push(change(batch));
  }
  return changes;
}
