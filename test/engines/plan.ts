// What the engines are asked: every history relation, mapping, core and mart table and view, each on the same inputs.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { decodeVirtualView, virtualView } from '../../lib/catalog/virtual-view.ts';
import { type Column, readCatalog, type SqlCatalog } from '../../src/harmonize/sql-catalog.ts';
import { probeQuestions } from './probes.ts';

export type EngineName = 'duckdb' | 'spark' | 'trino';

export interface Question {
  readonly id: string;
  readonly layer: 'probe' | 'history' | 'mapping' | 'core' | 'mart' | 'view' | 'feature';
  /** The relation under which later questions read the answer. */
  readonly relation: string;
  readonly columns: readonly Column[];
  readonly sql: Readonly<Record<EngineName, string>>;
}

export interface Plan {
  readonly catalog: SqlCatalog;
  readonly modules: readonly string[];
  readonly questions: readonly Question[];
  /** No key at all: the relation has exactly one row. */
  readonly referenceKeys: Readonly<Record<string, readonly string[]>>;
}

const extract = z.object({
  reference: z.record(z.string(), z.object({ keys: z.array(z.string()) })),
  staged: z.record(
    z.string(),
    z.record(z.string(), z.object({ history: z.array(z.object({ name: z.string(), type: z.string() })) })),
  ),
});

/** Questions in an order in which each reads only what was answered before it. */
export function readPlan(root: string): Plan {
  const catalog = readCatalog(root);
  const modules = Object.keys(catalog.staged).sort();
  const { staged, reference } = extract.parse(JSON.parse(read(root, 'sql', 'generated', 'schema.json')));
  const questions = [
    ...probeQuestions(root),
    ...modules.flatMap((m) =>
      Object.entries(staged[m] ?? {}).flatMap(([table, { history }]) =>
        historyQuestions(root, m, table, history),
      ),
    ),
    ...modules.flatMap((m) => mappings(root, catalog, m)),
    ...tables(root, catalog),
  ];
  const referenceKeys = Object.fromEntries(Object.entries(reference).map(([name, { keys }]) => [name, keys]));
  return { catalog, modules, questions, referenceKeys };
}

function historyQuestions(
  root: string,
  module: string,
  table: string,
  columns: readonly Column[],
): Question[] {
  const name = `${module}_${table}`;
  const folder = join(root, 'modules', module, 'generated');
  return ['', '.single'].map((variant) => ({
    id: `${name}${variant}`,
    layer: 'history',
    relation: variant ? `${name}__single` : name,
    columns,
    sql: {
      duckdb: read(folder, 'duckdb', `${name}${variant}.sql`),
      spark: read(folder, 'spark', `${name}${variant}.sql`),
      trino: read(folder, 'athena', `${name}${variant}.sql`),
    },
  }));
}

function mappings(root: string, catalog: SqlCatalog, module: string): Question[] {
  const folder = join(root, 'modules', module);
  return Object.entries(catalog.mapped).flatMap(([mapped, { columns }]) => {
    const target = mapped.slice('mapped_'.length);
    if (!existsSync(join(folder, `${target}.sql`))) return [];
    return {
      id: `${module}/${target}`,
      layer: 'mapping',
      relation: mapRelation(module, target),
      columns,
      sql: {
        duckdb: read(folder, 'generated/duckdb', `${target}.sql`),
        spark: read(folder, 'generated/spark', `${target}.sql`),
        trino: read(folder, '.', `${target}.sql`),
      },
    };
  });
}

export function mapRelation(module: string, target: string): string {
  return `map_${module}_${target}`;
}

const FOLDERS = { core: 'core', mart: 'mart', view: 'views', feature: 'features' } as const;

function tables(root: string, catalog: SqlCatalog): Question[] {
  const views = viewsInOrder(catalog);
  return [...catalog.order, ...views, ...Object.keys(catalog.features)].map((name) => {
    const entry = catalog.tables[name] ?? catalog.features[name];
    if (!entry)
      throw new Error(`schema.json orders ${name} but does not describe it; run python -m sqlgen build`);
    const folder = FOLDERS[entry.layer];
    return {
      id: name,
      layer: entry.layer,
      relation: name,
      columns: entry.columns,
      sql: {
        duckdb: read(root, 'sql/generated/duckdb', folder, `${name}.sql`),
        spark: read(root, 'sql/generated/spark', folder, `${name}.sql`),
        trino:
          entry.layer === 'view'
            ? asCatalogued(root, name, entry.columns)
            : read(root, 'sql', folder, `${name}.sql`),
      },
    };
  });
}

/** The text that Athena will run: encoded for the catalog as a deployment does, and decoded again. */
function asCatalogued(root: string, name: string, columns: readonly Column[]): string {
  const view = virtualView(name, read(root, 'sql', 'views', `${name}.sql`), columns, 'district');
  return decodeVirtualView(view.viewOriginalText).originalSql;
}

function viewsInOrder(catalog: SqlCatalog): string[] {
  const left = new Set(Object.keys(catalog.tables).filter((n) => catalog.tables[n]?.layer === 'view'));
  const order: string[] = [];
  while (left.size > 0) {
    const ready = [...left].filter((n) => !catalog.tables[n]?.inputs.some((i) => left.has(i)));
    if (ready.length === 0) throw new Error(`the views read each other in a circle: ${[...left].join(', ')}`);
    for (const name of ready) left.delete(name);
    order.push(...ready);
  }
  return order;
}

function read(...path: string[]): string {
  return readFileSync(join(...path), 'utf8');
}
