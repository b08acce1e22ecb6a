// What Clever's real reports must come to.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { haveSamples, samples, type TakenIn, takeIn } from '../../test/modules/taken-in.ts';

const zone = join(samples, 'oea', 'clever');
const real = haveSamples ? describe : describe.skip;
let taken: TakenIn | undefined;

async function take(...paths: string[]): Promise<TakenIn> {
  taken = await takeIn({ module: 'clever', zone, paths });
  return taken;
}

afterEach(() => taken?.close());

real('Clever reports, real files (skipped without ../shared/data)', () => {
  it('gives as many resource rows as the file has distinct rows, however a date is written', async () => {
    const { tables, value } = await take('test_data_2022-09_history');
    expect(tables.resource_usage).toMatchObject({
      rowsIn: 9836,
      accepted: 9780,
      superseded: 56,
      quarantined: {},
    });
    expect(await value('select count(*)::int from mapped_digital_activity')).toBe(9780);
    expect(await value('select count(distinct event_id)::int from mapped_digital_activity')).toBe(9780);
  });

  it('believes no school where one name has many ids', async () => {
    const { value } = await take('test_data_2022-09_history');
    expect(await value('select count(source_school_id)::int from mapped_digital_activity')).toBe(0);
    taken?.close();
    const present = await take('test_data');
    expect(
      await present.value('select count(distinct source_school_id)::int from mapped_digital_activity'),
    ).toBe(5);
  });

  it('keeps the days without use, as not used', async () => {
    const { rows } = await take('test_data');
    expect(
      await rows(
        'select used, count(*)::int as n, count(distinct actor_id)::int as students from mapped_digital_activity group by used order by used',
      ),
    ).toEqual([
      { used: false, n: 7500, students: 600 },
      { used: true, n: 7500, students: 600 },
    ]);
    expect(await rows('select distinct time_on_task_seconds as t from mapped_digital_activity')).toEqual([
      { t: null },
    ]);
  });

  it('ties each Clever id to one student id', async () => {
    const { value } = await take('test_data');
    expect(await value('select count(*)::int from mapped_identity_link')).toBe(600);
  });

  it('reads the early files, which have no school name', async () => {
    const { tables } = await take('sample_2022-02_history');
    expect(tables.resource_usage).toMatchObject({ rowsIn: 2, accepted: 2 });
  });
});

describe('Clever reports, made-up files', () => {
  const header =
    'date,sis_id,clever_user_id,clever_school_id,school_name,active,num_logins,num_resources_accessed\n';

  async function takeText(path: string, text: string): Promise<TakenIn> {
    const folder = mkdtempSync(join(tmpdir(), 'homeroom-clever-'));
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    taken = await takeIn({ module: 'clever', zone: folder });
    rmSync(folder, { recursive: true });
    return taken;
  }

  it('follows a student who left Clever by the Clever id', async () => {
    const { rows } = await takeText(
      '2026-01-07-daily-participation-students.csv',
      `${header}2026-01-06,,c-17,s-1,Maple High,False,0,0\n`,
    );
    expect(await rows('select id_system, used from mapped_digital_activity')).toEqual([
      { id_system: 'clever_user', used: false },
    ]);
  });

  it('refuses reports on teachers and staff with a reason', async () => {
    const { left } = await takeText(
      'daily-participation/Teachers/Teachers.csv',
      `${header}2026-01-06,t1,c-1,s-1,Maple High,True,1,1\n`,
    );
    expect(left).toEqual([
      expect.objectContaining({ status: 'refused', reason: expect.stringContaining('Only students') }),
    ]);
  });
});
