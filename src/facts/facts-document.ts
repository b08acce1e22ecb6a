// What a page, a mail or a narrator may know of a subject: numbers with their meaning, period, n and receipt; nothing else.
import { z } from 'zod';

export const FACTS_SCHEMA = 'homeroom-facts/1';

const day = z.iso.date();
const slug = z.string().regex(/^[a-z][a-z0-9_]{0,59}$/);

/** A receipt's name: the same number of the same release always has the same one. */
export const receiptId = z
  .string()
  .regex(/^r-[0-9a-f]{16}$/)
  .brand<'ReceiptId'>();
export type ReceiptId = z.output<typeof receiptId>;

/** Whom a number is about. A student is named by key; names are added by the list writer only. */
export const subjectSchema = z.strictObject({
  kind: z.enum(['district', 'school', 'grade', 'section', 'student']),
  key: z.string(),
  name: z.string(),
});
export type Subject = z.output<typeof subjectSchema>;

export const periodSchema = z.strictObject({
  kind: z.enum(['school_year', 'term', 'month', 'week', 'day']),
  /** As people write it, for example "2025-26" or "week of 2026-03-09". */
  label: z.string(),
  from: day,
  to: day,
});
export type Period = z.output<typeof periodSchema>;

export const UNITS = [
  'students',
  'percent',
  'days',
  'minutes',
  'points',
  'rows',
  'schools',
  'grades',
  'courses',
  'contacts',
  'of_20',
  'per_100',
] as const;

/** Why there is no number to show; the words stand in the text file of each language. */
export const REASONS = ['small_group', 'protects_another', 'no_source', 'not_judged', 'too_early'] as const;

/**
 * One number. `known` has a value; `hidden` has none because it would single somebody out; `no_data` has none because
 * nobody knows it. `n` is the number of students judged, `held_back` those who could not be.
 */
export const factSchema = z
  .strictObject({
    receipt: receiptId,
    /** A metric of the registry (metrics/). */
    metric: slug,
    /** First 12 hex digits of the SHA-256 of the metric's file. */
    version: z.string().regex(/^[0-9a-f]{12}$/),
    /** What of the metric: the count of students, their share, a mean, a total. */
    aspect: z.enum(['count', 'share', 'mean', 'total']),
    about: subjectSchema,
    /** A part of the subject's students, for example {by: "grade", value: "09"}; null for all of them. */
    group: z.strictObject({ by: slug, value: z.string() }).nullable(),
    period: periodSchema,
    state: z.enum(['known', 'hidden', 'no_data']),
    value: z.number().nullable(),
    unit: z.enum(UNITS),
    n: z.int().nonnegative().nullable(),
    held_back: z.int().nonnegative().nullable(),
    why: z.enum(REASONS).nullable(),
  })
  .refine((f) => (f.state === 'known') === (f.value !== null), 'only a known fact has a value')
  .refine((f) => (f.state === 'known') === (f.why === null), 'a fact without a value says why')
  .refine((f) => f.state !== 'hidden' || (f.n === null && f.held_back === null), 'a hidden fact hides its n');
export type Fact = z.output<typeof factSchema>;

/** How old what we know of a source is; `late` when it has been silent for longer than its owner promised. */
export const sourceAgeSchema = z.strictObject({
  module: z.string(),
  table: z.string(),
  last_date: day.nullable(),
  age_days: z.int().nonnegative().nullable(),
  late: z.boolean(),
});
export type SourceAge = z.output<typeof sourceAgeSchema>;

export const factsDocumentSchema = z.strictObject({
  schema: z.literal(FACTS_SCHEMA),
  district: subjectSchema,
  release: z.string(),
  run_date: day,
  subject: subjectSchema,
  /** Where the subject stands, outermost first: its district, its school. */
  within: z.array(subjectSchema),
  /** The period that the page is about; facts of earlier periods are there for comparison. */
  period: periodSchema,
  sources: z.array(sourceAgeSchema),
  facts: z.array(factSchema),
});
export type FactsDocument = z.output<typeof factsDocumentSchema>;
