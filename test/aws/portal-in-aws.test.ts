// The portal joined to an account: names lie in their own bucket alone, and what staff say is read by the next day.
import { readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { parseDistrict } from '../../lib/district.ts';
import { currentSiteSchema, listedSchema } from '../../src/lists/write-lists.ts';
import { runDay } from '../../src/runtime/run-day.ts';
import { type Simulated, simulated } from '../spine/simulated.ts';
import { filesBelow } from '../spine/trial-district.ts';
import { type Account, account } from './account.ts';

const sources = ['contoso_sis', 'clever'];
const own = {
  district: 'maple',
  name: 'Maple',
  timezone: 'America/New_York',
  modules: { contoso_sis: {}, clever: {}, check_in: {} },
};
const portal = 'https://portal.maple.example';
const settings = {
  HOMEROOM_DISTRICT: 'maple',
  HOMEROOM_PORTAL: portal,
  HOMEROOM_PORTAL_BUCKET: 'portal',
  HOMEROOM_LANDING_BUCKET: 'landing',
  HOMEROOM_NAMED_BUCKET: 'named',
  HOMEROOM_STAFF_KEY: 'the-key',
};

let source: Simulated;
let aws: Account;

const run = async (i: number) => {
  const day = `day-${i}`;
  for (const module of sources) {
    const folder = join(source.folder, 'exports', day, module);
    for (const file of filesBelow(folder))
      aws.s3.objects.set(`landing/landing/${module}/${day}/${relative(folder, file)}`, readFileSync(file));
  }
  return runDay({ district: parseDistrict(own, 'maple.json'), date: source.days[i]?.run_date ?? '' });
};
const textsIn = (start: string) =>
  [...aws.s3.objects].filter(([key]) => key.startsWith(start)).map(([, bytes]) => bytes.toString('utf8'));
const release = () =>
  currentSiteSchema.parse(JSON.parse(aws.s3.objects.get('portal/portal/current.json')?.toString() ?? '{}'))
    .release;

beforeAll(async () => {
  source = await simulated(40, 5);
  aws = await account('maple', own);
  Object.assign(process.env, settings);
  await run(0);
}, 480_000);

afterAll(async () => {
  for (const key of Object.keys(settings)) delete process.env[key];
  await aws.close();
  rmSync(source.folder, { recursive: true, force: true });
});

const handlers = z.object({
  handler: z.custom<(event: unknown) => Promise<{ statusCode: number; body: string }>>(
    (h) => typeof h === 'function',
  ),
});

async function say(claims: object) {
  const listed = listedSchema.parse(
    JSON.parse(aws.s3.objects.get(`portal/portal/${release()}/listed.json`)?.toString() ?? '{}'),
  );
  const [[item_id, item] = []] = Object.entries(listed);
  const { handler } = handlers.parse(await import('../../lambdas/disposition/handler.ts'));
  const form = { item_id: item_id ?? '', ...item, kind: 'done', note_code: 'met_student', next_step: '' };
  return handler({
    rawPath: '/api/dispositions',
    headers: { origin: portal, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
    requestContext: {
      http: { method: 'POST' },
      authorizer: { jwt: { claims: { sub: 'person-1', 'custom:school': item?.school_key, ...claims } } },
    },
  });
}

describe('pages with names', () => {
  it('lie in the bucket of their own key; the builder left marks', () => {
    const marked = textsIn(`portal/portal/${release()}/named/`);
    const filled = textsIn(`named/portal/${release()}/named/`);
    expect(marked.length).toBeGreaterThan(1);
    expect(filled).toHaveLength(marked.length);
    expect(marked.join('')).toContain('@@name:');
    expect(filled.join('')).not.toContain('@@name:');
    const links = [...filled.join('').matchAll(/student-(s[0-9a-f]{19})\.html">([^<]+)</g)];
    expect(links.length).toBeGreaterThan(0);
    for (const [, key = '', name] of links) expect(name).not.toContain(key);
    const names = links.map(([, , name = '']) => name);
    const elsewhere = [...aws.s3.objects].filter(([key]) => /^(portal|lake\/(reports|outbox))/.test(key));
    const telling = elsewhere.filter(([, bytes]) => names.some((name) => bytes.includes(name)));
    expect(telling.map(([key]) => key)).toEqual([]);
  });

  it('have a media type, as every page of the portal has', () => {
    const pages = [...aws.s3.objects.keys()].filter((key) => /^(portal|named)\/.+\.html$/.test(key));
    expect(pages.length).toBeGreaterThan(10);
    expect(new Set(pages.map((key) => aws.s3.types.get(key)))).toEqual(new Set(['text/html; charset=utf-8']));
  });
});

describe('what staff say', () => {
  it('is not taken from a teacher', async () => {
    expect((await say({ 'custom:role': 'teacher' })).statusCode).toBe(403);
    expect([...aws.s3.objects.keys()].filter((key) => key.startsWith('landing/'))).toEqual([]);
  });

  it('lands in the drop zone, is told so in words, and is read by the next day', async () => {
    const answer = await say({ 'custom:role': 'counselor' });
    expect([answer.statusCode, answer.body]).toEqual([201, expect.stringContaining('Your word is kept')]);
    const landed = [...aws.s3.objects.keys()].filter((key) => key.startsWith('landing/'));
    expect(landed).toEqual([expect.stringMatching(/^landing\/landing\/check_in\/.+\.jsonl$/)]);
    const before = release();
    await run(1);
    expect(release()).not.toBe(before);
    expect([...aws.s3.objects.keys()].filter((key) => key.startsWith('landing/'))).toEqual([]);
    expect([...aws.s3.objects.keys()].some((key) => key.startsWith('raw/raw/check_in/'))).toBe(true);
  }, 480_000);
});
