// What a full file no longer holds is gone, unless too much is gone at once: then the file waits for a person.

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { directoryLake } from '../../src/adapters/directory-lake.ts';
import { approve } from '../../src/check/decisions.ts';
import { replayOf } from '../../src/quarantine/replay-request.ts';
import { takenFiles } from '../../src/quarantine/taken-file.ts';
import { requestReplay } from '../../src/run/replay.ts';
import { markFile } from './made-up-files.ts';
import { type TrialDistrict, trialDistrict } from './trial-district.ts';

const people = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => `st${String(from + i).padStart(2, '0')}`);

/** Every mark as it stands now: whether it is gone, and its grade. */
async function marks(district: TrialDistrict): Promise<string[]> {
  const rows = await district.rows(
    "select split_part(source_key, '|', 1), is_deleted, numeric_mark from course_outcome where is_current order by 1",
  );
  return rows.map((r) => r.join(' '));
}

const standing = (all: readonly string[]) => all.filter((m) => m.includes(' false ')).length;

describe('full files that shrink', () => {
  let district: TrialDistrict;
  const deliver = (date: string, text: string) =>
    district.landText('contoso_sis', `studentsectionmark-${date}.csv`, text);

  beforeAll(async () => {
    district = trialDistrict(['contoso_sis']);
    deliver('2026-01-12', markFile(people(1, 40)));
    await district.run('2026-01-12');
  });

  afterAll(() => district.remove());

  it('marks a vanished key as gone and keeps its last value', async () => {
    deliver('2026-01-13', markFile(people(3, 40), { st05: 95 }));
    await district.run('2026-01-13');
    const now = await marks(district);
    expect(standing(now)).toBe(38);
    expect(now[0]).toBe('m-st01 true 80');
    expect(now[4]).toBe('m-st05 false 95');
  });

  it('holds a file that lost too many, and yesterday stays', async () => {
    const before = await marks(district);
    deliver('2026-01-14', markFile(people(21, 40)));
    const report = await district.run('2026-01-14');
    expect(report.files).toEqual([
      expect.objectContaining({ status: 'held', rows_in: 20, held: 20, accepted: 0 }),
    ]);
    expect(report.files[0]?.reason).toMatch(/18 of 38/);
    expect(await marks(district)).toEqual(before);
  });

  it('applies it when a person has decided so', async () => {
    const lake = directoryLake(district.home);
    const files = await takenFiles(lake, await district.manifest());
    const held = files.find((f) => f.facts.status === 'held');
    if (!held?.facts.batch) throw new Error('nothing is held');
    await approve(lake, held.facts.batch.batchId, 'Ada Park', '2026-01-15T08:00:00Z');
    await requestReplay(lake, replayOf(files, held, true));
    const report = await district.run('2026-01-15');
    expect(report.files).toEqual([expect.objectContaining({ status: 'accepted', accepted: 20 })]);
    expect(standing(await marks(district))).toBe(20);
  });

  it('revives a key that comes back, and a late older file changes nothing that a newer one said', async () => {
    deliver('2026-01-16', markFile(people(1, 40), { st01: 70 }));
    await district.run('2026-01-16');
    const now = await marks(district);
    expect(standing(now)).toBe(40);
    expect(now[0]).toBe('m-st01 false 70');
    deliver('2026-01-10', markFile(people(1, 45), { st01: 60, st45: 60 }));
    const report = await district.run('2026-01-17');
    expect(report.files[0]).toMatchObject({ status: 'accepted', accepted: 45 });
    const later = await marks(district);
    expect(later.slice(0, 40)).toEqual(now);
    expect(later.slice(40)).toEqual([41, 42, 43, 44, 45].map((n) => `m-st${n} true ${n === 45 ? 60 : 80}`));
  });

  it('tells the same story when the files had come in order', async () => {
    const inOrder = trialDistrict(['contoso_sis'], { deletionGuard: { rows: 100, share: 1 } });
    const land = (date: string, text: string) =>
      inOrder.landText('contoso_sis', `studentsectionmark-${date}.csv`, text);
    land('2026-01-10', markFile(people(1, 45), { st01: 60, st45: 60 }));
    land('2026-01-12', markFile(people(1, 40)));
    land('2026-01-13', markFile(people(3, 40), { st05: 95 }));
    land('2026-01-14', markFile(people(21, 40)));
    land('2026-01-16', markFile(people(1, 40), { st01: 70 }));
    await inOrder.run('2026-01-17');
    const versions =
      'select source_key, as_of, is_deleted, is_current, numeric_mark from course_outcome order by all';
    expect(await district.rows(versions)).toEqual(await inOrder.rows(versions));
    inOrder.remove();
  });
});

describe('a full set in several files', () => {
  let district: TrialDistrict;
  const deliver = (date: string, part: number, text: string) =>
    district.landText('contoso_sis', `${date}/studentsectionmark/part-${part}.csv`, text);

  beforeAll(() => {
    district = trialDistrict(['contoso_sis']);
  });

  afterAll(() => district.remove());

  it('is compared as a whole, not part by part', async () => {
    for (const date of ['2026-01-12', '2026-01-13']) {
      deliver(date, 1, markFile(people(1, 20)));
      deliver(date, 2, markFile(people(21, 40)));
      const { files } = await district.run(date);
      expect(files.map((f) => f.status)).toEqual(['accepted', 'accepted']);
    }
    expect(standing(await marks(district))).toBe(40);
  });

  it('is held when a part is missing', async () => {
    deliver('2026-01-14', 1, markFile(people(1, 20)));
    const { files } = await district.run('2026-01-14');
    expect(files.map((f) => f.status)).toEqual(['held']);
    expect(standing(await marks(district))).toBe(40);
  });
});
