// Tables and views of the catalog, read from the schema that the SQL build writes: one source for writers and readers.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const columns = z.array(z.object({ name: z.string(), type: z.string() }));

const table = z.object({
  layer: z.enum(['core', 'mart', 'view', 'reference']).default('reference'),
  partition: z.enum(['month', 'school_year', 'all']).nullish(),
  columns,
  comment: z.string().optional(),
});

const schema = z.object({
  tables: z.record(z.string(), table),
  /** Relations that the steps themselves write, such as the load report; views read them like any table. */
  reference: z.record(z.string(), table).default({}),
});

export type TableSchema = z.output<typeof table>;

/** A partition's column and its Athena type, by the word in a table's header. */
export const PARTITION_KEYS = {
  month: { name: 'month', type: 'varchar' },
  school_year: { name: 'school_year', type: 'integer' },
  all: { name: 'part', type: 'varchar' },
} as const;

/** Before the first SQL build there are no tables, and the stacks must synthesize all the same. */
export function readTableSchema(root: string): Record<string, TableSchema> {
  const file = join(root, 'sql', 'generated', 'schema.json');
  if (!existsSync(file)) return {};
  const { tables, reference } = schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return { ...reference, ...tables };
}

export function readViews(root: string): { name: string; sql: string }[] {
  const folder = join(root, 'sql', 'views');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => ({ name: file.slice(0, -'.sql'.length), sql: readFileSync(join(folder, file), 'utf8') }));
}

/** The column that cuts a table into files; a table without a word of its own lies in one piece. */
export function partitionKey(table: TableSchema): { name: string; type: string } {
  return PARTITION_KEYS[table.partition ?? 'all'];
}
