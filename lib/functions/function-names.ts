// All functions: the steps of the day, and those that stand beside it. Each has its handler in lambdas/<name>.
import { STEPS } from '../pipeline/steps.ts';

export const FUNCTIONS = [
  ...STEPS,
  'retention',
  'portal-key',
  'sign-in',
  'disposition',
  'leave',
  'bounce',
] as const;
export type FunctionName = (typeof FUNCTIONS)[number];
