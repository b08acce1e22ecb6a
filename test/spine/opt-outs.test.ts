// Families who opted out: the list holds ids in clear, every table pseudonyms; what they opted out of is gone.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fileKeyRing } from '../../src/adapters/file-key-ring.ts';
import { pseudonymPurpose } from '../../src/pseudonym/key-ring.ts';
import { pseudonymOf } from '../../src/pseudonym/pseudonym.ts';
import { type Simulated, simulated } from './simulated.ts';
import { type TrialDistrict, trialDistrict } from './trial-district.ts';

const modules = ['contoso_sis', 'clever'];

describe('the list of opt-outs', () => {
  let source: Simulated;
  let district: TrialDistrict;
  let day: string;
  /** Clear SIS id and student key of students who use the portal. */
  let users: [string, string][];

  const beside = () => join(dirname(district.home), 'lists', 'opt-outs.csv');
  const list = (text: string) => {
    mkdirSync(dirname(beside()), { recursive: true });
    writeFileSync(beside(), text);
  };
  const count = async (view: string, key: string) =>
    Number((await district.rows(`select count(*) from ${view} where student_key = '${key}'`))[0]?.[0]);

  beforeAll(async () => {
    source = await simulated(20, 5);
    district = trialDistrict(modules, { optOuts: 'lists/opt-outs.csv' });
    day = source.days[0]?.run_date ?? '';
    source.land(district, 'day-0', modules);
  });

  afterAll(() => {
    district.remove();
    rmSync(source.folder, { recursive: true, force: true });
  });

  it('that is named and not there stops the run and is named', async () => {
    await expect(district.run(day)).rejects.toThrow('lists/opt-outs.csv');
  });

  it('with an id system or a scope that nobody knows stops the run, without a word of its content', async () => {
    list('id_system,id,scope\nsis_student,st100001,everything\n');
    await expect(district.run(day)).rejects.toThrow('a scope is not known');
    list('id_system,id,scope\nsis-student,st100001,all\n');
    const run = district.run(day);
    await expect(run).rejects.toThrow('id_system names none');
    await expect(run).rejects.not.toThrow('st100001');
  });

  it('may be empty', async () => {
    list('id_system,id,scope\n');
    const report = await district.run(day);
    expect(report.opt_outs).toEqual({ listed: 0, unknown: 0 });
    const active = await district.rows(
      "select i.id, i.student_key from student_identifier as i where i.module = 'clever' and i.id_system = 'sis_student' and i.student_key in (select student_key from digital_activity where is_activity)",
    );
    const subkey = await fileKeyRing(join(district.home, 'keys', 'pseudonym.key'), district.name).subkey(
      pseudonymPurpose('sis_student'),
    );
    const clear = new Map(
      readFileSync(join(source.folder, 'truth', 'people.csv'), 'utf8')
        .split('\n')
        .map((line) => line.split(',')[1] ?? '')
        .map((id) => [pseudonymOf(subkey, id), id] as const),
    );
    users = active.map(([id, key]) => [clear.get(String(id)) ?? '', String(key)]);
    expect(users.length).toBeGreaterThan(3);
  });

  it('is followed whatever its spelling, and only for what it names', async () => {
    const [
      [digital = '', digitalKey = ''] = [],
      [all = '', allKey = ''] = [],
      [models = '', modelsKey = ''] = [],
    ] = users;
    list(
      `scope,id_system,id,note\ndigital,sis_student, ${digital.toUpperCase()} ,by mail\nall,sis_student,${all},\nmodels,sis_student,${models},\nall,sis_student,nobody,\n`,
    );
    const report = await district.run(day);
    expect(report.opt_outs).toEqual({ listed: 4, unknown: 1 });

    expect(await count('digital_activity', digitalKey)).toBe(0);
    expect(await count('student_engagement', digitalKey)).toBe(1);
    for (const view of ['digital_activity', 'student_engagement', 'student_day', 'student_week'])
      expect([view, await count(view, allKey)]).toEqual([view, 0]);
    expect(await count('digital_activity', modelsKey)).toBeGreaterThan(0);

    const written = await district.rows('select id_system, id, scope from opt_out');
    expect(written.map(([, id]) => id)).toEqual(written.map(() => expect.stringMatching(/^[0-9a-f]{32}$/)));
  });

  it('lies in the identity store where there is one, and wins over the file beside', async () => {
    const inLake = join(district.home, 'identity', 'opt-outs.csv');
    writeFileSync(inLake, 'id_system,id,scope\n');
    expect((await district.run(day)).opt_outs.listed).toBe(0);
    rmSync(inLake);
    const [, allKey = ''] = users[1] ?? [];
    expect(await count('student_engagement', allKey)).toBe(1);
  });
});
