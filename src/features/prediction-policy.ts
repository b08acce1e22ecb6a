// The numbers behind predictions: when they are made and what their outcomes are, from models/prediction.yaml.
import { parse } from 'yaml';
import { z } from 'zod';
import { definitionText } from '../definitions/definitions.ts';
import { HomeroomError } from '../errors/homeroom-error.ts';

const number = z.strictObject({
  value: z.number().positive(),
  unit: z.string().min(1),
  reason: z.string().min(1),
});

const schema = z.strictObject({
  every_school_days: number,
  mark_lag_days: number,
  dropout_horizon_days: number,
});

export type PredictionPolicy = Readonly<Record<keyof z.infer<typeof schema>, number>>;

export class PredictionPolicyError extends HomeroomError {
  constructor(key: string, message: string) {
    super('PREDICTION_POLICY', `The numbers behind predictions cannot be read: ${message}.`, {
      where: `models/prediction.yaml, ${key}`,
      mend: 'Give each number a value above 0, a unit and a reason.',
    });
  }
}

export function readPredictionPolicy(root: string): PredictionPolicy {
  return parsePredictionPolicy(definitionText(root, 'models', 'prediction.yaml'));
}

/** @throws PredictionPolicyError naming the key. */
export function parsePredictionPolicy(text: string): PredictionPolicy {
  const result = schema.safeParse(parse(text));
  if (!result.success) {
    const issue = result.error.issues[0];
    throw new PredictionPolicyError(issue?.path.join('.') ?? '', issue?.message ?? 'unreadable');
  }
  const { every_school_days, mark_lag_days, dropout_horizon_days } = result.data;
  return {
    every_school_days: every_school_days.value,
    mark_lag_days: mark_lag_days.value,
    dropout_horizon_days: dropout_horizon_days.value,
  };
}
