/** Writes a simulated district to a folder, file by file, with never more than a chunk in memory. */
import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { RowSink } from './row-sink.ts';
import { simulate } from './simulation.ts';
import type { DistrictSpec } from './spec.ts';
import type { WrittenFile } from './truth/truth-files.ts';

export type Progress = {
  /** Path below the target folder. */
  readonly path: string;
  readonly done: number;
  readonly total: number;
  readonly bytes: number;
  readonly rows: number;
};

export type WriteOptions = { readonly onProgress?: (progress: Progress) => void };

export type WrittenDistrict = {
  readonly days: readonly { readonly name: string; readonly date: string }[];
  readonly files: number;
  readonly bytes: number;
  readonly rows: number;
};

const writeOne = (
  path: string,
  write: (sink: RowSink) => void,
): { bytes: number; rows: number; sha256: string } => {
  mkdirSync(dirname(path), { recursive: true });
  const handle = openSync(path, 'w');
  const hash = createHash('sha256');
  try {
    const sink = new RowSink((chunk) => {
      hash.update(chunk);
      for (let at = 0; at < chunk.length; ) at += writeSync(handle, chunk, at);
    });
    write(sink);
    sink.finish();
    return { bytes: sink.bytes, rows: sink.rows, sha256: hash.digest('hex') };
  } finally {
    closeSync(handle);
  }
};

/** Gives waiting timers and signals their turn between two files. */
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** `exports/` is what a pipeline may see; `truth/` never. */
export const writeDistrict = async (
  spec: DistrictSpec,
  outDir: string,
  { onProgress }: WriteOptions = {},
): Promise<WrittenDistrict> => {
  const simulation = simulate(spec);
  const total = simulation.files.length;
  const written: WrittenFile[] = [];
  let bytes = 0;
  let rows = 0;
  for (const file of simulation.files) {
    const path = join('exports', file.delivery, file.module, file.path);
    const result = writeOne(join(outDir, path), file.write);
    written.push({ file, ...result });
    bytes += result.bytes;
    rows += result.rows;
    onProgress?.({ path, done: written.length, total, bytes, rows });
    await breathe();
  }
  for (const { path, write } of simulation.truth(written)) {
    writeOne(join(outDir, path), write);
    await breathe();
  }
  return { days: simulation.days, files: total, bytes, rows };
};
