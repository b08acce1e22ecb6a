// The gate's decision on a task, rule by rule.
import { describe, expect, it } from '@jest/globals';
import { approve, decide, neverJudged, type Verdict } from './decide.ts';

const verdict = (use: Verdict['use'], more: Partial<Verdict> = {}): Verdict => ({
  task: 'dropout',
  modelId: 'm2',
  passed: use === 'challenger',
  waits: false,
  use,
  reasons: [`because ${use}`],
  ...more,
});
const on = (date: string, said: Verdict) => ({
  verdict: said,
  runId: `run-${date}`,
  date,
  digest: `d-${date}`,
});
const withChampion = decide(
  neverJudged('2026-03-09'),
  on('2026-03-10', verdict('challenger', { modelId: 'm1', reasons: ['first'] })),
);

describe('a judged day', () => {
  it('lets a new model score from the day on which it passed', () => {
    const after = decide(withChampion, on('2026-03-11', verdict('challenger')));
    expect(after).toMatchObject({ champion: 'm2', since: '2026-03-11', learnt: 'd-2026-03-11' });
    expect(after.models[0]).toMatchObject({ modelId: 'm2', approval: 'Approved', decision: 'promote' });
  });

  it('leaves the champion, its date and its reasons alone when the new model fails', () => {
    const after = decide(withChampion, on('2026-03-11', verdict('champion')));
    expect(after).toMatchObject({ champion: 'm1', since: '2026-03-10', reasons: ['first'] });
    expect(after.models[0]).toMatchObject({ modelId: 'm2', approval: 'Rejected', decision: 'keep' });
  });

  it('lets a model that passed wait for a person, beside the champion', () => {
    const after = decide(withChampion, on('2026-03-11', verdict('champion', { passed: true, waits: true })));
    expect(after).toMatchObject({ champion: 'm1' });
    expect(after.models[0]).toMatchObject({ modelId: 'm2', approval: 'PendingManualApproval' });
  });

  it('shows the plain list when neither may score, and remembers since when', () => {
    const first = decide(withChampion, on('2026-03-11', verdict('plain rule')));
    expect(first).toMatchObject({ champion: null, since: '2026-03-11', reasons: ['because plain rule'] });
    const second = decide(first, on('2026-03-12', verdict('plain rule', { modelId: 'm3' })));
    expect(second).toMatchObject({ champion: null, since: '2026-03-11' });
  });

  it('takes a champion off whose students have drifted, although nothing new was trained', () => {
    const after = decide(withChampion, on('2026-03-12', verdict('plain rule', { modelId: null })));
    expect(after).toMatchObject({ champion: null, since: '2026-03-12' });
    expect(after.models).toEqual(withChampion.models);
    expect(after.learnt).toBe(withChampion.learnt);
  });

  it('changes nothing when the champion goes on and nothing new was trained', () => {
    expect(decide(withChampion, on('2026-03-12', verdict('champion', { modelId: null })))).toEqual(
      withChampion,
    );
  });

  it('stands in the list once when a run is redriven', () => {
    const once = decide(withChampion, on('2026-03-11', verdict('champion')));
    expect(decide(once, on('2026-03-11', verdict('champion')))).toEqual(once);
  });

  it('never pushes the champion out of the list', () => {
    let entry = withChampion;
    for (let i = 0; i < 40; i += 1) {
      entry = decide(entry, on('2026-03-12', verdict('champion', { modelId: `c${i}` })));
    }
    expect(entry.models.map((m) => m.modelId)).toContain('m1');
    expect(entry.models).toHaveLength(21);
  });
});

describe('a model that waits', () => {
  const waiting = decide(withChampion, on('2026-03-11', verdict('champion', { passed: true, waits: true })));

  it('scores from the day on which a person approved it', () => {
    const after = approve(waiting, new Set(['m2']), '2026-03-12');
    expect(after).toMatchObject({ champion: 'm2', since: '2026-03-12' });
    expect(after.models[0]?.approval).toBe('Approved');
  });

  it('goes on waiting without one', () => {
    expect(approve(waiting, new Set(['another']), '2026-03-12')).toEqual(waiting);
  });
});
