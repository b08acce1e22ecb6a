// What a metric of the registry says: its sentence, its authority, its limits with their reasons, and examples at the edge.
import { z } from 'zod';

const words = z.string().trim().min(1);
const days = z.number().int().min(0);
const name = z.string().regex(/^[a-z][a-z0-9_]*$/);

/** A limit that a district may set for itself; `name` is its column of the `policy` relation. */
const threshold = z.strictObject({
  value: z.union([z.number(), z.string()]),
  unit: words,
  reason: words,
});

/** A student's made-up school days, in the order in which they happen: see test/sql/example-lake.ts. */
export const givenSchema = z.strictObject({
  present: days.default(0),
  tardy: days.default(0),
  remote: days.default(0),
  absent: days.default(0),
  excused: days.default(0),
  suspended: days.default(0),
  /** Days with a code that no map covers. */
  unmapped: days.default(0),
  period_days: z.array(z.strictObject({ scheduled: days, missed: days })).default([]),
  /** Days present that come after all others. */
  present_after: days.default(0),
  /** Enrolled school days without a mark. */
  unrecorded: days.default(0),
  /** The last so many school days lie within the dates of the source; left out: there is no source. */
  covered_days: days.optional(),
  /** The source measures time, though not for this student. */
  timed_source: z.boolean().default(false),
  active_days: days.default(0),
  /** Events of the last school day: accesses, and seconds on task. */
  accesses: z.array(days).default([]),
  seconds: z.array(days).default([]),
  /** Accesses on a Saturday between covered days. */
  day_off_accesses: z.array(days).default([]),
  /** Seven-day reports whose last day of activity is the last school day. */
  reports: days.default(0),
  opted_out: z.boolean().default(false),
  /** Final marks of one marking term, in points of 100. */
  marks: z.array(z.number()).default([]),
  /** Overall results of one test within the year, in the order of its sittings. */
  scores: z.array(z.number()).default([]),
});

const example = z.strictObject({
  name: words,
  given: givenSchema,
  /** Columns of the metric's view and the values that must come out; numbers within 1e-9. */
  expect: z.record(name, z.union([z.number(), z.string(), z.boolean(), z.null()])),
});

export const metricSchema = z
  .strictObject({
    metric: name,
    title: words,
    sentence: words,
    unit: words,
    authority: z.array(z.strictObject({ source: words, says: words })).min(1),
    boundary: words,
    rounding: words,
    thresholds: z.record(name, threshold),
    sql: z.strictObject({ view: name, columns: z.array(name).min(1) }),
    /** One below, exact and one above at the least. */
    examples: z.array(example).default([]),
    /** The test of a measure that is no matter of one student's days, from the root of the repository. */
    tested_by: words.optional(),
  })
  .refine((m) => m.examples.length >= 3 || m.tested_by !== undefined, {
    path: ['examples'],
    message: 'three at the least: below, exact and above; or the test that stands in for them',
  });

export type Metric = z.infer<typeof metricSchema>;
export type MetricExample = Metric['examples'][number];
export type GivenDays = z.infer<typeof givenSchema>;
