// Reads the metrics registry: every measure's definition, and the default of every threshold that a district may change.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { definitionsRoot } from '../definitions/definitions.ts';
import { type Metric, metricSchema } from './metric.ts';
import { MetricError } from './metric-error.ts';

const known = new Map<string, readonly Metric[]>();

/**
 * All metrics of a folder, by file name.
 * @throws MetricError naming file and key, also where two metrics define one threshold.
 */
export function readMetrics(dir: string = join(definitionsRoot(), 'metrics')): readonly Metric[] {
  const before = known.get(dir);
  if (before) return before;
  const files = readdirSync(dir)
    .filter((f) => f.endsWith('.yaml'))
    .sort();
  const metrics = files.map((f) => parseMetric(readFileSync(join(dir, f), 'utf8'), f));
  policyOf(metrics);
  known.set(dir, metrics);
  return metrics;
}

/** @throws MetricError naming file and key. */
export function parseMetric(text: string, file: string): Metric {
  const result = metricSchema.safeParse(parse(text));
  if (!result.success) {
    const issue = result.error.issues[0];
    throw new MetricError(file, issue?.path.join('.') ?? '', issue?.message ?? 'unreadable');
  }
  if (`${result.data.metric}.yaml` !== file)
    throw new MetricError(file, 'metric', 'must be the name of the file');
  return result.data;
}

/** Threshold name (a column of `policy`) to its default value. */
export function policyDefaults(dir?: string): Readonly<Record<string, number | string>> {
  return policyOf(readMetrics(dir));
}

function policyOf(metrics: readonly Metric[]): Record<string, number | string> {
  const values: Record<string, number | string> = {};
  for (const metric of metrics) {
    for (const [name, threshold] of Object.entries(metric.thresholds)) {
      if (name in values)
        throw new MetricError(`${metric.metric}.yaml`, `thresholds.${name}`, 'is defined twice');
      values[name] = threshold.value;
    }
  }
  return values;
}
