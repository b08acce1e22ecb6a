// A day's marks give one share of the day: days win over periods, absence over presence, and unknown codes over both.
import { describe, expect, it } from '@jest/globals';
import { authorities, codes, dayMark, identity, periodMark, stint } from './made-up-district.ts';
import { type FixtureRow, makeLake, policyRow } from './sql-lake.ts';

const date = '2025-09-02';
const mark = (code: string | null, own: FixtureRow = {}) => dayMark('ada', 'north', date, code, own);
const period = (n: number, code: string, own: FixtureRow = {}) =>
  periodMark('ada', 'north', date, n, code, own);

async function dayOf(marks: readonly FixtureRow[], modules: readonly FixtureRow[] = authorities) {
  const lake = await makeLake({
    policy: [policyRow('2025-09-30')],
    module_authority: modules,
    attendance_code: [...codes, ...codes.map((c) => ({ ...c, module: 'roster' }))],
    identity_map: [identity('ada'), identity('bob')],
    mapped_enrollment: [stint('ada', 'north', '2025-08-18'), stint('bob', 'north', '2025-08-18')],
    mapped_attendance_event: marks,
  });
  const rows = await lake.rows(
    `select attendance_taken, present_fraction, attendance_category as category, periods_scheduled, periods_present, unmapped_codes
     from student_day where student_key = 'ada'`,
  );
  lake.close();
  return rows[0];
}

describe('a day', () => {
  it.each([
    ['present', [mark('P')], 1, 'present'],
    ['late is present', [mark('T')], 1, 'tardy'],
    ['absent and late: the absence decides', [mark('T'), mark('A')], 0, 'absent_unexcused'],
    ['half absent', [mark('A', { duration_fraction: 0.5 })], 0.5, 'absent_unexcused'],
    [
      'absent in the morning and in the afternoon',
      [mark('A', { duration_fraction: 0.5 }), mark('E', { duration_fraction: 0.5 })],
      0,
      'absent_unexcused',
    ],
    ['present for half', [mark('P', { duration_fraction: 0.5 })], 0.5, 'present'],
    [
      'one of four periods missed',
      [period(1, 'A'), period(2, 'P'), period(3, 'P'), period(4, 'T')],
      0.75,
      'partial',
    ],
    ['all periods missed', [period(1, 'A'), period(2, 'OSS')], 0, 'suspension_out'],
    ['day mark and periods: the day decides', [mark('P'), period(1, 'A'), period(2, 'A')], 1, 'present'],
    ['a period that does not count', [period(1, 'NC'), period(2, 'A'), period(3, 'P')], 0.5, 'partial'],
  ])('%s', async (_, marks, share, category) => {
    expect(await dayOf(marks)).toMatchObject({ attendance_taken: true, present_fraction: share, category });
  });

  it('keeps the periods beside the day mark', async () => {
    expect(await dayOf([mark('P'), period(1, 'A'), period(2, 'P')])).toMatchObject({
      periods_scheduled: 2,
      periods_present: 1,
    });
  });

  it('that does not count is no day of attendance', async () => {
    expect(await dayOf([mark('NC')])).toMatchObject({ attendance_taken: false, present_fraction: null });
  });

  it('with a code without meaning is unknown', async () => {
    expect(await dayOf([mark('??')])).toMatchObject({
      attendance_taken: true,
      present_fraction: null,
      unmapped_codes: 1,
    });
  });

  it('with an unknown code and a known word takes the word', async () => {
    const word = { module: 'sis', local_status: 'Here', category: 'present', present_fraction: 1 };
    const lake = await makeLake({
      policy: [policyRow('2025-09-30')],
      attendance_code: [word],
      mapped_attendance_event: [mark('X1', { local_status: ' HERE ' })],
    });
    expect(await lake.rows('select category, present_fraction from attendance_event')).toEqual([
      { category: 'present', present_fraction: 1 },
    ]);
    lake.close();
  });

  it('that two systems mark is told by the one of more authority', async () => {
    const other = mark('A', { module: 'roster' });
    expect(await dayOf([mark('P'), other])).toMatchObject({ present_fraction: 1, category: 'present' });
  });

  it('that was corrected counts as corrected', async () => {
    expect(await dayOf([mark('A', { is_current: false }), mark('P')])).toMatchObject({ present_fraction: 1 });
  });

  it('whose only mark was deleted is no day of attendance', async () => {
    const others = dayMark('bob', 'north', date, 'P');
    expect(await dayOf([mark('A', { is_deleted: true }), others])).toMatchObject({ attendance_taken: false });
  });
});

describe('where only absences are recorded', () => {
  const negative = [{ module: 'sis', authority: 'sis', recording: 'negative' }];

  it('no mark is a day present once the school has submitted', async () => {
    const others = dayMark('bob', 'north', date, 'A');
    expect(await dayOf([others], negative)).toMatchObject({ attendance_taken: true, present_fraction: 1 });
  });

  it('the periods without a mark were attended', async () => {
    const others = [1, 2, 3, 4].map((p) => periodMark('bob', 'north', date, p, 'A'));
    expect(await dayOf([period(1, 'A'), ...others], negative)).toMatchObject({
      present_fraction: 0.75,
      periods_scheduled: 4,
      periods_present: 3,
    });
  });
});
