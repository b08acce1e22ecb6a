// When there is something new to learn: whole months of outcomes, and anything that changes about those.
import { tmpdir } from 'node:os';
import { describe, expect, it } from '@jest/globals';
import { openSession } from '../adapters/duckdb.ts';
import { digestsOf } from './write-frame.ts';

const columns = [
  ...['chronic_absence', 'gpa_next_term', 'dropout'].flatMap((name) => [
    `null::double as ${name}`,
    `null::date as ${name}_matured_on`,
  ]),
  "date '2026-01-10' as as_of",
  "date '2026-01-09' as known_from",
  'false as is_latest',
].join(', ');

/** Cases as [student, absences before, outcome, day on which it ripened]. */
async function digest(runDate: string, cases: readonly [string, number, number, string][]): Promise<string> {
  const session = await openSession({ tempDir: tmpdir() });
  try {
    const rows = cases.map(
      ([student, before, outcome, ripe]) =>
        `select '${student}' as student_key, ${before} as absences, ${outcome}::double as course_failure, date '${ripe}' as course_failure_matured_on, ${columns}`,
    );
    await session.run(`create temp table model_case as ${rows.join(' union all ')}`);
    await session.run(
      'create temp table model_week as select student_key, as_of, 0 as week, 1.0 as absent_days from model_case',
    );
    await session.run(`create temp table policy as select date '${runDate}' as run_date`);
    return (await digestsOf(session, ['course_failure'])).course_failure ?? '';
  } finally {
    session.close();
  }
}

const ann: [string, number, number, string] = ['ann', 1, 0, '2026-01-28'];
const ben: [string, number, number, string] = ['ben', 2, 1, '2026-02-03'];

describe('what a task learns from', () => {
  it('does not change with outcomes that came in the running month', async () => {
    expect(await digest('2026-02-20', [ann, ben])).toBe(await digest('2026-02-01', [ann]));
  });

  it('is new at the turn of the month, once', async () => {
    const march = await digest('2026-03-01', [ann, ben]);
    expect(march).not.toBe(await digest('2026-02-20', [ann, ben]));
    expect(await digest('2026-04-15', [ann, ben])).toBe(march);
  });

  it('is new at once where what is known of a ripe case was corrected', async () => {
    const corrected: typeof ann = ['ann', 3, 0, '2026-01-28'];
    expect(await digest('2026-02-20', [corrected])).not.toBe(await digest('2026-02-20', [ann]));
  });
});
