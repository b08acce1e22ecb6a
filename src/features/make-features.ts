// Makes the features of a run in one session: cases, their weeks and their groups, each as known on its prediction day.
import type { Session } from '../adapters/duckdb.ts';
import { duckType, viewSql } from '../harmonize/parquet-view.ts';
import { releasedViews } from '../harmonize/released-views.ts';
import { readCatalog, type SqlCatalog, tableSql } from '../harmonize/sql-catalog.ts';
import type { Lake } from '../lake/lake.ts';
import type { Manifest } from '../release/manifest.ts';
import { literal, identifier as q } from '../sql-text/sql-text.ts';
import { type PredictionPolicy, readPredictionPolicy } from './prediction-policy.ts';

/** Features that several others read are computed once; the rest stay views. */
const keptTables: ReadonlySet<string> = new Set([
  'district_day',
  'prediction_day',
  'student_case',
  'attendance_past',
  'attendance_week',
  'digital_week',
  'incident_week',
  'term_mark',
  'mark_past',
  'assessment_past',
  'model_case',
  'model_week',
]);

export interface FeatureInput {
  readonly root: string;
  readonly lake: Lake;
  readonly session: Session;
  readonly tables: Manifest['tables'];
  /** The last day that is looked at; the run's own when it is left out. */
  readonly asOf?: string | undefined;
  /** 'older': of a release made before today's columns. */
  readonly age?: 'today' | 'older';
  readonly onFeature?: (name: string, seconds: number, done: number, total: number) => void;
}

/** Afterwards the session holds every relation of sql/features by its name. */
export async function makeFeatures(input: FeatureInput): Promise<void> {
  const { root, lake, session, tables } = input;
  const catalog = readCatalog(root);
  for (const sql of await releasedViews(root, catalog, lake, tables, input.age)) await session.run(sql);
  await session.run(viewSql('prediction_policy', policySql(catalog, readPredictionPolicy(root), input.asOf)));
  const features = Object.entries(catalog.features);
  for (const [i, [name, entry]] of features.entries()) {
    const started = performance.now();
    const sql = tableSql(root, name, entry);
    await session.run(
      keptTables.has(name) ? `create or replace temp table ${q(name)} as ${sql}` : viewSql(name, sql),
    );
    input.onFeature?.(name, (performance.now() - started) / 1000, i + 1, features.length);
  }
}

function policySql(catalog: SqlCatalog, policy: PredictionPolicy, asOf: string | undefined): string {
  const values: Readonly<Record<string, string | number | undefined>> = {
    ...policy,
    last_day: asOf === undefined ? undefined : literal(asOf),
  };
  const columns = catalog.reference.prediction_policy?.columns ?? [];
  return `select ${columns.map((c) => `cast(${values[c.name] ?? 'null'} as ${duckType(c.type)}) as ${q(c.name)}`).join(', ')}`;
}
