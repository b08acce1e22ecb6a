// The contract of a source system (`modules/<source>/module.yaml`): what its files look like and what may be kept of them.
import { z } from 'zod';

const nonEmpty = z.string().min(1);
const name = z.string().regex(/^[a-z][a-z0-9_]*$/, 'a lower-case name of letters, digits and underscores');

export const columnTypes = [
  'text',
  'integer',
  'double',
  'boolean',
  'date',
  'local_date',
  'timestamp',
  'minutes_hms',
  'iso_duration',
] as const;

const isPattern = (text: string) => {
  try {
    return new RegExp(text, 'u').source !== '';
  } catch {
    return false;
  }
};

const column = z.strictObject({
  from: z.array(nonEmpty).min(1).optional(),
  type: z.enum(columnTypes).default('text'),
  privacy: z.enum(['keep', 'pseudonym', 'identity', 'generalize', 'drop']),
  id_system: name.optional(),
  person: name.optional(),
  field: z
    .enum(['given_name', 'family_name', 'middle_name', 'birth_date', 'email', 'display_name', 'other'])
    .optional(),
  generalize: z.enum(['year']).optional(),
  required: z.boolean().default(false),
  formats: z.array(nonEmpty).optional(),
  nulls: z.array(z.string()).optional(),
  true: z.array(nonEmpty).optional(),
  false: z.array(nonEmpty).optional(),
  allowed: z.array(z.string()).optional(),
  /** What a kept text must match as a whole; for codes and keys, so that free text cannot stand in their place. */
  pattern: z.string().refine(isPattern, 'must be a regular expression').optional(),
  about: z.string().optional(),
});

const asOfRule = z.union([
  z.strictObject({ path: nonEmpty, ordinal_from: z.string().optional() }),
  z.strictObject({ column: name }),
  z.strictObject({ received: z.literal(true) }),
]);

const layout = z.strictObject({
  columns: z.number().int().positive(),
  when: z.strictObject({ position: z.number().int().positive(), matches: nonEmpty }).optional(),
  names: z.array(z.string()).min(1),
});

const table = z.strictObject({
  about: nonEmpty,
  files: z.array(nonEmpty).min(1),
  refuse: z.string().optional(),
  format: z.enum(['csv', 'jsonl', 'json']).default('csv'),
  explode: z.array(nonEmpty).optional(),
  encodings: z.array(z.enum(['utf-8', 'windows-1252'])).default(['utf-8']),
  header: z.enum(['names', 'none']).default('names'),
  backslash_escapes: z.boolean().default(false),
  layouts: z.array(layout).optional(),
  delivery: z.enum(['additive', 'delta', 'snapshot', 'delete']).default('additive'),
  delivery_from: z
    .strictObject({ column: name, filled: z.enum(['delta']), blank: z.enum(['snapshot']) })
    .optional(),
  row_delete: z.strictObject({ column: name, values: z.array(nonEmpty).min(1) }).optional(),
  deletes: name.optional(),
  key: z.array(name).default([]),
  partition: name.optional(),
  scope: z.array(name).optional(),
  as_of: z.array(asOfRule).default([{ received: true }]),
  change_number: name.optional(),
  event_date: name.optional(),
  lag_days: z.number().int().min(0).optional(),
  columns: z.record(name, column).default({}),
});

export const contractSchema = z.strictObject({
  module: name,
  title: nonEmpty,
  about: z.string().optional(),
  authority: z.enum(['sis', 'roster', 'usage', 'assessment']),
  recording: z.enum(['positive', 'negative']).optional(),
  timezone: nonEmpty.default('district'),
  nulls: z.array(z.string()).default(['', 'NULL', '\\N', 'NA', 'N/A']),
  tables: z.record(name, table),
});

export type Contract = z.infer<typeof contractSchema>;
export type TableContract = Contract['tables'][string];
export type ColumnContract = TableContract['columns'][string];
export type ColumnType = (typeof columnTypes)[number];

/** True where some files of the table hold every key there is, so that an absence has a meaning. */
export function hasFullSets(table: TableContract): boolean {
  return table.delivery === 'snapshot' || table.delivery_from !== undefined;
}

/** The columns that may reach the analysis zone, in the contract's order. */
export function survivingColumns(table: TableContract): [string, ColumnContract][] {
  return Object.entries(table.columns).filter(
    ([, c]) => c.privacy === 'keep' || c.privacy === 'pseudonym' || c.privacy === 'generalize',
  );
}

/** The type of a surviving column in the lake, in DuckDB's and Athena's common words. */
export function lakeType(column: ColumnContract): string {
  if (column.privacy === 'pseudonym') return 'VARCHAR';
  if (column.privacy === 'generalize') return 'BIGINT';
  switch (column.type) {
    case 'text':
      return 'VARCHAR';
    case 'integer':
    case 'minutes_hms':
    case 'iso_duration':
      return 'BIGINT';
    case 'double':
      return 'DOUBLE';
    case 'boolean':
      return 'BOOLEAN';
    case 'date':
    case 'local_date':
      return 'DATE';
    case 'timestamp':
      return 'TIMESTAMP';
  }
}
