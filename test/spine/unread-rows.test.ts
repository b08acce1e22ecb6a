// A row that stands in quarantine was delivered: its student's last good row stays, and nothing is taken for gone.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { markFile } from './made-up-files.ts';
import { type TrialDistrict, trialDistrict } from './trial-district.ts';

const people = Array.from({ length: 20 }, (_, i) => `st${String(i + 1).padStart(2, '0')}`);
const whole = markFile(people);
/** The same full file with one student's row made unreadable. */
const broken = (student: string, by: (row: string) => string) =>
  whole
    .split('\n')
    .map((row) => (row.startsWith(`m-${student},`) ? by(row) : row))
    .join('\n');
const without = (...students: string[]) => markFile(people.filter((p) => !students.includes(p)));

/** Every version of a mark: the day it speaks of, and whether it is gone. */
async function versions(district: TrialDistrict, student: string): Promise<string[]> {
  const rows = await district.rows(
    `select cast(as_of as date) || case when is_deleted then ' gone' else '' end from course_outcome where source_key like 'm-${student}|%' order by 1`,
  );
  return rows.map((r) => String(r[0]).replace(' 00:00:00', ''));
}

describe('a broken row in a full file', () => {
  let district: TrialDistrict;
  const deliver = async (date: string, text: string) => {
    district.landText('contoso_sis', `studentsectionmark-${date}.csv`, text);
    const { files } = await district.run(date);
    return files[0];
  };

  beforeAll(async () => {
    district = trialDistrict(['contoso_sis'], { deletionGuard: { rows: 3, share: 0.1 } });
    await deliver('2026-01-12', whole);
  });

  afterAll(() => district.remove());

  it('whose key could be read leaves the last good row as it is, today and when a clean file comes', async () => {
    const file = await deliver(
      '2026-01-13',
      broken('st03', (row) => row.replace(',80,', ',eighty,')),
    );
    expect(file).toMatchObject({ accepted: 19, quarantined: { type_double: 1 }, reason: '' });
    expect(await versions(district, 'st03')).toEqual(['2026-01-12']);
    await deliver('2026-01-14', whole);
    expect(await versions(district, 'st03')).toEqual(['2026-01-12']);
  });

  it('whose key could not be read lets nothing of that file be taken for gone, and the report says so', async () => {
    const file = await deliver(
      '2026-01-15',
      without('st04').replace('m-st05,st05,sec1,2026,t1', 'm-st05,st05,sec1'),
    );
    expect(file).toMatchObject({ accepted: 18, quarantined: { ragged: 1 } });
    expect(file?.reason).toBe(
      'no row is taken for gone: this full file holds 1 row whose key could not be read',
    );
    expect(await versions(district, 'st04')).toEqual(['2026-01-12']);
    expect(await versions(district, 'st05')).toEqual(['2026-01-12']);
  });

  it('leaves no trace of a student whom no good row names', async () => {
    const seen = () => district.rows("select ids_seen from identity_coverage where module = 'contoso_sis'");
    const before = await seen();
    await deliver('2026-01-15', `${whole}m-st99,st99,sec1,2026,t1,x,B,Y,1,1,core\n`);
    expect(await seen()).toEqual(before);
    expect(await versions(district, 'st99')).toEqual([]);
  });

  it('only waits: the next whole file tells who is gone', async () => {
    await deliver('2026-01-16', without('st04'));
    expect(await versions(district, 'st04')).toEqual(['2026-01-12', '2026-01-16 gone']);
    expect(await versions(district, 'st05')).toEqual(['2026-01-12']);
  });

  it('counts for the deletion guard as there, whether its key could be read or not', async () => {
    const many = ['st06', 'st07', 'st08', 'st09', 'st10'];
    const bad = without('st04')
      .split('\n')
      .map((row) => (many.some((s) => row.startsWith(`m-${s},`)) ? row.replace(',80,', ',x,') : row))
      .join('\n');
    expect(await deliver('2026-01-17', bad)).toMatchObject({ status: 'accepted', accepted: 14 });
    const ragged = without('st04', ...many) + many.map((s) => `m-${s},${s}\n`).join('');
    expect(await deliver('2026-01-18', ragged)).toMatchObject({ status: 'accepted', accepted: 14 });
    expect(await versions(district, 'st08')).toEqual(['2026-01-12']);
  });

  it('is no cover for a mass deletion: the guard looks behind it to the last whole file', async () => {
    const many = ['st06', 'st07', 'st08', 'st09', 'st10'];
    expect(await deliver('2026-01-19', without('st04', ...many))).toMatchObject({ status: 'held' });
    expect(await versions(district, 'st08')).toEqual(['2026-01-12']);
  });
});
