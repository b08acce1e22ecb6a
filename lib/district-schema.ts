// What a district file may hold: every key with its unit, its limits and its default.
import { z } from 'zod';
import { checkinsSchema } from './checkin-schema.ts';
import { ATTENDANCE_CATEGORIES, NORMAL_FORMS } from './district-defaults.ts';
import { reportsSchema } from './reports-schema.ts';

/** Retention periods that CloudWatch Logs accepts, in days. */
export const LOG_DAYS = [
  30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 3653,
] as const;

const MIB = 1024 ** 2;

const slug = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,19}$/, 'must be 2 to 20 lower-case letters, digits or dashes, a letter first');
const folder = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,39}$/, 'must be lower-case letters, digits or underscores, a letter first');
const word = z.string().trim().min(1);
const day = z.iso.date('must be a date written YYYY-MM-DD');
const relativePath = z
  .string()
  .regex(/^(?![/\\])(?!.*\.\.).+$/, 'must be a path below the folder of the district file');

const timezone = z
  .string()
  .refine(isZone, 'must be a zone of the IANA list written in full, for example "America/New_York"')
  .describe('IANA time zone of the schools: dates are local to it and the day starts by it.');

const idSystem = z.strictObject({
  issuer: word.describe('Who hands the id out.'),
  pattern: z
    .string()
    .refine(isRegex, 'must be a regular expression')
    .optional()
    .describe('What a normalised value must match as a whole.'),
  normalForm: z.array(z.enum(NORMAL_FORMS)).default(['trim', 'lower']),
});

const codes = z
  .record(word, z.enum(ATTENDANCE_CATEGORIES))
  .describe('Local attendance code or word (case does not matter) to its category.');

export const districtSchema = z.strictObject({
  $schema: z.string().optional(),
  district: slug.describe('Short name used in folders and in the names of resources.'),
  name: word.describe('Name as people write it.'),
  environment: z
    .string()
    .regex(/^[a-z][a-z0-9]{1,9}$/, 'must be 2 to 10 lower-case letters or digits')
    .default('dev')
    .describe('Lets two copies of one district live in one account.'),
  timezone,
  aws: z
    .strictObject({
      account: z.string().regex(/^\d{12}$/, 'must be the 12 digits of an AWS account, in quotes'),
      region: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'must be an AWS region, for example "us-east-1"'),
    })
    .optional()
    .describe('Pin the stacks to one account and region; leave out to deploy with the current credentials.'),
  modules: z
    .record(
      folder,
      z.strictObject({
        owner: z
          .strictObject({
            name: word,
            email: z.email('must be a mail address'),
            lang: z.enum(['en', 'es']).default('en'),
          })
          .optional()
          .describe('Gets a letter when a file is held, rows are kept out or columns change.'),
        idSystems: z
          .record(folder, folder)
          .default({})
          .describe('Id system as the module calls it, to the id system of this district.'),
      }),
    )
    .refine((modules) => Object.keys(modules).length > 0, 'must name at least one module')
    .describe('Source systems in use; each is a folder of modules/.'),
  idSystems: z.record(folder, idSystem).default({}).describe('Added to, or put in place of, the usual ones.'),
  attendance: z
    .strictObject({
      codes: codes.default({}),
      modules: z.record(folder, z.strictObject({ codes })).default({}).describe('Codes of one module only.'),
    })
    .prefault({}),
  calendar: z
    .strictObject({
      firstMonth: z.int().min(1).max(12).default(8).describe('Month in which a school year begins, 1 to 12.'),
      holidays: z.array(z.strictObject({ date: day, name: word })).default([]),
      days: relativePath
        .optional()
        .describe('CSV with school_id, date, is_school_day, event_name; wins over holidays.'),
    })
    .prefault({}),
  thresholds: z
    .record(folder, z.union([z.number(), word]))
    .default({})
    .describe('Values that replace those of the metrics registry, by name.'),
  engine: z
    .enum(['duckdb', 'spark'])
    .default('duckdb')
    .describe('What harmonizes: DuckDB in a function, or Spark for loads above engineLimits.sparkBytes.'),
  engineLimits: z
    .strictObject({
      yearChunkBytes: z
        .int()
        .min(MIB)
        .default(1024 * MIB)
        .describe('Staged bytes above which a load is harmonized one school year at a time.'),
      sparkBytes: z
        .int()
        .min(MIB)
        .default(8192 * MIB)
        .describe('Staged bytes above which engine "spark" starts the Glue job.'),
    })
    .prefault({}),
  schedule: z
    .strictObject({
      time: z
        .string()
        .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be HH:MM, 00:00 to 23:59')
        .default('05:30'),
      days: z.enum(['daily', 'school_days']).default('daily').describe('school_days: Monday to Friday.'),
    })
    .prefault({}),
  retention: z
    .strictObject({
      rawDays: z.int().min(400).max(36_500).default(2557).describe('Days that files as received are kept.'),
      releases: z.int().min(2).max(365).default(14).describe('Releases kept for rollback.'),
      logDays: z
        .literal([...LOG_DAYS], `must be one of ${LOG_DAYS.join(', ')}`)
        .default(365)
        .describe('Days that logs are kept.'),
    })
    .prefault({}),
  deletionGuard: z
    .strictObject({
      rows: z.int().min(0).default(10).describe('A full file may always lose up to this many rows.'),
      share: z.number().min(0).max(1).default(0.1).describe('Above that, this share of rows, 0 to 1.'),
    })
    .prefault({}),
  optOuts: relativePath.optional().describe('CSV with id_system, id, scope; never committed.'),
  lambda: z
    .strictObject({
      reservedConcurrency: z
        .int()
        .min(1)
        .max(1000)
        .optional()
        .describe(
          'Per function. A fresh account often has a quota of 10, so nothing is reserved by default.',
        ),
      memoryMb: z.int().min(512).max(10_240).default(3008).describe('Fresh accounts allow at most 3,008 MB.'),
      intakeConcurrency: z.int().min(1).max(100).default(4).describe('Intake chunks read at the same time.'),
    })
    .prefault({}),
  models: z
    .strictObject({
      use: z
        .boolean()
        .default(true)
        .describe('Without it no model is trained and the plain list stands alone.'),
      approval: z
        .enum(['rule', 'hand'])
        .default('rule')
        .describe(
          'Who lets a new model score: the written rule, or a person with "homeroom models promote".',
        ),
      promise: z
        .strictObject({
          falseAlarmsPer100: z.number().min(0).max(100).optional(),
          missedPer100: z.number().min(0).max(100).optional(),
        })
        .prefault({})
        .describe("No group's false alarms, or misses, more than so many per 100 above all others."),
      instance: z
        .string()
        .regex(/^ml\.[a-z0-9]+\.[a-z0-9]+$/, 'must be an instance of SageMaker, for example "ml.m5.xlarge"')
        .default('ml.m5.xlarge'),
      concurrency: z.int().min(1).max(20).default(1).describe('Training jobs at the same time.'),
    })
    .prefault({}),
  checkins: checkinsSchema.prefault({}),
  reports: reportsSchema.prefault({}),
  alarms: z
    .strictObject({
      email: z.email('must be a mail address').optional(),
      monthlyBudgetUsd: z.int().min(1).default(50).describe('A mail is sent at 80 % and 100 % of it.'),
    })
    .prefault({}),
});

export type District = z.output<typeof districtSchema>;
/** What a person may write in a district file: everything with a default may be left out. */
export type DistrictFile = z.input<typeof districtSchema>;

/** JSON Schema of the file as a person writes it, for editors. */
export function districtJsonSchema(): unknown {
  return { ...z.toJSONSchema(districtSchema, { io: 'input' }), title: 'Homeroom district file' };
}

function isZone(zone: string): boolean {
  // Abbreviations such as EST are fixed offsets, wrong for half of a school year.
  if (zone !== 'UTC' && !zone.includes('/')) return false;
  try {
    const resolved = new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
    return resolved === zone || resolved.toLowerCase() !== zone.toLowerCase();
  } catch {
    return false;
  }
}

function isRegex(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u').source !== '';
  } catch {
    return false;
  }
}
