// One thing wrong with what a source sent, as a letter tells it: places and counts, never a value.
import { createHash } from 'node:crypto';
import { z } from 'zod';

/** Where a fault stands; the first of a full table's files where several share it. */
export const placeSchema = z.strictObject({
  file: z.string(),
  rows: z.int().nonnegative(),
  /** From 1, headers not counted; the first ones. */
  records: z.array(z.int().positive()),
});

export const faultSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(['held', 'rows', 'columns']),
  module: z.string(),
  table: z.string(),
  /** The run that read the file. */
  run: z.string(),
  /** The rule that rows break, or why the file is held, as written down by the run. */
  rule: z.string(),
  /** Of the source, as its header names it. */
  columns: z.array(z.string()),
  places: z.array(placeSchema).min(1),
  /** A later full file of the table stands for this one. */
  isFull: z.boolean(),
});
export type Fault = z.output<typeof faultSchema>;

/** The same fault has the same id from day to day: by table where each file replaces the last, else by file. */
export function faultId(parts: {
  readonly kind: Fault['kind'];
  readonly module: string;
  readonly table: string;
  readonly file: string;
  readonly isFull: boolean;
  readonly rule: string;
  readonly columns: readonly string[];
}): string {
  const { kind, module, table, file, isFull, rule, columns } = parts;
  const subject = isFull || kind === 'columns' ? ['table', table] : ['file', file];
  // A held file's reason holds counts that change from day to day.
  const what = kind === 'held' ? [] : [rule, ...columns];
  return createHash('sha256')
    .update(JSON.stringify([kind, module, ...subject, ...what]))
    .digest('hex')
    .slice(0, 20);
}

export const rowsOf = (fault: Pick<Fault, 'places'>) => fault.places.reduce((n, p) => n + p.rows, 0);
