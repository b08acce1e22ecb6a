// Binds the relations that a query reads (staged, history, mapped, reference, core) to the files of the wanted span.
import type { Lake } from '../lake/lake.ts';
import type { Batch, Manifest, PartFile } from '../release/manifest.ts';
import { mappedColumnSql } from './mapped-column.ts';
import { parquetQuery, partitionColumn, viewSql } from './parquet-view.ts';
import { type Column, historySql, mappingSql, relationsOf, type SqlCatalog } from './sql-catalog.ts';
import { schoolYearOf } from './touched.ts';

/** The span a query is run for; null means everything. */
export interface Span {
  readonly months: ReadonlySet<string> | null;
  readonly years: ReadonlySet<number> | null;
  /**
   * The query asks who and what there is, not how often: rows of tables cut by month may then stand in it once a
   * delivery, and the search for their last version, which would read all of history every day, is left out.
   */
  readonly loose: boolean;
}

/** Everything, for a question to which a repeated row makes no difference. */
export const whole: Span = { months: null, years: null, loose: true };

export interface BindingWorld {
  readonly root: string;
  readonly lake: Lake;
  readonly catalog: SqlCatalog;
  readonly modules: readonly string[];
  readonly batches: Manifest['batches'];
  readonly tables: Manifest['tables'];
  readonly firstMonth: number;
  /** "mapped_<target>" to the staged tables ("module.table") that feed it. */
  readonly feeds: ReadonlyMap<string, readonly string[]>;
  /** By module: an id system as the module calls it, to the district's name for it. */
  readonly idSystems: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Which staged tables feed which mapped relation, read off the modules' own mapping SQL. */
export function feedsOf(
  root: string,
  catalog: SqlCatalog,
  modules: readonly string[],
): Map<string, string[]> {
  const feeds = new Map<string, string[]>();
  for (const relation of Object.keys(catalog.mapped)) {
    const target = relation.replace(/^mapped_/, '');
    for (const module of modules) {
      const sql = mappingSql(root, module, target);
      if (sql === undefined) continue;
      const reads = new Set(relationsOf(sql));
      const tables = Object.keys(catalog.staged[module] ?? {}).filter((t) => reads.has(`${module}_${t}`));
      feeds.set(`mapped_${target}`, [
        ...(feeds.get(`mapped_${target}`) ?? []),
        ...tables.map((t) => `${module}.${t}`),
      ]);
    }
  }
  return feeds;
}

/** The statements that make `relation` and everything it reads available, inputs first. */
export async function bindingSql(world: BindingWorld, relation: string, span: Span): Promise<string[]> {
  if (relation.startsWith('mapped_')) return mappedSql(world, relation, span);
  const stored = world.catalog.tables[relation] ?? world.catalog.reference[relation];
  if (stored) return [await storedView(world, relation, stored.columns, span)];
  return [];
}

async function storedView(
  world: BindingWorld,
  name: string,
  columns: readonly Column[],
  span: Span,
): Promise<string> {
  const table = world.tables[name];
  if (!table) return viewSql(name, parquetQuery(columns, []));
  const parts = Object.entries(table.parts).filter(([part]) => wanted(table.partition, part, span, world));
  const paths = await Promise.all(
    parts.flatMap(([, files]) => files.map((f: PartFile) => world.lake.fetch(f.key))),
  );
  return viewSql(name, parquetQuery(columns, paths, partitionColumn(table.partition)));
}

function wanted(
  partition: string,
  part: string,
  span: Span,
  world: Pick<BindingWorld, 'firstMonth'>,
): boolean {
  if (partition === 'month') {
    if (span.months) return span.months.has(part);
    return span.years === null || span.years.has(schoolYearOf(part, world.firstMonth));
  }
  if (partition === 'school_year' && span.years) return span.years.has(Number(part));
  return true;
}

async function mappedSql(world: BindingWorld, relation: string, span: Span): Promise<string[]> {
  const target = relation.slice('mapped_'.length);
  const shape = world.catalog.mapped[relation] ?? world.catalog.mapped[target];
  const statements: string[] = [];
  const parts: string[] = [];
  for (const module of world.modules) {
    const sql = mappingSql(world.root, module, target);
    if (sql === undefined) continue;
    statements.push(...(await moduleRelations(world, module, relationsOf(sql), span)));
    statements.push(viewSql(`map_${module}_${target}`, sql));
    const columns = (shape?.columns ?? []).map((c) => mappedColumnSql(c.name, world.idSystems[module], '"'));
    parts.push(`select ${columns.join(', ')} from "map_${module}_${target}"`);
  }
  const query = parts.length > 0 ? parts.join(' union all ') : parquetQuery(shape?.columns ?? [], []);
  return [...statements, viewSql(relation, query)];
}

async function moduleRelations(
  world: BindingWorld,
  module: string,
  relations: readonly string[],
  span: Span,
): Promise<string[]> {
  const statements: string[] = [];
  for (const [table, staged] of Object.entries(world.catalog.staged[module] ?? {})) {
    const history = `${module}_${table}`;
    if (!relations.includes(history)) continue;
    const batches = world.batches[`${module}.${table}`] ?? [];
    const files = stagedFiles(batches, staged.partition != null, span, world);
    const paths = await Promise.all(files.map((key) => world.lake.fetch(key)));
    statements.push(
      viewSql(`staged_${history}`, parquetQuery(staged.columns, paths, { name: 'month', type: 'varchar' })),
    );
    const single = (staged.partition != null && span.loose) || keysOnce(batches, wantedMonth(span, world));
    statements.push(viewSql(history, historySql(world.root, module, table, single)));
  }
  return statements;
}

/** Whether every key stands once: no deletes, and a month (the key holds its date) comes from one batch only. */
export function keysOnce(
  batches: readonly Batch[],
  isWanted: (month: string) => boolean = () => true,
): boolean {
  const months = batches.flatMap((b) => [...new Set(b.files.map((f) => f.month))].filter(isWanted));
  return new Set(months).size === months.length && batches.every((b) => b.delivery !== 'delete');
}

/** What tells the months of files. */
export type MonthWorld = Pick<BindingWorld, 'batches' | 'feeds' | 'firstMonth' | 'tables'>;

export interface SpanMonths {
  readonly months: ReadonlySet<string>;
  /** Some of its rows lie in files that are not cut by month, and may be of any. */
  readonly uncut: boolean;
  readonly rows: number;
}

/** Months of a relation's files inside the span, with a measure of its rows. */
export function spanMonths(world: MonthWorld, relation: string, span: Span): SpanMonths {
  const months = new Set<string>();
  let rows = 0;
  for (const staged of world.feeds.get(relation) ?? []) {
    for (const batch of world.batches[staged] ?? []) {
      const files = batch.files.filter((f) => wantedMonth(span, world)(f.month));
      for (const { month } of files) months.add(month);
      rows += (batch.accepted * files.length) / Math.max(1, batch.files.length);
    }
  }
  const table = world.tables[relation];
  for (const [part, files] of Object.entries(table?.parts ?? {})) {
    if (table?.partition !== 'month' || !wanted('month', part, span, world)) continue;
    months.add(part);
    rows += files.reduce((sum, f) => sum + f.rows, 0);
  }
  const uncut = months.delete('all');
  return { months, uncut, rows };
}

function wantedMonth(span: Span, world: Pick<BindingWorld, 'firstMonth'>): (month: string) => boolean {
  return (month) => month === 'all' || wanted('month', month, span, world);
}

function stagedFiles(batches: readonly Batch[], byMonth: boolean, span: Span, world: BindingWorld): string[] {
  return batches.flatMap((b) =>
    b.files.filter((f) => !byMonth || wanted('month', f.month, span, world)).map((f) => f.key),
  );
}
