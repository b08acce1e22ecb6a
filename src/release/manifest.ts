// A release: the list of files that together are one day of the district, and what they were made from.
import { z } from 'zod';

const file = z.strictObject({ key: z.string(), rows: z.number().int() });

export const batchSchema = z.strictObject({
  batchId: z.string(),
  asOf: z.string(),
  asOfBasis: z.enum(['path', 'column', 'received']),
  sha256: z.string(),
  /** `partial`: a full file with rows whose key could not be read, so that it tells of no absence. */
  delivery: z.enum(['additive', 'delta', 'snapshot', 'partial', 'delete']),
  accepted: z.number().int(),
  /** Quarantined rows of a full file, by whether their key could be read; absent where there are none. */
  unread: z.strictObject({ keys: z.number().int(), keyless: z.number().int() }).optional(),
  files: z.array(z.strictObject({ month: z.string(), key: z.string() })),
});

const consumed = z.strictObject({ key: z.string(), sha256: z.string() });

export const manifestSchema = z.strictObject({
  releaseId: z.string(),
  runId: z.string(),
  district: z.string(),
  date: z.string(),
  previous: z.string().nullable(),
  /** "module.table" to its accepted batches, oldest statement first. */
  batches: z.record(z.string(), z.array(batchSchema)),
  /** Table to partition value to files. */
  tables: z.record(
    z.string(),
    z.strictObject({
      partition: z.enum(['month', 'school_year', 'all']),
      parts: z.record(z.string(), z.array(file)),
    }),
  ),
  /** Landing files that this run has taken in. */
  consumed: z.array(consumed),
  /** What every table depends on beside the batches: code maps, thresholds, SQL. */
  fingerprint: z.string(),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type Batch = z.infer<typeof batchSchema>;
export type PartFile = z.infer<typeof file>;

export const currentKey = 'releases/current.json';
export const manifestKey = (releaseId: string) => `releases/${releaseId}/manifest.json`;

export const currentSchema = z.strictObject({ releaseId: z.string() });

export function emptyManifest(district: string): Manifest {
  return {
    releaseId: 'none',
    runId: 'none',
    district,
    date: '1970-01-01',
    previous: null,
    batches: {},
    tables: {},
    consumed: [],
    fingerprint: '',
  };
}
