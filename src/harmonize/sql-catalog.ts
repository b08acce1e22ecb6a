// The catalogue of generated SQL: every table and view with its columns, inputs, partition and order of making.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { definitionText } from '../definitions/definitions.ts';

const column = z.object({ name: z.string(), type: z.string() });

const tableSchema = z.object({
  layer: z.enum(['core', 'mart', 'view', 'feature']),
  partition: z.enum(['month', 'school_year', 'all']).nullable(),
  affects: z.tuple([z.string(), z.string()]).nullable().optional(),
  inputs: z.array(z.string()),
  columns: z.array(column),
  keys: z.array(z.string()).optional(),
});

const relation = z.object({ columns: z.array(column), keys: z.array(z.string()).optional() });

const stagedSchema = z.object({
  columns: z.array(column),
  partition: z.string().nullable().optional(),
});

const catalogSchema = z.object({
  tables: z.record(z.string(), tableSchema),
  /** What the models learn from, in the order of reading each other; made when asked, never stored. */
  features: z.record(z.string(), tableSchema).default({}),
  mapped: z.record(z.string(), relation),
  reference: z.record(z.string(), relation),
  staged: z.record(z.string(), z.record(z.string(), stagedSchema)),
  order: z.array(z.string()),
});

export type SqlCatalog = z.infer<typeof catalogSchema>;
export type TableEntry = z.infer<typeof tableSchema>;
export type Column = z.infer<typeof column>;

export function readCatalog(root: string): SqlCatalog {
  return catalogSchema.parse(JSON.parse(definitionText(root, 'sql', 'generated', 'schema.json')));
}

const FOLDERS = { core: 'core', mart: 'mart', view: 'views', feature: 'features' } as const;

/** DuckDB text of a stored table, a view or a feature. */
export function tableSql(root: string, name: string, entry: TableEntry, engine = 'duckdb'): string {
  const folder = FOLDERS[entry.layer];
  return bare(definitionText(root, 'sql', 'generated', engine, folder, `${name}.sql`));
}

/** DuckDB text of a module's history relation; `single` is the variant for keys that occur once. */
export function historySql(
  root: string,
  module: string,
  table: string,
  single: boolean,
  engine = 'duckdb',
): string {
  const file = `${module}_${table}${single ? '.single' : ''}.sql`;
  return bare(definitionText(root, 'modules', module, 'generated', engine, file));
}

/** DuckDB text of a module's mapping to a target, or undefined where the module does not feed it. */
export function mappingSql(
  root: string,
  module: string,
  target: string,
  engine = 'duckdb',
): string | undefined {
  const path = ['modules', module, 'generated', engine, `${target}.sql`];
  if (!existsSync(join(root, 'modules', module, `${target}.sql`))) return undefined;
  return bare(definitionText(root, ...path));
}

/** Relations that a generated text reads, by the names that stand after FROM or JOIN. */
export function relationsOf(sql: string): string[] {
  const names = [...sql.matchAll(/\b(?:from|join)\s+"?([a-z][a-z0-9_]*)"?/gi)].map((m) =>
    (m[1] ?? '').toLowerCase(),
  );
  return [...new Set(names)];
}

function bare(sql: string): string {
  return sql.replace(/;\s*$/, '');
}

/** For tests: a catalogue that lies elsewhere. */
export function parseCatalog(file: string): SqlCatalog {
  return catalogSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}
