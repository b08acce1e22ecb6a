// The counselor's loop through the whole pipeline: a list, what staff say of it, and the list of the next day.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { directoryLake } from '../../src/adapters/directory-lake.ts';
import { precisionOf } from '../../src/checkin/precision.ts';
import { readCheckins } from '../../src/checkin/read-checkins.ts';
import { openRelease } from '../../src/query/release-session.ts';
import { requestRebuild } from '../../src/run/rebuild.ts';
import { type Simulated, simulated } from './simulated.ts';
import { repository, type TrialDistrict, trialDistrict } from './trial-district.ts';

const sources = ['contoso_sis', 'insights'];
const places = 4;
let district: TrialDistrict;
let dates: string[];
let exports: Simulated;

beforeAll(async () => {
  exports = await simulated(240);
  district = trialDistrict([...sources, 'check_in'], {
    models: { use: false },
    checkins: { capacityPerSchool: places, need: { points: 8 } },
  });
  dates = exports.days.map((d) => d.run_date);
  exports.land(district, exports.days[0]?.day ?? '', sources);
  await district.run(dates[0] ?? '');
}, 300_000);

afterAll(() => district.remove());

let said = 0;
function record(item: readonly unknown[], changes: Record<string, unknown> = {}): string {
  const [item_id, school_key, student_key] = item;
  return JSON.stringify({
    disposition_id: `d-${String(++said).padStart(8, '0')}`,
    item_id,
    district: 'trial',
    school_key,
    student_key,
    as_of: `${dates[0]}T${String(9 + (said % 10)).padStart(2, '0')}:00:00-05:00`,
    by: `t${'1'.repeat(19)}`,
    kind: 'contacted',
    next_step: 'talk_with_student',
    note_code: 'met_student',
    ...changes,
  });
}

describe('a district with the module', () => {
  it('has a list of each school within its places, and its need beyond them', async () => {
    const rows = await district.rows(
      'select open_items, capacity, need, beyond_capacity, high_absence, no_contact, ledger_since from check_in_school',
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const [open, capacity, need, beyond, high, noContact, since] of rows) {
      expect(capacity).toBe(places);
      expect(Number(open)).toBe(Math.min(places, Number(need)));
      expect(Number(beyond)).toBe(Number(need) - Number(open));
      expect(noContact).toBe(high);
      expect(since).toBeNull();
    }
    expect(await district.rows('select count(*) from check_in_item where reason_1 is null')).toEqual([['0']]);
  });

  it("takes what staff said, changes the next day's list, and tells how often the list was right", async () => {
    const items = await district.rows(
      "select item_id, school_key, student_key from check_in_item where state = 'open' order by place, school_key limit 5",
    );
    const [met = [], wrong = [], known = [], dummy = [], planned = []] = items;
    const kinds = [
      record(met),
      record(wrong, { kind: 'wrong', note_code: 'record_mistaken' }),
      record(known, { kind: 'known', note_code: 'reason_known' }),
      record(dummy, { kind: 'done', note_code: 'unclear' }),
      record(planned, { kind: 'plan_started', note_code: 'spoke_family', next_step: 'call_family' }),
    ];
    // The portal sends a word again when it got no answer.
    district.landText('check_in', 'words.jsonl', [...kinds, kinds[0]].map((line) => `${line}\n`).join(''));
    await district.run(dates[1] ?? '');
    const states = await district.rows('select item_id, state, verdict from check_in_item');
    const stateOf = (item: readonly unknown[]) => states.find(([id]) => id === item[0])?.slice(1);
    expect(stateOf(met)).toEqual(['done', 'right']);
    expect(stateOf(wrong)).toEqual(['wrong', 'wrong']);
    expect(stateOf(known)).toEqual(['known', 'known']);
    expect(stateOf(dummy)).toEqual(['open', null]);
    expect(stateOf(planned)).toEqual(['handled', 'right']);
    expect(await district.rows('select kind, why_not from check_in_ledger where not counts')).toEqual([
      ['done', 'no_contact_code'],
    ]);
    expect(
      await district.rows(
        'select sum(items_closed), sum(items_right), sum(items_known), sum(items_wrong) from check_in_precision',
      ),
    ).toEqual([['4', '2', '1', '1']]);
    const release = await openRelease(
      repository,
      directoryLake(district.home),
      await district.manifest(),
      join(district.home, 'lake'),
    );
    const { acts, precision } = await readCheckins(release);
    release.close();
    expect(acts).toHaveLength(5);
    expect(precisionOf(acts)).toEqual(precision.map(({ source: _, ...row }) => row));
    // Their places went to others, who are no more than the team can act on.
    expect(await district.rows('select max(open_items) from check_in_school')).toEqual([[places]]);
    expect(
      await district.rows(
        `select count(*) from check_in_item where state = 'open' and student_key in ('${String(met[2])}', '${String(planned[2])}')`,
      ),
    ).toEqual([['0']]);
    expect(
      await district.rows(
        "select intervention, end_date is null from intervention where module = 'check_in' order by 1",
      ),
    ).toEqual([
      ['call_family', true],
      ['talk_with_student', false],
    ]);
  });

  it('keeps its items when everything is made again', async () => {
    const before = await district.rows('select * from check_in_item order by item_id');
    await requestRebuild(directoryLake(district.home), 'a test');
    await district.run(dates[1] ?? '');
    expect(await district.rows('select * from check_in_item order by item_id')).toEqual(before);
  }, 120_000);
});

it('a district without the module has lists all the same, and an empty ledger', async () => {
  const without = trialDistrict(sources, {
    models: { use: false },
    checkins: { capacityPerSchool: places, need: { points: 8 } },
  });
  exports.land(without, exports.days[0]?.day ?? '', sources);
  await without.run(dates[0] ?? '');
  const [[open, said] = []] = await without.rows(
    "select (select count(*) from check_in_item where state = 'open'), (select count(*) from check_in_ledger)",
  );
  without.remove();
  expect(Number(open)).toBeGreaterThan(0);
  expect(Number(said)).toBe(0);
}, 120_000);
