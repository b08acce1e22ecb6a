// What is said of a task to a person: which model is in use and since when, what it beats, how sure that is.
import { type Evaluation, measuredOf } from './evaluation.ts';
import { originOf, originSentence } from './origin.ts';
import type { TaskEntry } from './registry.ts';

/** Lines without a number that the evaluation does not hold. */
export function taskInWords(name: string, entry: TaskEntry, evaluation: Evaluation | undefined): string[] {
  if (entry.champion === null || evaluation === undefined) {
    return [
      `${name}: the plain list (days missed plus courses not yet passed), since ${entry.since}.`,
      ...why(entry),
    ];
  }
  const { task, model, trial } = evaluation;
  const measured = measuredOf(evaluation);
  // Of the lengths that the task names the middle one: neither the shortest list nor the longest.
  const list = trial[Math.floor(trial.length / 2)];
  const families = {
    boosted: 'boosted trees',
    sequence: 'an LSTM over the weeks',
    combination: 'boosted trees and an LSTM',
  };
  const made = Object.entries(families).find(([key]) => key === model.chosen)?.[1] ?? model.chosen;
  const from = originOf(entry, entry.champion);
  const there = from === undefined ? '' : ` in district ${from.district}`;
  const tested = `Tested on ${looksInWords(evaluation)}${there}`;
  return [
    `${name}: ${entry.champion} (${made}), in use since ${entry.since}. ${task.sentence}`,
    ...(from === undefined ? [] : [`  ${originSentence(from)}`]),
    ...(list === undefined ? [] : [`  ${from === undefined ? '' : 'There: '}${list.sentence}`]),
    `  ${tested}${sureness(measured)}`,
  ];
}

/** A case is one look at one student: the same student is looked at on several days. */
export function looksInWords(evaluation: Evaluation): string {
  const { data } = evaluation;
  const cases = measuredOf(evaluation).n;
  const of = data.cohorts.test.join(', ');
  const students = `${data.judged_students} students of ${of}`;
  if (typeof cases !== 'number' || cases === data.judged_students) return students;
  const day = typeof data.judged_day === 'string' ? ` (lists: one look each, on ${data.judged_day})` : '';
  return `${students}, looked at ${cases} times on several days${day}`;
}

function sureness(measured: Readonly<Record<string, number | null>>): string {
  const { auc, ece, mae: error } = measured;
  if (typeof auc === 'number' && typeof ece === 'number') {
    return `: AUC ${auc.toFixed(3)}; what it says and what happened differ by ${(100 * ece).toFixed(1)} per 100 on average.`;
  }
  if (typeof error === 'number') return `: off by ${error.toFixed(1)} points on average.`;
  return '.';
}

/** Of the rule's checks only those that failed say why. */
function why({ reasons }: TaskEntry): string[] {
  const failed = reasons.filter((line) => line.startsWith('- NO, '));
  return (failed.length > 0 ? failed.map((line) => line.slice('- NO, '.length)) : reasons.slice(0, 1)).map(
    (line) => `  ${line}`,
  );
}
