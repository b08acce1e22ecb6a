// Schools of several sources are one school by id or name; school days come from the best calendar there is.
import { describe, expect, it } from '@jest/globals';
import { authorities, codes, dayMark, identity, school, stint } from './made-up-district.ts';
import { type FixtureRow, type FixtureRows, makeLake, policyRow } from './sql-lake.ts';

async function keysOf(schools: readonly FixtureRow[]) {
  const lake = await makeLake({
    policy: [policyRow('2025-12-01')],
    module_authority: authorities,
    mapped_school: schools,
  });
  const rows = await lake.rows(
    'select module, source_school_id as id, school_key as key from school_alias order by 1, 2',
  );
  const names = await lake.rows('select school_key as key, school_name as name from school order by 1');
  lake.close();
  return {
    keys: rows.map((r) => `${r.module}/${r.id} -> ${r.key}`),
    names: names.map((r) => `${r.key}: ${r.name}`),
  };
}

const portal = { module: 'portal' };
const roster = { module: 'roster' };

describe('a school', () => {
  it('is the same under an id with and without dashes', async () => {
    const found = await keysOf([school('AB-12', 'North High'), school('ab12', 'NORTH (9-12)', portal)]);
    expect(found).toEqual({
      keys: ['portal/ab12 -> ab12', 'sis/AB-12 -> ab12'],
      names: ['ab12: North High'],
    });
  });

  it('is the same under another id with the same name', async () => {
    const found = await keysOf([school('1', 'North High'), school('xyz', ' north  HIGH.', portal)]);
    expect(found.keys).toEqual(['portal/xyz -> 1', 'sis/1 -> 1']);
  });

  it('is found by an id that a second source ties to a name of the first', async () => {
    const found = await keysOf([
      school('1', 'North'),
      school('g-1', 'North', roster),
      school('G1', 'Northern Campus', portal),
    ]);
    expect(found.keys).toEqual(['portal/G1 -> 1', 'roster/g-1 -> 1', 'sis/1 -> 1']);
  });

  it('is not guessed where one source has two of the name', async () => {
    const found = await keysOf([
      school('1', 'Lincoln'),
      school('2', 'Lincoln'),
      school('x', 'Lincoln', portal),
    ]);
    expect(found.keys).toEqual(['portal/x -> x', 'sis/1 -> 1', 'sis/2 -> 2']);
  });

  it('that no roster lists is one of its own', async () => {
    const found = await keysOf([school('x', 'Evening School', portal)]);
    expect(found).toEqual({ keys: ['portal/x -> x'], names: ['x: Evening School'] });
  });

  it('that was deleted keeps its key for those who point to it', async () => {
    const found = await keysOf([school('1', 'North', { is_deleted: true })]);
    expect(found.keys).toEqual(['sis/1 -> 1']);
  });
});

const marked = (...dates: string[]) => dates.map((d) => dayMark('ada', 'n', d, 'P'));

async function daysOf(own: FixtureRows) {
  const lake = await makeLake({
    policy: [policyRow('2025-09-05')],
    module_authority: authorities,
    attendance_code: codes,
    identity_map: [identity('ada')],
    mapped_enrollment: [stint('ada', 'n', '2025-08-18')],
    ...own,
  });
  const rows = await lake.rows(
    "select strftime(calendar_date, '%m-%d') as day, basis, is_school_day, school_day_number as n, has_elapsed from calendar_day order by 1",
  );
  lake.close();
  return rows.map(
    (r) => `${r.day} ${r.basis}${r.is_school_day ? ` ${r.n}` : ' closed'}${r.has_elapsed ? '' : ' ahead'}`,
  );
}

const written = (date: string, open: boolean) => ({
  source_school_id: null,
  calendar_date: date,
  is_school_day: open,
});

describe('a school day', () => {
  it('is inferred from attendance where no calendar says anything', async () => {
    expect(await daysOf({ mapped_attendance_event: marked('2025-09-01', '2025-09-02') })).toEqual([
      '09-01 inferred 1',
      '09-02 inferred 2',
    ]);
  });

  it('that the district closes stays closed, whatever was marked', async () => {
    const own = { district_calendar: [written('2025-09-01', false)] };
    expect(await daysOf({ ...own, mapped_attendance_event: marked('2025-09-01', '2025-09-02') })).toEqual([
      '09-01 district closed',
      '09-02 inferred 1',
    ]);
  });

  it('of a source yields to the district', async () => {
    const own = {
      district_calendar: [written('2025-09-01', false)],
      mapped_calendar_day: [written('2025-09-01', true), written('2025-09-02', true)],
    };
    expect(await daysOf(own)).toEqual(['09-01 district closed', '09-02 source 1']);
  });

  it('is not inferred between the days of a calendar', async () => {
    const own = { mapped_calendar_day: [written('2025-09-01', true), written('2025-09-03', true)] };
    expect(await daysOf({ ...own, mapped_attendance_event: marked('2025-09-02', '2025-09-04') })).toEqual([
      '09-01 source 1',
      '09-03 source 2',
      '09-04 inferred 3',
    ]);
  });

  it('after the run is known and not yet counted', async () => {
    const own = { mapped_calendar_day: [written('2025-09-05', true), written('2025-09-08', true)] };
    expect(await daysOf(own)).toEqual(['09-05 source 1', '09-08 source 2 ahead']);
  });
});
