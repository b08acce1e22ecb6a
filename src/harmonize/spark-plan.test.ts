// The plan of a Spark load names exact files, and makes each relation before anything that reads it.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { directoryLake } from '../adapters/directory-lake.ts';
import type { BindingWorld } from './bindings.ts';
import { sparkPlan, sparkPlanSchema } from './spark-plan.ts';

const root = mkdtempSync(join(tmpdir(), 'homeroom-spark-plan-'));
const text = (path: string, sql: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), sql);
};
text('modules/clever/school.sql', 'select school_id from clever_visit');
text('modules/clever/generated/spark/school.sql', 'SELECT school_id FROM clever_visit;');
text('modules/clever/generated/spark/clever_visit.sql', 'SELECT * FROM staged_clever_visit');
text('sql/generated/spark/core/school.sql', 'SELECT school_id, part FROM mapped_school');
text('sql/generated/spark/mart/school_year_count.sql', 'SELECT n, school_year FROM school, policy');

const schoolId = { name: 'school_id', type: 'varchar' };
const batch = (batchId: string) => ({
  batchId,
  asOf: '2022-01-01',
  asOfBasis: 'received' as const,
  sha256: 'a',
  delivery: 'additive' as const,
  accepted: 1,
  files: [{ month: 'all', key: `staged/clever/visit/month=all/${batchId}.parquet` }],
});
const carried = {
  policy: {
    partition: 'all' as const,
    parts: { all: [{ key: 'lake/policy/part=all/r1-0.parquet', rows: 1 }] },
  },
};
const world: BindingWorld = {
  root,
  lake: directoryLake(root),
  modules: ['clever'],
  batches: { 'clever.visit': [batch('b1'), batch('b2')] },
  tables: carried,
  firstMonth: 8,
  feeds: new Map(),
  idSystems: {},
  catalog: {
    features: {},
    order: ['school', 'school_year_count'],
    tables: {
      school: { layer: 'core', partition: 'all', inputs: ['mapped_school'], columns: [schoolId] },
      school_year_count: {
        layer: 'mart',
        partition: 'school_year',
        inputs: ['school', 'policy'],
        columns: [
          { name: 'school_year', type: 'integer' },
          { name: 'n', type: 'bigint' },
        ],
      },
    },
    mapped: { mapped_school: { columns: [schoolId] } },
    reference: { policy: { columns: [{ name: 'run_date', type: 'date' }] } },
    staged: { clever: { visit: { columns: [schoolId, { name: 'month', type: 'varchar' }] } } },
  },
};

describe('the plan of a Spark load', () => {
  const plan = sparkPlan(world, 'r2', carried, 'f');
  const at = (relation: string) => plan.steps.findIndex((step) => step.relation === relation);
  const step = (relation: string) => plan.steps[at(relation)];

  it('makes staged, history, mapping, union and table in that order', () => {
    expect(plan.steps.map(({ kind, relation }) => `${kind} ${relation}`)).toEqual([
      'read staged_clever_visit',
      'view clever_visit',
      'view map_clever_school',
      'view mapped_school',
      'table school',
      'read policy',
      'table school_year_count',
    ]);
  });

  it('reads exactly the files of the accepted batches, never a folder', () => {
    expect(step('staged_clever_visit')).toMatchObject({
      base: 'staged/clever/visit',
      files: ['staged/clever/visit/month=all/b1.parquet', 'staged/clever/visit/month=all/b2.parquet'],
    });
  });

  it('puts the partition column last, as files in folders have it', () => {
    expect(step('school_year_count')).toMatchObject({
      partition: 'school_year',
      columns: [{ name: 'n' }, { name: 'school_year', type: 'integer' }],
    });
  });

  it('is what the job is promised', () =>
    expect(sparkPlanSchema.parse(JSON.parse(JSON.stringify(plan)))).toEqual(plan));
});
