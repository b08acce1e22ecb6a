// The id of an item: the same student, task and day always have the same one, so that a run that is repeated adds none.
import { createHash } from 'node:crypto';

export function itemId(task: string, studentKey: string, madeOn: string): string {
  return `i${createHash('sha256').update([task, studentKey, madeOn].join('|')).digest('hex').slice(0, 19)}`;
}
