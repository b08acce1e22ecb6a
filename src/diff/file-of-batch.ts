// Which delivered file each batch came from, by what the runs wrote down.
import { z } from 'zod';
import type { Lake } from '../lake/lake.ts';
import { factsKey } from '../run/facts.ts';

export interface FileOfBatch {
  readonly file_name: string;
  readonly run_id: string;
  /** The file was read again and stands in the place of its first reading. */
  readonly read_again: boolean;
}

// What a run of any version writes down about a file; the rest is not asked for here.
const checked = z.object({
  files: z.array(
    z.object({
      fileName: z.string(),
      status: z.string(),
      reason: z.string(),
      batch: z.object({ batchId: z.string() }).nullable(),
    }),
  ),
});

/** By batch id; a later run that read the same file again wins. */
export async function filesOfBatches(
  lake: Lake,
  runIds: readonly string[],
): Promise<Map<string, FileOfBatch>> {
  const files = new Map<string, FileOfBatch>();
  for (const runId of [...runIds].sort()) {
    const text = await lake.readText(factsKey(runId, 'check'));
    if (text === undefined) continue;
    for (const f of checked.parse(JSON.parse(text)).files) {
      if (f.batch === null || f.status !== 'accepted') continue;
      const read_again = f.reason === takenInAgain;
      files.set(f.batch.batchId, { file_name: f.fileName, run_id: runId, read_again });
    }
  }
  return files;
}

/** The word that the check step leaves with a replayed file. */
const takenInAgain = 'taken in again';
