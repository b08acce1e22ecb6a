// The steps of the day that are functions, in the order in which a row meets them.
import type { District } from '../district.ts';

export const STEPS = [
  'plan',
  'intake',
  'check',
  'identify',
  'harmonize',
  'features',
  'gate',
  'release',
  'report',
  'list',
  'handoff',
  'notify',
  'tell',
] as const;
export type Step = (typeof STEPS)[number];

/** Those that a district has: who hands nothing off has no function that could. */
export function stepsOf({ checkins }: District): Step[] {
  return STEPS.filter((step) => step !== 'handoff' || checkins.handoff !== undefined);
}

/** Name under which the state machine's definition knows a step's function. */
export function functionPlaceholder(step: Step): string {
  return `${step[0]?.toUpperCase()}${step.slice(1)}FunctionArn`;
}
