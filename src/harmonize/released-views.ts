// The relations of a release as views of one session: stored tables over their files, then the analysts' views.
import type { Session } from '../adapters/duckdb.ts';
import type { Lake } from '../lake/lake.ts';
import type { Manifest } from '../release/manifest.ts';
import { olderParquetQuery, parquetQuery, partitionColumn, viewSql } from './parquet-view.ts';
import { readCatalog, type SqlCatalog, tableSql } from './sql-catalog.ts';

/** Statements that create them, each after those that it reads; `older` for a release made before today's columns. */
export async function releasedViews(
  root: string,
  catalog: SqlCatalog,
  lake: Lake,
  tables: Manifest['tables'],
  age: 'today' | 'older' = 'today',
): Promise<string[]> {
  const views = viewOrder(catalog).flatMap((name) => {
    const entry = catalog.tables[name];
    return entry ? [viewSql(name, tableSql(root, name, entry))] : [];
  });
  return [...(await storedViews(catalog, lake, tables, age)), ...views];
}

/** Afterwards the session answers by the names of a kept release, also of one made before today's columns. */
export async function bindReleased(
  session: Session,
  root: string,
  lake: Lake,
  tables: Manifest['tables'],
): Promise<void> {
  for (const sql of await releasedViews(root, readCatalog(root), lake, tables, 'older'))
    await session.run(sql);
}

async function storedViews(
  catalog: SqlCatalog,
  lake: Lake,
  tables: Manifest['tables'],
  age: 'today' | 'older',
): Promise<string[]> {
  // What a run writes at its end, such as scores, is still that of the release before while the run reads it.
  const query = (name: string) =>
    age === 'older' || name in catalog.reference ? olderParquetQuery : parquetQuery;
  const stored = Object.entries({ ...catalog.reference, ...catalog.tables }).filter(
    ([name]) => catalog.tables[name]?.layer !== 'view',
  );
  return Promise.all(
    stored.map(async ([name, { columns }]) => {
      const table = tables[name];
      const files = Object.values(table?.parts ?? {}).flat();
      const paths = await Promise.all(files.map((f) => lake.fetch(f.key)));
      return viewSql(name, query(name)(columns, paths, partitionColumn(table?.partition ?? 'all')));
    }),
  );
}

/** Views after the views that they read. */
function viewOrder(catalog: SqlCatalog): string[] {
  const views = Object.entries(catalog.tables).filter(([, t]) => t.layer === 'view');
  const done = new Set<string>();
  const visit = (name: string) => {
    const entry = catalog.tables[name];
    if (done.has(name) || entry?.layer !== 'view') return;
    for (const input of entry.inputs) visit(input);
    done.add(name);
  };
  for (const [name] of views) visit(name);
  return [...done];
}
