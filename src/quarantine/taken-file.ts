// What became of every file that a release has seen, by the latest run that read it.
import { deliveryOfKey, rawKey } from '../intake/delivery.ts';
import type { Lake } from '../lake/lake.ts';
import type { Manifest } from '../release/manifest.ts';
import { checkSchema, type FileFacts, planSchema, readFacts } from '../run/facts.ts';

export interface TakenFile {
  readonly runId: string;
  /** The delivery as received: raw/<module>/<received>/<sha12>/<path>. An archive is one delivery of many files. */
  readonly raw: string;
  readonly facts: FileFacts;
  /** A later file of the same name was accepted: what is wrong with this one may be mended already. */
  readonly overtaken: boolean;
}

/** The runs that led to the release, oldest first; an undone run is not among them. */
export function runsOf(manifest: Manifest): string[] {
  return Object.keys(manifest.tables.load_file?.parts ?? {}).sort();
}

/** One entry a file and delivery, in the order in which they came. */
export async function takenFiles(lake: Lake, manifest: Manifest): Promise<TakenFile[]> {
  const latest = new Map<string, Omit<TakenFile, 'overtaken'>>();
  for (const runId of runsOf(manifest)) {
    const plan = await readFacts(lake, runId, 'plan', planSchema);
    const check = await readFacts(lake, runId, 'check', checkSchema);
    const shas = new Map(check.consumed.map((c) => [c.key, c.sha256]));
    for (const facts of check.files) {
      if (facts.status === 'not_read') continue;
      const delivery = deliveryOfKey(facts.landingKey, plan.date);
      const raw = delivery.again
        ? facts.landingKey
        : rawKey(delivery, shas.get(facts.landingKey) ?? facts.sha256);
      const id = `${raw}|${facts.fileName}`;
      // A repeat was not read: what its first reading left still stands.
      if (facts.status !== 'repeated' || !latest.has(id)) latest.set(id, { runId, raw, facts });
    }
  }
  const files = [...latest.values()];
  const lastGood = new Map<string, number>();
  for (const [i, { facts }] of files.entries()) {
    if (facts.status === 'accepted') lastGood.set(`${facts.module}|${facts.fileName}`, i);
  }
  return files.map((file, i) => ({
    ...file,
    overtaken: (lastGood.get(`${file.facts.module}|${file.facts.fileName}`) ?? i) > i,
  }));
}

/** Only the deletion guard holds a file that could have been read. */
export function heldByGuard({ facts }: TakenFile): boolean {
  return facts.status === 'held' && facts.batch !== null;
}

/** Paths of this machine that hold the file's quarantined rows; none where it left only their number. */
export async function quarantineFiles(lake: Lake, { facts }: TakenFile): Promise<string[]> {
  if (facts.batch === null) return [];
  const stem = `quarantine/${facts.module}/${facts.batchTable}/${facts.batch.batchId}`;
  const paths: string[] = [];
  // Many rows are written as a few files: <batch>.parquet, <batch>.1.parquet and so on.
  for (let i = 0; await lake.exists(partKey(stem, i)); i++) paths.push(await lake.fetch(partKey(stem, i)));
  return paths;
}

function partKey(stem: string, i: number): string {
  return i === 0 ? `${stem}.parquet` : `${stem}.${i}.parquet`;
}

export function quarantinedRows({ facts }: TakenFile): number {
  return Object.values(facts.quarantined).reduce((a, b) => a + b, 0);
}
