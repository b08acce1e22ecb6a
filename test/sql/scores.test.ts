// What readers see of scores: nothing past its day, no chance without enough data, the plain list where no model speaks.
import { describe, expect, it } from '@jest/globals';
import { type FixtureRow, type FixtureRows, makeLake, policyRow } from './sql-lake.ts';

const scored = (student: string, more: FixtureRow = {}): FixtureRow => ({
  task: 'dropout',
  student_key: student,
  school_key: 'north',
  as_of: '2026-03-01',
  basis: 'model',
  probability: 0.3,
  out_of_20: 6,
  out_of_20_low: 4,
  out_of_20_high: 9,
  enough: true,
  plain_points: 4,
  list_order: 1,
  model_id: 'm1',
  expires_on: '2026-03-15',
  ...more,
});

async function answers(runDate: string, fixture: FixtureRows, sql: string): Promise<unknown[]> {
  const lake = await makeLake({ policy: [policyRow(runDate)], ...fixture });
  try {
    return (await lake.rows(sql)).map((row) => Object.values(row));
  } finally {
    lake.close();
  }
}

const risk =
  'select student_key, basis, probability, out_of_20, out_of_20_low, out_of_20_high from student_risk order by student_key';

describe('a score', () => {
  it('is shown through its last day and not on the day after', async () => {
    const rows = { risk_score: [scored('ann')] };
    expect(await answers('2026-03-15', rows, risk)).toEqual([['ann', 'model', 0.3, 6, 4, 9]]);
    expect(await answers('2026-03-16', rows, risk)).toEqual([['ann', 'expired', null, null, null, null]]);
  });

  it('is no number where too little is known of the student', async () => {
    const rows = { risk_score: [scored('ann', { enough: false, probability: null, out_of_20: null })] };
    expect(await answers('2026-03-10', rows, risk)).toEqual([
      ['ann', 'not enough data', null, null, null, null],
    ]);
  });

  it('of the plain list keeps its place and has no chance', async () => {
    const plain = scored('ann', { basis: 'plain', probability: null, out_of_20: null, model_id: null });
    const found = await answers(
      '2026-03-10',
      { risk_score: [plain] },
      'select basis, probability, plain_points, list_order from student_risk',
    );
    expect(found).toEqual([['plain list', null, 4, 1]]);
  });
});

describe('a reason', () => {
  const reason = {
    task: 'dropout',
    student_key: 'ann',
    kind: 'reason',
    place: 1,
    fact: 'absence',
    words: 'w',
    share: 0.4,
  };

  it('lapses with its score', async () => {
    const rows = { risk_score: [scored('ann')], risk_reason: [reason] };
    const sql = 'select words from student_risk_reason';
    expect(await answers('2026-03-15', rows, sql)).toEqual([['w']]);
    expect(await answers('2026-03-16', rows, sql)).toEqual([]);
  });
});

describe('a forecast', () => {
  it('is shown through its last day with its band', async () => {
    const row = {
      student_key: 'ann',
      as_of: '2026-03-01',
      forecast: 80,
      low: 70,
      high: 90,
      model_id: 'g',
      expires_on: '2026-03-15',
    };
    const sql = 'select forecast, low, high from gpa_forecast';
    expect(await answers('2026-03-15', { mark_forecast: [row] }, sql)).toEqual([[80, 70, 90]]);
    expect(await answers('2026-03-16', { mark_forecast: [row] }, sql)).toEqual([]);
  });
});
