// A model from elsewhere: it waits for a person whatever the district says, and is never told as tested here.
import { describe, expect, it } from '@jest/globals';
import { approve, decide, neverJudged } from './decide.ts';
import { taskInWords } from './in-words.ts';
import { archived, broughtIn } from './origin.ts';

const about = {
  task: 'dropout',
  modelId: 'dropout-0123456789ab',
  district: 'maple',
  approvedOn: '2026-03-10',
  version: 'v1',
};
const waiting = broughtIn(neverJudged('2026-09-01'), about, '2026-09-02');
const used = approve(waiting, new Set([about.modelId]), '2026-09-03');
const told =
  'Approved elsewhere (district maple, on 2026-03-10) and brought in on 2026-09-02: it was trained and tested on students there, not on outcomes of this district.';

describe('a model that was approved elsewhere', () => {
  it('waits for a person and scores nobody', () => {
    expect(waiting.champion).toBeNull();
    expect(waiting.models[0]).toMatchObject({ approval: 'PendingManualApproval', decision: 'import' });
    expect(waiting.reasons.at(-1)).toBe(
      'dropout-0123456789ab, approved elsewhere (district maple), waits for a person: npx homeroom models promote.',
    );
  });

  it('says where it comes from when a person has let it score', () => {
    expect(used.champion).toBe(about.modelId);
    expect(used.reasons).toEqual([told, 'Approved by a person; in use from 2026-09-03.']);
  });

  it('goes on while no outcome here judges it, and keeps its words', () => {
    const verdict = {
      task: 'dropout',
      modelId: null,
      passed: false,
      waits: false,
      use: 'champion' as const,
      reasons: ['x'],
    };
    const after = decide(used, { verdict, runId: 'r2', date: '2026-09-04', digest: 'd' });
    expect(after).toEqual(used);
  });

  it('is never told as if it had been tested here', () => {
    const evaluation = {
      task: { sentence: 'Leaves.', not_used: [] },
      model: { name: about.modelId, chosen: 'boosted' },
      data: { cohorts: { test: ['2025'] }, judged_students: 1860 },
      measures: {},
      trial: [{ share: 0.1, sentence: 'Of 100 contacts 86.' }],
    };
    expect(taskInWords('dropout', used, evaluation)).toEqual([
      'dropout: dropout-0123456789ab (boosted trees), in use since 2026-09-03. Leaves.',
      `  ${told}`,
      '  There: Of 100 contacts 86.',
      '  Tested on 1860 students of 2025 in district maple.',
    ]);
  });

  it('has its evaluation where that of every model lies', () => {
    const bytes = Buffer.from('{}');
    const keys = [...archived(about, new Map([['candidate/evaluation.json', bytes]])).keys()];
    expect(keys).toEqual([
      'model/archive/dropout/dropout-0123456789ab/candidate/evaluation.json',
      'model/archive/dropout/dropout-0123456789ab/evaluation.json',
    ]);
  });
});
