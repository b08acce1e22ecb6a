// The steps of the day that are functions, in the order in which a row meets them.

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
  'notify',
  'tell',
] as const;
export type Step = (typeof STEPS)[number];

/** Name under which the state machine's definition knows a step's function. */
export function functionPlaceholder(step: Step): string {
  return `${step[0]?.toUpperCase()}${step.slice(1)}FunctionArn`;
}
