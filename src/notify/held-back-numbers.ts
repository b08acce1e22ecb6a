// Which measures read a source's table, by the lineage of the generated SQL: what a fault of the table holds back.
import { mappingSql, readCatalog, relationsOf, type SqlCatalog } from '../harmonize/sql-catalog.ts';
import { readMetrics } from '../metrics/registry.ts';

/** Every table hangs on the list of schools, and so would every measure on every source. */
const LISTS: readonly string[] = ['school', 'school_alias'];

/**
 * What each kind of event is counted for. By lineage alone a day of activity reaches every measure, because it also
 * shows that a student is there; a letter names what the event is counted for.
 */
export const COUNTED_FOR: Readonly<Record<string, readonly string[]>> = {
  mapped_attendance_event: [
    'attendance_rate',
    'chronic_absence',
    'on_track',
    'hybrid_engagement',
    'check_in_list',
    'no_contact',
  ],
  mapped_digital_activity: ['digital_engagement_days', 'digital_engagement_minutes', 'hybrid_engagement'],
  mapped_course_outcome: ['courses_passed', 'on_track'],
  mapped_assessment_result: ['growth'],
};

/** Names of metrics, in the order of the registry. An unknown table stands for all of its module's. */
export function heldBackMetrics(root: string, module: string, table: string): string[] {
  const catalog = readCatalog(root);
  const fed = targetsOf(root, catalog, module, table);
  return readMetrics()
    .filter(({ metric, sql }) => {
      const read = mappedBelow(catalog, sql.view);
      return fed.some((target) => {
        const isCounted = COUNTED_FOR[target]?.includes(metric);
        // Lists are made outside of SQL, so that it shows nothing of what they read.
        return read.size === 0 ? isCounted === true : read.has(target) && isCounted !== false;
      });
    })
    .map(({ metric }) => metric);
}

function targetsOf(root: string, catalog: SqlCatalog, module: string, table: string): string[] {
  const isRead = (relation: string) =>
    table === '' ? relation.startsWith(`${module}_`) : relation === `${module}_${table}`;
  return Object.keys(catalog.mapped).filter((mapped) => {
    const sql = mappingSql(root, module, mapped.slice('mapped_'.length));
    return sql !== undefined && relationsOf(sql).some(isRead);
  });
}

/** Targets of the modules that a view is made from. */
export function mappedBelow(catalog: SqlCatalog, view: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const todo = [view];
  for (let name = todo.pop(); name !== undefined; name = todo.pop()) {
    if (seen.has(name) || LISTS.includes(name)) continue;
    seen.add(name);
    todo.push(...(catalog.tables[name]?.inputs ?? []));
  }
  return new Set([...seen].filter((name) => name.startsWith('mapped_')));
}
