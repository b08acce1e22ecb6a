// What the Spark job does for one run, as data: which files are which relation, and which SQL makes which table.
import { z } from 'zod';
import { type Manifest, manifestSchema } from '../release/manifest.ts';
import type { BindingWorld } from './bindings.ts';
import { keysOnce } from './bindings.ts';
import { mappedColumnSql } from './mapped-column.ts';
import { partitionColumn } from './parquet-view.ts';
import { historySql, mappingSql, relationsOf, tableSql } from './sql-catalog.ts';

const columns = z.array(z.object({ name: z.string(), type: z.string() }));

const step = z.discriminatedUnion('kind', [
  /** Files with these columns; those that stand in a folder's name (`month=…`) are read from below `base`. */
  z.strictObject({
    kind: z.literal('read'),
    relation: z.string(),
    base: z.string(),
    files: z.array(z.string()),
    columns,
  }),
  z.strictObject({ kind: z.literal('view'), relation: z.string(), sql: z.string() }),
  /** Written below `lake/<relation>/<runId>/` and read back, so that what reads it does not compute it again. */
  z.strictObject({
    kind: z.literal('table'),
    relation: z.string(),
    sql: z.string(),
    columns,
    partition: z.string(),
  }),
]);

export const sparkPlanSchema = z.strictObject({
  runId: z.string(),
  steps: z.array(step),
  /** Tables that exist already, as the release will name them. */
  carried: manifestSchema.shape.tables,
  /** Word in the manifest for each made table's partition. */
  partitions: z.record(z.string(), z.enum(['month', 'school_year', 'all'])),
  fingerprint: z.string(),
});

export type SparkPlan = z.output<typeof sparkPlanSchema>;
type Step = SparkPlan['steps'][number];

export const sparkPlanKey = (runId: string) => `runs/${runId}/spark-plan.json`;

/** Everything is made anew: Spark is for loads so large that most of the lake is touched. */
export function sparkPlan(
  world: BindingWorld,
  runId: string,
  carried: Manifest['tables'],
  fingerprint: string,
): SparkPlan {
  const steps = new Map<string, Step>();
  const partitions: SparkPlan['partitions'] = {};
  for (const name of world.catalog.order) {
    const entry = world.catalog.tables[name];
    if (!entry || entry.layer === 'view') continue;
    for (const input of entry.inputs) bind(world, steps, input, carried);
    const partition = entry.partition ?? 'all';
    const key = partitionColumn(partition);
    const own = entry.columns.filter((column) => column.name !== key.name);
    partitions[name] = partition;
    steps.set(name, {
      kind: 'table',
      relation: name,
      sql: tableSql(world.root, name, entry, 'spark'),
      columns: [...own, key],
      partition: key.name,
    });
  }
  return { runId, steps: [...steps.values()], carried, partitions, fingerprint };
}

function bind(
  world: BindingWorld,
  steps: Map<string, Step>,
  relation: string,
  carried: Manifest['tables'],
): void {
  if (steps.has(relation)) return;
  if (relation.startsWith('mapped_')) {
    bindMapped(world, steps, relation);
    return;
  }
  const stored = world.catalog.reference[relation];
  if (!stored) return;
  const table = carried[relation];
  const files = Object.values(table?.parts ?? {}).flatMap((part) => part.map(({ key }) => key));
  const key = partitionColumn(table?.partition ?? 'all');
  const all = [...stored.columns.filter(({ name }) => name !== key.name), key];
  steps.set(relation, { kind: 'read', relation, base: `lake/${relation}`, files, columns: all });
}

function bindMapped(world: BindingWorld, steps: Map<string, Step>, relation: string): void {
  const target = relation.slice('mapped_'.length);
  const shape = world.catalog.mapped[relation]?.columns ?? [];
  const parts: string[] = [];
  for (const module of world.modules) {
    const sql = mappingSql(world.root, module, target, 'spark');
    if (sql === undefined) continue;
    bindModule(world, steps, module, relationsOf(sql));
    const mapping = `map_${module}_${target}`;
    steps.set(mapping, { kind: 'view', relation: mapping, sql });
    const columns = shape.map(({ name }) => mappedColumnSql(name, world.idSystems[module], '`'));
    parts.push(`select ${columns.join(', ')} from \`${mapping}\``);
  }
  if (parts.length === 0)
    steps.set(relation, { kind: 'read', relation, base: '', files: [], columns: shape });
  else steps.set(relation, { kind: 'view', relation, sql: parts.join(' union all ') });
}

function bindModule(
  world: BindingWorld,
  steps: Map<string, Step>,
  module: string,
  relations: readonly string[],
): void {
  for (const [table, staged] of Object.entries(world.catalog.staged[module] ?? {})) {
    const history = `${module}_${table}`;
    if (!relations.includes(history) || steps.has(history)) continue;
    const batches = world.batches[`${module}.${table}`] ?? [];
    const files = batches.flatMap((batch) => batch.files.map(({ key }) => key));
    steps.set(`staged_${history}`, {
      kind: 'read',
      relation: `staged_${history}`,
      base: `staged/${module}/${table}`,
      files,
      columns: staged.columns,
    });
    const sql = historySql(world.root, module, table, keysOnce(batches), 'spark');
    steps.set(history, { kind: 'view', relation: history, sql });
  }
}
