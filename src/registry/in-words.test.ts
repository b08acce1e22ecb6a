// What is said of a task: numbers of the evaluation alone, and the plain list with its reasons where no model speaks.
import { describe, expect, it } from '@jest/globals';
import { taskInWords } from './in-words.ts';
import type { TaskEntry } from './registry.ts';

const entry: TaskEntry = { champion: 'm1', since: '2026-03-10', reasons: [], learnt: '', models: [] };
const evaluation = {
  task: { sentence: 'Misses a tenth.', not_used: ['sex'] },
  model: { name: 'm1', chosen: 'combination' },
  data: { cohorts: { test: ['2025'] }, judged_students: 1860, judged_day: '2024-10-10' },
  measures: { combination: { n: 7409, auc: 0.9549, ece: 0.0198 }, boosted: { auc: 0.1, ece: 0.5 } },
  trial: [
    { share: 0.05, sentence: 'Of 20.' },
    { share: 0.1, sentence: 'Of 100 contacts 86.' },
    { share: 0.2, sentence: 'Of 400.' },
  ],
};

describe('a task in words', () => {
  it('names the model, since when, what it beats and how sure it is', () => {
    expect(taskInWords('chronic_absence', entry, evaluation)).toEqual([
      'chronic_absence: m1 (boosted trees and an LSTM), in use since 2026-03-10. Misses a tenth.',
      '  Of 100 contacts 86.',
      '  Tested on 1860 students of 2025, looked at 7409 times on several days (lists: one look each, on 2024-10-10): AUC 0.955; what it says and what happened differ by 2.0 per 100 on average.',
    ]);
  });

  it('tells of the chances that are shown, where their level was moved', () => {
    const mended = {
      ...evaluation,
      measures: { ...evaluation.measures, 'level mended': { auc: 0.955, ece: 0.007 } },
    };
    expect(taskInWords('chronic_absence', entry, mended).at(-1)).toBe(
      '  Tested on 1860 students of 2025: AUC 0.955; what it says and what happened differ by 0.7 per 100 on average.',
    );
  });

  it('of the plain list says which checks no model passed', () => {
    const reasons = [
      'dropout: no model is used.',
      '- yes, calibrated: fine.',
      '- NO, enough history: 16 students.',
    ];
    expect(taskInWords('dropout', { ...entry, champion: null, reasons }, undefined)).toEqual([
      'dropout: the plain list (days missed plus courses not yet passed), since 2026-03-10.',
      '  enough history: 16 students.',
    ]);
  });

  it('of a forecast says by how much it is off', () => {
    const forecast = { ...evaluation, measures: { combination: { mae: 4.24 } }, trial: [] };
    expect(taskInWords('gpa_next_term', entry, forecast).at(-1)).toBe(
      '  Tested on 1860 students of 2025: off by 4.2 points on average.',
    );
  });
});
