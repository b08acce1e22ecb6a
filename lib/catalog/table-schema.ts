// Tables and views of the catalog, read from the schema that the SQL build writes: one source for writers and readers.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const columns = z.array(z.object({ name: z.string(), type: z.string() }));

const schema = z.object({
  tables: z.record(
    z.string(),
    z.object({
      layer: z.string(),
      partition: z.string().nullish(),
      columns,
      comment: z.string().optional(),
    }),
  ),
});

export type TableSchema = z.output<typeof schema>['tables'][string];

/** A partition's column and its Athena type, by the word in a table's header. */
export const PARTITION_KEYS = {
  month: { name: 'month', type: 'varchar' },
  school_year: { name: 'school_year', type: 'integer' },
  all: { name: 'part', type: 'varchar' },
} as const;

/** Before the first SQL build there are no tables, and the stacks must synthesize all the same. */
export function readTableSchema(root: string): Record<string, TableSchema> {
  const file = join(root, 'sql', 'generated', 'schema.json');
  return existsSync(file) ? schema.parse(JSON.parse(readFileSync(file, 'utf8'))).tables : {};
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
  const word = table.partition ?? 'all';
  if (word === 'month' || word === 'school_year' || word === 'all') return PARTITION_KEYS[word];
  throw new Error(`no partition is called ${word}; use ${Object.keys(PARTITION_KEYS).join(', ')}`);
}
