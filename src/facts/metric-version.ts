// Which definition a number was made by: the metric's file, by the first digits of its hash.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { definitionsRoot } from '../definitions/definitions.ts';
import { HomeroomError } from '../errors/homeroom-error.ts';

/** Parts of a measure that are counted by themselves belong to the file that defines them. */
const home: Readonly<Record<string, string>> = {
  attendance_target: 'attendance_rate',
  period_attendance: 'attendance_rate',
  digital_target: 'hybrid_engagement',
  days_missed: 'attendance_rate',
  courses_passing: 'courses_passed',
  attendance_band_good: 'attendance_rate',
  attendance_band_manageable: 'attendance_rate',
  attendance_band_low: 'attendance_rate',
  attendance_band_severe: 'attendance_rate',
};

export const metricFile = (metric: string) => home[metric] ?? metric;

const known = new Map<string, string>();

/** First 12 hex digits of the SHA-256 of the metric's file. @throws UnknownMetricError */
export function metricVersion(metric: string, root: string = definitionsRoot()): string {
  const path = join(root, 'metrics', `${metricFile(metric)}.yaml`);
  const before = known.get(path);
  if (before !== undefined) return before;
  let text: Buffer;
  try {
    text = readFileSync(path);
  } catch {
    throw new UnknownMetricError(metric);
  }
  const version = createHash('sha256').update(text).digest('hex').slice(0, 12);
  known.set(path, version);
  return version;
}

export class UnknownMetricError extends HomeroomError {
  constructor(metric: string) {
    super('UNKNOWN_METRIC', `No metric of the registry is called "${metric}".`, {
      where: 'metrics/',
      mend: 'A number that is shown needs a definition: add its file to metrics/.',
    });
  }
}
