// Which measures read a source's table, by the lineage of the generated SQL: what a fault of the table holds back.
import { mappingSql, readCatalog, relationsOf, type SqlCatalog } from '../harmonize/sql-catalog.ts';
import { readMetrics } from '../metrics/registry.ts';

/** Every table hangs on the list of schools, and so would every measure on every source. */
const LISTS: readonly string[] = ['school', 'school_alias'];

/** Names of metrics, in the order of the registry. An unknown table stands for all of its module's. */
export function heldBackMetrics(root: string, module: string, table: string): string[] {
  const catalog = readCatalog(root);
  const fed = new Set(targetsOf(root, catalog, module, table));
  return readMetrics()
    .filter((metric) => mappedBelow(catalog, metric.sql.view).some((name) => fed.has(name)))
    .map((metric) => metric.metric);
}

function targetsOf(root: string, catalog: SqlCatalog, module: string, table: string): string[] {
  const isRead = (relation: string) =>
    table === '' ? relation.startsWith(`${module}_`) : relation === `${module}_${table}`;
  return Object.keys(catalog.mapped).filter((mapped) => {
    const sql = mappingSql(root, module, mapped.slice('mapped_'.length));
    return sql !== undefined && relationsOf(sql).some(isRead);
  });
}

function mappedBelow(catalog: SqlCatalog, view: string): string[] {
  const seen = new Set<string>();
  const todo = [view];
  for (let name = todo.pop(); name !== undefined; name = todo.pop()) {
    if (seen.has(name) || LISTS.includes(name)) continue;
    seen.add(name);
    todo.push(...(catalog.tables[name]?.inputs ?? []));
  }
  return [...seen].filter((name) => name.startsWith('mapped_'));
}
