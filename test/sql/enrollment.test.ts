// Stints: half-open, merged, cut at school years, taken from the most trusted roster, and implied where there is none.
import { describe, expect, it } from '@jest/globals';
import { authorities, codes, dayMark, identity, stint, use } from './made-up-district.ts';
import { type FixtureRow, type FixtureRows, makeLake, policyRow } from './sql-lake.ts';

async function stintsOf(enrollments: readonly FixtureRow[], own: FixtureRows = {}) {
  const lake = await makeLake({
    policy: [policyRow('2025-12-01')],
    module_authority: authorities,
    attendance_code: codes,
    identity_map: [identity('ada'), identity('bob')],
    mapped_enrollment: enrollments,
    ...own,
  });
  const rows = await lake.rows(
    `select school_key as school, school_year as year, strftime(begin_date, '%Y-%m-%d') as from_day,
       strftime(end_date, '%Y-%m-%d') as to_day, is_home as home, basis
     from enrollment where student_key = 'ada' order by begin_date, school_key`,
  );
  lake.close();
  return rows.map(
    (r) => `${r.school} ${r.year} ${r.from_day}..${r.to_day}${r.home ? '' : ' second'} ${r.basis}`,
  );
}

describe('a roster stint', () => {
  it('that is open lasts to the end of the present school year', async () => {
    expect(await stintsOf([stint('ada', 'n', '2025-08-18')])).toEqual([
      'n 2026 2025-08-18..2026-08-01 roster',
    ]);
  });

  it('without a beginning starts with its school year', async () => {
    expect(await stintsOf([stint('ada', 'n', null, null, { school_year: 2025 })])).toEqual([
      'n 2025 2024-08-01..2025-08-01 roster',
    ]);
  });

  it('over two school years is cut between them', async () => {
    expect(await stintsOf([stint('ada', 'n', '2024-09-02', '2025-10-01')])).toEqual([
      'n 2025 2024-09-02..2025-08-01 roster',
      'n 2026 2025-08-01..2025-10-01 roster',
    ]);
  });

  it('that overlaps or touches another at the school becomes one with it', async () => {
    const rows = [
      stint('ada', 'n', '2025-08-18', '2025-09-10'),
      stint('ada', 'n', '2025-09-01', '2025-09-20'),
      stint('ada', 'n', '2025-09-20', '2025-10-01'),
      stint('ada', 'n', '2025-11-01', '2025-11-15'),
    ];
    expect(await stintsOf(rows)).toEqual([
      'n 2026 2025-08-18..2025-10-01 roster',
      'n 2026 2025-11-01..2025-11-15 roster',
    ]);
  });

  it('without a day, or not yet begun, is none', async () => {
    const rows = [stint('ada', 'n', '2025-09-01', '2025-09-01'), stint('ada', 'n', '2026-01-10')];
    expect(await stintsOf(rows)).toEqual([]);
  });

  it('of a source with less authority does not keep a student who has left', async () => {
    const rows = [
      stint('ada', 'n', '2025-08-18', '2025-10-01'),
      stint('ada', 'n', '2025-08-18', '2026-06-01', { module: 'roster' }),
    ];
    expect(await stintsOf(rows)).toEqual(['n 2026 2025-08-18..2025-10-01 roster']);
  });

  it('at a second school at the same time is second to the primary one, from the day on which it begins', async () => {
    const rows = [
      stint('ada', 'n', '2025-08-18', null, { is_primary: false }),
      stint('ada', 's', '2025-10-01', null, { is_primary: true }),
    ];
    expect(await stintsOf(rows)).toEqual([
      'n 2026 2025-08-18..2025-10-01 roster',
      'n 2026 2025-10-01..2026-08-01 second roster',
      's 2026 2025-10-01..2026-08-01 roster',
    ]);
  });

  it('that was deleted is none, and its versions stay', async () => {
    const gone = stint('ada', 'n', '2025-08-18', null, { is_deleted: true });
    expect(await stintsOf([gone])).toEqual([]);
    const lake = await makeLake({ policy: [policyRow('2025-12-01')], mapped_enrollment: [gone] });
    expect(await lake.rows('select is_current, is_deleted from enrollment_version')).toEqual([
      { is_current: true, is_deleted: true },
    ]);
    lake.close();
  });
});

describe('without a roster', () => {
  it('marks at a second school end the stint at the first', async () => {
    const marks = ['2025-09-01', '2025-09-05'].map((d) => dayMark('ada', 'n', d, 'P'));
    const later = dayMark('ada', 's', '2025-10-01', 'P');
    expect(await stintsOf([], { mapped_attendance_event: [...marks, later] })).toEqual([
      'n 2026 2025-09-01..2025-10-01 attendance',
      's 2026 2025-10-01..2026-08-01 attendance',
    ]);
  });

  it('activity alone is a stint at the school that it names, or at one not known', async () => {
    const named = use('ada', '2025-09-01', { source_school_id: 'N-1' });
    expect(await stintsOf([], { mapped_digital_activity: [named] })).toEqual([
      'n1 2026 2025-09-01..2026-08-01 activity',
    ]);
    expect(await stintsOf([], { mapped_digital_activity: [use('ada', '2025-09-01')] })).toEqual([
      'unknown 2026 2025-09-01..2026-08-01 activity',
    ]);
  });

  it('each school year has its own stint', async () => {
    const marks = ['2025-05-05', '2025-09-01'].map((d) => dayMark('ada', 'n', d, 'P'));
    expect(await stintsOf([], { mapped_attendance_event: marks })).toEqual([
      'n 2025 2025-05-05..2025-08-01 attendance',
      'n 2026 2025-09-01..2026-08-01 attendance',
    ]);
  });
});
