// A file that is taken in again stands in the place of what its first reading left, never beside it.
import type { Batch, Manifest } from '../release/manifest.ts';
import type { Replay } from '../run/replay.ts';

/** Ids of the batches that the file's earlier reading left, by the wish to read it again. */
export function replacedBy(replay: Replay | undefined, fileName: string): ReadonlySet<string> {
  return new Set(replay?.replaces.filter((r) => r.fileName === fileName).map((r) => r.batchId));
}

export interface Gone {
  /** "module.table" */
  readonly table: string;
  readonly batch: Batch;
}

/** Takes the named batches out of a module's tables, wherever the mended contract puts their rows now; changes `batches`. */
export function takeOut(batches: Manifest['batches'], module: string, ids: ReadonlySet<string>): Gone[] {
  if (ids.size === 0) return [];
  const gone: Gone[] = [];
  for (const [table, list] of Object.entries(batches)) {
    if (!table.startsWith(`${module}.`)) continue;
    for (const batch of list) if (ids.has(batch.batchId)) gone.push({ table, batch });
    batches[table] = list.filter((b) => !ids.has(b.batchId));
  }
  return gone;
}
