// The 600 students of Contoso: the published answers must come out of the published files, to the last student.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { filesThatHold } from './search-home.ts';
import { filesBelow, published, type TrialDistrict, trialDistrict } from './trial-district.ts';

const oea = published('oea');
const when = oea === undefined ? describe.skip : describe;

when('Contoso, 600 students in four sources', () => {
  let contoso: TrialDistrict;

  beforeAll(async () => {
    contoso = trialDistrict(['contoso_sis', 'insights', 'clever', 'graph']);
    const at = (...p: string[]) => join(oea ?? '', ...p);
    contoso.land('contoso_sis', at('contoso_sis/module_test_data/batch1/studentattendance.csv'), 'batch1');
    contoso.land('insights', at('microsoft_education_insights/k12_test_data'));
    contoso.land('clever', at('clever/test_data'));
    contoso.land('graph', at('microsoft_graph/k12_test_data'));
    contoso.land(
      'graph',
      at('microsoft_graph/hed_test_data/Meeting_Attendance_Report'),
      'Meeting_Attendance_Report',
    );
    await contoso.run('2022-02-15');
  });

  afterAll(() => contoso.remove());

  it('finds one row a student, with the published mean and number at 90 %', async () => {
    const [row] = await contoso.rows(
      'select count(*), round(avg(in_person_rate), 4), count_if(in_person_rate >= 0.9) from student_engagement',
    );
    expect(row?.map(Number)).toEqual([600, 0.8929, 392]);
  });

  it('finds the published distribution of in-person rates', async () => {
    const rows = await contoso.rows(
      'select round(in_person_rate, 2), count(*) from student_engagement group by 1 order by 1 desc',
    );
    expect(rows.map((r) => r.map(Number))).toEqual([
      [1, 63],
      [0.95, 155],
      [0.9, 174],
      [0.85, 115],
      [0.8, 49],
      [0.75, 31],
      [0.7, 8],
      [0.65, 4],
      [0.5, 1],
    ]);
  });

  it('knows every student in every source: 600 of 600', async () => {
    const rows = await contoso.rows(
      "select module, id_system, ids_seen, ids_matched from identity_coverage where id_system <> 'email'",
    );
    expect(rows.length).toBeGreaterThanOrEqual(7);
    for (const [, , seen, matched] of rows) expect([Number(seen), Number(matched)]).toEqual([600, 600]);
    const keys = await contoso.rows('select count(distinct student_key) from student_identifier');
    expect(Number(keys[0]?.[0])).toBe(600);
  });

  it('gives as many Clever rows out as distinct rows came in', async () => {
    const [row] = await contoso.rows(
      "select count(*) from digital_activity where event_object = 'clever_daily_participation'",
    );
    expect(Number(row?.[0])).toBe(15_000);
  });

  it('does not add up overlapping 7-day windows as if they were days', async () => {
    const [overlaps] = await contoso.rows(
      "select count(distinct a.student_key) from digital_activity as a join digital_activity as b on a.student_key = b.student_key and a.event_object = b.event_object and a.window_days = 7 and b.window_days = 7 and a.source_key < b.source_key and abs(date_diff('day', a.event_date, b.event_date)) < 7 where a.event_object = 'graph_m365_app_user_detail'",
    );
    expect(Number(overlaps?.[0])).toBeGreaterThan(50);
    const [used] = await contoso.rows(
      "select count(*) from student_source_engagement where event_object like 'graph_m365%' and digital_days > 4",
    );
    expect(Number(used?.[0])).toBe(0);
  });

  it('keeps the ids, names, addresses and birth dates of the 600 in raw and identity alone', async () => {
    const words = await personalWords(join(oea ?? '', 'microsoft_education_insights/k12_test_data/roster'));
    expect(words.length).toBeGreaterThan(6 * 600);
    const analysis = ['staged', 'lake', 'runs', 'releases', 'quarantine', 'held', 'log'];
    expect(await filesThatHold(contoso.home, words, analysis)).toEqual([]);
    // The search finds what is there.
    expect((await filesThatHold(contoso.home, words, ['raw'])).length).toBeGreaterThan(5);
    expect((await filesThatHold(contoso.home, words, ['identity'])).length).toBeGreaterThan(5);
  });
});

/** Every cell of the roster that speaks of one person: ids, sign-in names, names, addresses, telephones, birth dates. */
async function personalWords(roster: string): Promise<string[]> {
  const tables: Readonly<Record<string, readonly number[]>> = {
    AadUser: [0, 1, 2, 4, 6, 7, 9],
    Person: [0, 3, 7],
    PersonEmailAddress: [1],
    PersonDemographic: [5],
    PersonPhoneNumber: [3],
  };
  const words = new Set<string>();
  for (const file of filesBelow(roster)) {
    const positions = tables[file.split('/').at(-2) ?? ''] ?? [];
    for (const line of readFileSync(file, 'utf8').split(/\r?\n/)) {
      const cells = line.split(',');
      for (const i of positions) if ((cells[i] ?? '').length > 3) words.add(cells[i] ?? '');
    }
  }
  // A family name that is a word of the race list too.
  words.delete('White');
  return [...words];
}
