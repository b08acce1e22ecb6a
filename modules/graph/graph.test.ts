// What Microsoft Graph's real reports must come to.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { haveSamples, samples, type TakenIn, takeIn } from '../../test/modules/taken-in.ts';

const real = haveSamples ? describe : describe.skip;

real('Microsoft Graph reports, real files (skipped without ../shared/data)', () => {
  let taken: TakenIn;
  beforeAll(async () => {
    const zone = join(samples, 'oea', 'microsoft_graph');
    const meetings = 'hed_test_data/Meeting_Attendance_Report';
    // The twelve meetings of one day stand for the 225: each file is read by itself.
    const ofOneDay = readdirSync(join(zone, meetings)).filter((name) => name.includes('_3_'));
    taken = await takeIn({
      module: 'graph',
      zone,
      paths: ['k12_test_data', 'metadata_beta.csv', ...ofOneDay.map((name) => join(meetings, name))],
    });
  }, 240_000);
  afterAll(() => taken.close());

  it('ties 600 accounts to their sign-in names', async () => {
    expect(
      await taken.rows(
        'select count(*)::int as n, count(distinct id_a)::int as a, count(distinct id_b)::int as b from mapped_identity_link',
      ),
    ).toEqual([{ n: 600, a: 600, b: 600 }]);
  });

  it('marks the usage reports as windows of seven days, which overlap for 53 and 66 people', async () => {
    expect(
      await taken.rows(
        "select distinct window_days from mapped_digital_activity where event_object <> 'graph_meeting_attendance_report'",
      ),
    ).toEqual([{ window_days: 7 }]);
    for (const [table, people] of [
      ['m365_app_user_detail', 53],
      ['teams_activity_user_detail', 66],
    ] as const) {
      const report = `graph_${table}`;
      expect(
        await taken.value(
          `select count(distinct a.upn)::int from ${report} as a join ${report} as b on a.upn = b.upn and b.report_date > a.report_date and b.report_date < a.report_date + 7 where a.is_current and b.is_current`,
        ),
      ).toBe(people);
    }
  });

  it('gives one row an app and report, the later of two reports of a day', async () => {
    expect(taken.tables.m365_app_user_detail).toMatchObject({ rowsIn: 512, quarantined: {} });
    expect(
      await taken.rows(
        "select entity_name, count(*)::int as n from mapped_digital_activity where event_type = 'appUsed' and is_current group by all order by all",
      ),
    ).toEqual(
      ['Excel', 'OneNote', 'Outlook', 'PowerPoint', 'Teams', 'Word'].map((entity_name) => ({
        entity_name,
        n: 508,
      })),
    );
  });

  it('takes each duration of Teams once', async () => {
    const current = 'where is_current';
    const inReports = await taken.value(
      `select sum(video_seconds)::int from graph_teams_activity_user_detail ${current}`,
    );
    expect(inReports).toBe(28990);
    expect(
      await taken.value(
        `select sum(time_on_task_seconds)::int from mapped_digital_activity ${current} and event_type = 'videoDuration'`,
      ),
    ).toBe(inReports);
    expect(
      await taken.value(
        "select count(time_on_task_seconds)::int from mapped_digital_activity where event_type like '%Count'",
      ),
    ).toBe(0);
  });

  it('never shows an unknown or absent duration as zero', async () => {
    expect(
      await taken.value('select count(*)::int from mapped_digital_activity where time_on_task_seconds = 0'),
    ).toBe(0);
  });

  it('reads meeting times that are not ISO, and knows who came by address', async () => {
    expect(taken.tables.meeting_attendance_report).toMatchObject({
      rowsIn: 474,
      accepted: 474,
      quarantined: {},
    });
    expect(
      await taken.rows(
        "select count(distinct actor_id)::int as people, min(event_time)::varchar as first, sum(time_on_task_seconds)::int as seconds from mapped_digital_activity where event_type = 'meetingAttendance'",
      ),
    ).toEqual([{ people: 316, first: '2022-01-03 07:00:00', seconds: 2179380 }]);
  });

  it('keeps names in the identity store alone', async () => {
    const fields = await taken.rows('select distinct field from identity_store order by field');
    expect(fields.map((f) => f.field)).toEqual(['family_name', 'given_name']);
  });
});
