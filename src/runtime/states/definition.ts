// The shapes of the Amazon States Language that can be run here; strict, so that a misspelt field is an error.
// Source: states-language.net/spec.html and the Step Functions developer guide, JSONata mode.
import { z } from 'zod';

const MOST_SECONDS = 99_999_999;

const expression = z.string().regex(/^\{%[\s\S]*%\}$/, 'must be a {% … %} expression');
const json = z.json();
const assign = z.record(z.string(), json);
const stateName = z.string().min(1).max(80);
const errorEquals = z.array(z.string().min(1)).min(1, 'must name at least one error');

const integer = (least: number, most = MOST_SECONDS) => {
  const error = `must be an integer from ${least} to ${most}, or a {% … %} expression`;
  const inRange = (value: number) => Number.isInteger(value) && value >= least && value <= most;
  const fits = (value: number | string) =>
    typeof value === 'number' ? inRange(value) : expression.safeParse(value).success;
  return z.union([z.number(), z.string()], { error }).refine(fits, { error });
};

const common = { Type: z.string(), Comment: z.string().optional(), QueryLanguage: z.string().optional() };

const flow = {
  ...common,
  Next: stateName.optional(),
  End: z.literal(true, { error: 'can only be true; leave it out otherwise' }).optional(),
  Assign: assign.optional(),
  Output: json.optional(),
};

const endsOnce = (shape: { Next?: string | undefined; End?: true | undefined }) =>
  (shape.Next === undefined) !== (shape.End === undefined);
const END_ONCE = 'needs exactly one of Next and End';

const retrier = z
  .strictObject({
    ErrorEquals: errorEquals,
    IntervalSeconds: z.int().min(1).max(MOST_SECONDS).optional(),
    MaxAttempts: z.int().min(0).max(MOST_SECONDS).optional(),
    BackoffRate: z.number().min(1).optional(),
    MaxDelaySeconds: z.int().min(1).max(31_622_399).optional(),
    JitterStrategy: z.enum(['FULL', 'NONE']).optional(),
    Comment: z.string().optional(),
  })
  .refine((shape) => (shape.MaxDelaySeconds ?? Infinity) > (shape.IntervalSeconds ?? 1), {
    error: 'must be greater than IntervalSeconds',
    path: ['MaxDelaySeconds'],
  });

const catcher = z.strictObject({
  ErrorEquals: errorEquals,
  Next: stateName,
  Assign: assign.optional(),
  Output: json.optional(),
  Comment: z.string().optional(),
});

const recovery = { Retry: z.array(retrier).optional(), Catch: z.array(catcher).optional() };

const choiceRule = z.strictObject({
  Condition: expression,
  Next: stateName,
  Assign: assign.optional(),
  Output: json.optional(),
  Comment: z.string().optional(),
});

const task = z
  .strictObject({
    ...flow,
    ...recovery,
    Resource: z.string().min(1),
    Arguments: json.optional(),
    TimeoutSeconds: integer(1).optional(),
  })
  .refine(endsOnce, END_ONCE);

const map = z
  .strictObject({
    ...flow,
    ...recovery,
    Items: z
      .union([z.array(json), expression], { error: 'must be an array or a {% … %} expression' })
      .optional(),
    ItemSelector: json.optional(),
    ItemProcessor: z.unknown(),
    MaxConcurrency: integer(0).optional(),
    ToleratedFailureCount: integer(0).optional(),
    ToleratedFailurePercentage: integer(0, 100).optional(),
  })
  .refine(endsOnce, END_ONCE);

const parallel = z
  .strictObject({
    ...flow,
    ...recovery,
    Branches: z.array(z.unknown()).min(1, 'needs at least one branch'),
    Arguments: json.optional(),
  })
  .refine(endsOnce, END_ONCE);

const choice = z.strictObject({
  ...common,
  Choices: z.array(choiceRule).min(1, 'needs at least one rule'),
  Default: stateName.optional(),
  Assign: assign.optional(),
  Output: json.optional(),
});

const instant = z.iso.datetime({ offset: true, error: 'must be an ISO 8601 instant with a zone' });

const wait = z
  .strictObject({
    ...flow,
    Seconds: integer(0).optional(),
    Timestamp: z
      .union([instant, expression], { error: 'must be an instant or a {% … %} expression' })
      .optional(),
  })
  .refine(endsOnce, END_ONCE)
  .refine((shape) => (shape.Seconds === undefined) !== (shape.Timestamp === undefined), {
    error: 'needs exactly one of Seconds and Timestamp',
  });

const pass = z.strictObject(flow).refine(endsOnce, END_ONCE);
const succeed = z.strictObject({ ...common, Output: json.optional() });
const fail = z.strictObject({ ...common, Error: z.string().optional(), Cause: z.string().optional() });

/** One strict shape a state type; a type that is not here cannot be run. */
export const STATE_SHAPES = {
  Task: task,
  Map: map,
  Parallel: parallel,
  Choice: choice,
  Pass: pass,
  Wait: wait,
  Succeed: succeed,
  Fail: fail,
} as const;

const level = {
  StartAt: stateName,
  States: z.record(stateName, z.looseObject({ Type: z.string(), QueryLanguage: z.string().optional() })),
  Comment: z.string().optional(),
  QueryLanguage: z.string().optional(),
};

/** The whole machine; its states are parsed one by one, so that every fault is told at once. */
export const MACHINE_SHAPE = z.strictObject({
  ...level,
  Version: z.literal('1.0').optional(),
  TimeoutSeconds: z.int().min(0).max(MOST_SECONDS).optional(),
});

/** A branch of a Parallel state. */
export const BRANCH_SHAPE = z.strictObject(level);

/** The processor of a Map state; only the inline mode can be run. */
export const PROCESSOR_SHAPE = z.strictObject({
  ...level,
  ProcessorConfig: z
    .strictObject({ Mode: z.literal('INLINE', { error: 'only the INLINE mode can be run' }) })
    .optional(),
});

export type LevelShape = z.infer<typeof BRANCH_SHAPE>;
export type TaskShape = z.infer<typeof task>;
export type MapShape = z.infer<typeof map>;
export type ParallelShape = z.infer<typeof parallel>;
export type ChoiceShape = z.infer<typeof choice>;
export type WaitShape = z.infer<typeof wait>;
export type PassShape = z.infer<typeof pass>;
export type SucceedShape = z.infer<typeof succeed>;
export type FailShape = z.infer<typeof fail>;
export type RetrierShape = z.infer<typeof retrier>;
export type CatcherShape = z.infer<typeof catcher>;
