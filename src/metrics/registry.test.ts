// The registry is whole: every threshold is a column of `policy`, every column has its threshold, every example an expectation.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { readCatalog } from '../harmonize/sql-catalog.ts';
import { metricsPage } from './metrics-page.ts';
import { parseMetric, policyDefaults, readMetrics } from './registry.ts';

const root = join(import.meta.dirname, '../..');
const metrics = readMetrics(join(root, 'metrics'));
const text = (name: string) => readFileSync(join(root, 'metrics', `${name}.yaml`), 'utf8');

describe('the metrics registry', () => {
  it('gives every threshold of the policy relation, and no other', () => {
    const relations = z.record(z.string(), z.looseObject({ columns: z.record(z.string(), z.string()) }));
    const declared = relations.parse(parse(readFileSync(join(root, 'sql/reference-tables.yaml'), 'utf8')));
    const columns = Object.keys(declared.policy?.columns ?? {}).filter(
      (c) => c !== 'run_date' && c !== 'first_month',
    );
    expect(Object.keys(policyDefaults(join(root, 'metrics'))).sort()).toEqual(columns.sort());
  });

  it.each(metrics.map((m) => [m.metric, m] as const))('%s stands on columns of its view', (_, metric) => {
    const columns = readCatalog(root).tables[metric.sql.view]?.columns.map((c) => c.name) ?? [];
    expect(columns).toEqual(expect.arrayContaining([...metric.sql.columns]));
    for (const example of metric.examples)
      expect(columns).toEqual(expect.arrayContaining(Object.keys(example.expect)));
  });

  it.each(metrics.map((m) => [m.metric, m] as const))('%s has examples of its own columns', (_, metric) => {
    if (metric.tested_by !== undefined) {
      expect(existsSync(join(root, metric.tested_by))).toBe(true);
      return;
    }
    const shown = new Set(metric.examples.flatMap((e) => Object.keys(e.expect)));
    expect(metric.sql.columns.filter((c) => !shown.has(c))).toEqual([]);
  });
});

describe('docs/metrics.md', () => {
  it('is what the registry says (node bin/generate.ts writes it)', () => {
    expect(readFileSync(join(root, 'docs/metrics.md'), 'utf8')).toBe(metricsPage(metrics));
  });
});

describe('a metric file', () => {
  it('with a misspelt key is refused, naming file and key', () => {
    const bent = text('chronic_absence').replace('boundary:', 'bounday:');
    expect(() => parseMetric(bent, 'chronic_absence.yaml')).toThrow(/chronic_absence\.yaml/);
  });

  it('without a reason for its threshold is refused', () => {
    const bent = text('chronic_absence').replace(/reason: EDFacts FS195, also.*/, 'reason: ""');
    expect(() => parseMetric(bent, 'chronic_absence.yaml')).toThrow(
      /thresholds\.chronic_absence_share\.reason/,
    );
  });

  it('under another name is refused', () => {
    expect(() => parseMetric(text('chronic_absence'), 'absence.yaml')).toThrow(
      /must be the name of the file/,
    );
  });
});
