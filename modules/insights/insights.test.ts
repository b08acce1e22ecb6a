// What the real exports of Education Insights must come to, in the three editions of the samples.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { haveSamples, samples, type TakenIn, takeIn } from '../../test/modules/taken-in.ts';

const real = haveSamples ? describe : describe.skip;
const editions = join(samples, 'oea', 'microsoft_education_insights');
const count = (relation: string) =>
  `select count(*)::int from ${relation} where is_current and not is_deleted`;

real('Insights, schools of January 2022 (skipped without ../shared/data)', () => {
  let taken: TakenIn;
  beforeAll(async () => {
    taken = await takeIn({ module: 'insights', zone: join(editions, 'k12_test_data') });
  });
  afterAll(() => taken.close());

  it('enrols 600 students at five schools and leaves the district out', async () => {
    expect(await taken.value(count('mapped_enrollment'))).toBe(600);
    const schools = await taken.rows(
      'select school_name, school_type from mapped_school order by school_name',
    );
    expect(schools.map((s) => s.school_name)).toEqual(
      ['Gallagher', 'Hampton', 'Mitchell', 'Robinson', 'Thompson'].map((n) => `${n} High`),
    );
    expect(
      await taken.rows(
        'select distinct begin_date::varchar as b, end_date::varchar as e, school_year from mapped_enrollment',
      ),
    ).toEqual([{ b: '2022-01-01', e: '2022-06-04', school_year: 2022 }]);
  });

  it('ties account, sign-in name, student id, person and address of all 600', async () => {
    const pairs = await taken.rows(
      'select id_system_a as a, id_system_b as b, count(distinct id_a)::int as left_ids, count(distinct id_b)::int as right_ids from mapped_identity_link group by all order by all',
    );
    expect(pairs).toEqual(
      [
        ['aad_object', 'insights_person'],
        ['aad_object', 'sis_student'],
        ['aad_object', 'upn'],
        ['insights_person', 'email'],
      ].map(([a, b]) => ({ a, b, left_ids: 600, right_ids: 600 })),
    );
  });

  it('takes the sign-in name from column 7 where column 11 repeats the display name', async () => {
    const graph = await takeIn({
      module: 'graph',
      zone: join(samples, 'oea', 'microsoft_graph'),
      paths: ['k12_test_data/Users'],
    });
    const names = async (from: TakenIn, sql: string) => (await from.rows(sql)).map((r) => r.upn);
    const ours = await names(taken, 'select upn from insights_aad_user order by upn');
    expect(ours).toEqual(await names(graph, 'select upn from graph_users order by upn'));
    graph.close();
  });

  it('gives grades by word, and sex and race to the audit table only', async () => {
    expect(
      await taken.rows(
        "select grade_level as g, count(*)::int as n from mapped_student where role = 'student' and grade_level is not null group by g order by g",
      ),
    ).toEqual([
      { g: '10', n: 156 },
      { g: '11', n: 135 },
      { g: '12', n: 156 },
      { g: '9', n: 153 },
    ]);
    expect(
      await taken.rows(
        "select attribute_value as v, count(*)::int as n from mapped_student_audit where attribute = 'sex' group by v order by v",
      ),
    ).toEqual([
      { v: 'Female', n: 307 },
      { v: 'Male', n: 293 },
    ]);
  });

  it('lets no clear id or name through', async () => {
    const text = async (table: string) =>
      JSON.stringify(
        await taken.rows(`select * exclude (as_of, known_from) from staged_insights_${table} limit 50`),
        (_, v) => (typeof v === 'bigint' ? Number(v) : v),
      );
    const staged = `${await text('person_organization_role')}${await text('enrollment')}${await text('aad_user')}${await text('person')}`;
    for (const clear of [
      'f269ed04def44e788b92acb93e96ef58',
      'b2baefad',
      'Benefield',
      'contoso.org',
      'S22876',
    ]) {
      expect(staged).not.toContain(clear);
    }
  });

  it('reads every table of the night or says why not', () => {
    const reasons = taken.left
      .filter((l) => !/[.](json)$/.test(l.path))
      .map((l) => [l.status, l.path.split('/').at(-2)]);
    expect(reasons.sort()).toEqual([
      ['refused', 'PersonIdentifier'],
      ['refused', 'PersonPhoneNumber'],
      ['refused', 'PersonRelationship'],
    ]);
  });
});

real('Insights, the other editions (skipped without ../shared/data)', () => {
  it('quarantines activity whose times were cut to minutes, row by row', async () => {
    const taken = await takeIn({
      module: 'insights',
      zone: join(editions, 'premium_test_data_2021'),
      paths: ['activity'],
    });
    expect(taken.tables.activity).toMatchObject({
      rowsIn: 13560,
      accepted: 0,
      quarantined: { type_timestamp: 13560 },
    });
    taken.close();
  });

  it('tells students from teachers, drops rows sent twice, and fills blank dates from the session', async () => {
    const taken = await takeIn({
      module: 'insights',
      zone: join(editions, 'premium_test_data_2021'),
      paths: ['roster'],
    });
    expect(await taken.value(count('mapped_enrollment'))).toBe(100);
    expect(taken.tables.enrollment).toMatchObject({ rowsIn: 2280, accepted: 1140, superseded: 1140 });
    expect(await taken.value(count('mapped_section_enrollment'))).toBe(1050);
    expect(await taken.value(count('mapped_section_staff'))).toBe(90);
    expect(
      await taken.rows('select distinct begin_date::varchar as b, end_date from mapped_enrollment'),
    ).toEqual([{ b: '2021-07-07', end_date: null }]);
    taken.close();
  });

  it('quarantines enrolments without a person', async () => {
    const taken = await takeIn({ module: 'insights', zone: join(editions, 'hed_test_data') });
    expect(taken.tables.enrollment).toMatchObject({
      rowsIn: 3640,
      accepted: 3600,
      quarantined: { required: 40 },
    });
    taken.close();
  });

  it('reads the activity of the old layout by school day, and durations of calls only', async () => {
    const taken = await takeIn({
      module: 'insights',
      zone: join(samples, 'oea', 'contoso_sis', 'hello_world_test_data'),
      paths: ['m365'],
    });
    expect(taken.tables.activity).toMatchObject({ rowsIn: 5676, accepted: 5676 });
    expect(taken.left.every((l) => l.status === 'refused')).toBe(true);
    // Teachers' 576 signals stay out.
    expect(await taken.value('select count(*)::int from mapped_digital_activity')).toBe(5100);
    expect(
      await taken.value(
        'select count(*)::int from mapped_digital_activity where cast(event_time as date) <> event_date',
      ),
    ).toBe(952);
    expect(
      await taken.rows(
        'select distinct event_type from mapped_digital_activity where time_on_task_seconds is not null',
      ),
    ).toEqual([{ event_type: 'CallRecordSummarized' }]);
    taken.close();
  });
});

describe('Insights, made-up files', () => {
  it('counts a header line in a header-less file as a header', async () => {
    const zone = mkdtempSync(join(tmpdir(), 'homeroom-insights-'));
    const path = join(zone, 'roster/2026-01-05T06-16-22/Person/person.csv');
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(
      path,
      'Id,FirstSeenDateTime,LastSeenDateTime,GivenName,MiddleName,PreferredGivenName,PreferredMiddleName,PreferredSurname,Surname\np-1,2025-08-01,2026-01-05,Ada,,,,,Example\n',
    );
    const taken = await takeIn({ module: 'insights', zone });
    expect(taken.tables.person).toMatchObject({ rowsIn: 1, accepted: 1, headerLines: 1 });
    taken.close();
    rmSync(zone, { recursive: true });
  });
});
