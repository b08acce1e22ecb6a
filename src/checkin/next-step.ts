// The next step of an item: the first of the school's own menu that was not tried with the student yet.
import type { CheckinSettings } from '../../lib/checkin-schema.ts';
import type { Act } from './item.ts';

export type Step = CheckinSettings['steps'][number];

/** @param acts the student's, oldest first */
export function nextStep(task: string, acts: readonly Act[], steps: readonly Step[]): Step {
  const fitting = steps.filter((s) => s.tasks.length === 0 || s.tasks.includes(task));
  const menu = fitting.length > 0 ? fitting : steps;
  const lastTry = new Map(acts.flatMap((a, i) => (a.nextStep === null ? [] : [[a.nextStep, i] as const])));
  // Where all were tried, the one that was tried longest ago.
  const [first] = menu.toSorted((a, b) => (lastTry.get(a.code) ?? -1) - (lastTry.get(b.code) ?? -1));
  if (first === undefined) throw new RangeError('a menu of next steps holds at least one');
  return first;
}
