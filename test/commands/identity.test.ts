// The review of look-alikes: a person sees the pair, decides, and the next run follows; a later word takes it back.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { commandHome, type Home } from './home.ts';

const at = ['--district', 'maple'];
const students = [
  'SIS ID,School SIS ID,First Name,Last Name,Grade,Status,Birthdate',
  'a1,10,Ada,Park,5,Active,2/3/2014',
  'a2,10,Áda,PARK,5,Active,2/3/2014',
  'a3,10,Eve,Stone,5,Active,4/5/2014',
].join('\n');

const reviewSchema = z.object({
  pairs: z.array(
    z.object({
      a: z.string(),
      b: z.string(),
      student_key_a: z.string(),
      student_key_b: z.string(),
      doubt: z.string(),
    }),
  ),
  decisions: z.array(z.object({ kind: z.string(), by: z.string() })),
});

let home: Home;
const review = async () => reviewSchema.parse(await home.json('identity', 'review', ...at));
const run = () => home.json('run', ...at, '--date', '2026-03-10');
const keyCount = async () =>
  (
    await home.call(
      'sql',
      ...at,
      '--format',
      'csv',
      'select count(distinct student_key) as n from identity_map',
    )
  ).out;

beforeAll(async () => {
  home = commandHome();
  const config = join(home.folder, 'maple.json');
  await home.call(
    'init',
    'maple',
    '--modules',
    'contoso_sis',
    '--timezone=America/New_York',
    '--config',
    config,
  );
  await home.call('land', ...at, '--module', 'contoso_sis', home.file('students/part1.csv', `${students}\n`));
  await run();
});
afterAll(() => home.remove());

describe('identity', () => {
  it('lists two records of like name and birth date, by pseudonym, and why they were not joined', async () => {
    const { pairs, decisions } = await review();
    expect(pairs).toHaveLength(1);
    expect(pairs[0]).toMatchObject({
      a: expect.stringMatching(/^sis_student:[0-9a-f]{32}$/),
      doubt: 'same_id_system',
    });
    expect(decisions).toEqual([]);
    expect(await keyCount()).toContain('3');
    const { out } = await home.call('identity', 'review', ...at);
    expect(out).toContain('one system gave both an id');
    expect(out.toLowerCase()).not.toContain('park');
  });

  it('merges by student key: the pair is one student and waits no more', async () => {
    const [pair] = (await review()).pairs;
    const words = [pair?.student_key_a ?? '', pair?.student_key_b ?? ''];
    const { code, out } = await home.call('identity', 'merge', ...words, '--by', 'Ada Park', ...at);
    expect([code, out]).toEqual([0, expect.stringContaining('are one student')]);
    await run();
    expect(await keyCount()).toContain('2');
    expect(await review()).toMatchObject({ pairs: [], decisions: [{ kind: 'merge', by: 'Ada Park' }] });
    // The retired key still names its record.
    expect((await home.call('identity', 'unmerge', ...words, '--by', 'Ada Park', ...at)).code).toBe(0);
    await run();
    expect(await keyCount()).toContain('3');
    expect((await review()).pairs).toEqual([]);
  });

  it.each([
    [['merge', 'nobody', 'sis_student:00', '--by', 'Ada'], 1, 'ID_UNKNOWN'],
    [['merge', 'one', '--by', 'Ada'], 2, 'Two ids are needed.'],
    [['merge', 'one', 'other'], 2, '--by is missing.'],
  ])('refuses %j', async (words, code, message) => {
    const done = await home.call('identity', ...words, ...at);
    expect([done.code, done.err]).toEqual([code, expect.stringContaining(message)]);
  });

  it('refuses a pair of one and the same, and an id that no source has shown', async () => {
    const [row] = z
      .array(z.object({ id: z.string(), student_key: z.string() }))
      .parse(await home.json('sql', ...at, 'select id, student_key from identity_map limit 1'));
    const words = [`sis_student:${row?.id}`, `sis_student:${row?.id}`];
    const same = await home.call('identity', 'merge', ...words, '--by', 'Ada', ...at);
    expect(same.err).toContain('Both words name the same id.');
    const unseen = [`sis_student:${'0'.repeat(32)}`, row?.student_key ?? ''];
    const none = await home.call('identity', 'merge', ...unseen, '--by', 'Ada', ...at);
    expect(none.err).toContain('ID_UNKNOWN');
  });
});
