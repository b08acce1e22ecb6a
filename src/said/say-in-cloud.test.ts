// A word from a page of the portal in AWS to the drop zone, and everything that is refused on the way.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { parseDistrict } from '../../lib/district.ts';
import { directoryLake } from '../adapters/directory-lake.ts';
import type { Lake } from '../lake/lake.ts';
import { currentSiteKey, listedKey } from '../lists/write-lists.ts';
import type { Viewer } from '../portal/access.ts';
import { VISIT_PLACE } from '../portal/pages/say-form.ts';
import { httpEvent } from '../sign-in/http-event.ts';
import { sayInCloud } from './say-in-cloud.ts';
import { siteRecords } from './site-records.ts';

const maple = parseDistrict(
  { district: 'maple', name: 'Maple', timezone: 'America/New_York', modules: { clever: {} } },
  'made up',
);
const portal = 'https://portal.maple.example';
const item = { item_id: `i${'1'.repeat(19)}`, student_key: `s${'2'.repeat(19)}`, school_key: 'north' };
const counselor: Viewer = { by: `t${'3'.repeat(19)}`, role: 'counselor', school: 'north' };
const form = { ...item, kind: 'done', note_code: 'met_student', next_step: '', csrf: '@@token@@' };
const visit = `d-${item.item_id}-${VISIT_PLACE}`;

const folders: string[] = [];
let lake: Lake;
let root: string;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'homeroom-said-'));
  folders.push(root);
  lake = directoryLake(root);
  await lake.writeText(currentSiteKey, JSON.stringify({ release: 'r1' }));
  const { item_id, ...listed } = item;
  await lake.writeText(listedKey('r1'), JSON.stringify({ [item_id]: listed }));
});

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function say(fields: Record<string, string>, viewer: Viewer | null = counselor, headers = {}) {
  const event = httpEvent.parse({
    rawPath: '/api/dispositions',
    headers: { origin: portal, 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: Buffer.from(new URLSearchParams({ ...form, disposition_id: visit, ...fields }).toString()).toString(
      'base64',
    ),
    isBase64Encoded: true,
    requestContext: { http: { method: 'POST' } },
  });
  return sayInCloud(event, viewer, {
    portal,
    lake,
    district: maple,
    now: () => new Date('2026-03-16T15:00:30Z'),
    findListed: siteRecords(lake).findListed,
  });
}

const landed = () => lake.list('landing');

describe('a word about an item', () => {
  it('lands as a file of its own, with who said it from the token', async () => {
    expect(await say({})).toEqual({ kept: 'kept', school: 'north' });
    const [key = '', ...more] = await landed();
    expect(more).toEqual([]);
    expect(key).toMatch(/^landing\/check_in\/.+\.jsonl$/);
    expect(JSON.parse(readFileSync(join(root, key), 'utf8'))).toMatchObject({
      ...item,
      by: counselor.by,
      kind: 'done',
      note_code: 'met_student',
      district: 'maple',
    });
  });

  it('counts once where it is sent twice', async () => {
    await say({});
    expect(await say({})).toEqual({ kept: 'kept before', school: 'north' });
    expect(await landed()).toHaveLength(1);
  });

  it('is another word where it says something else', async () => {
    await say({});
    await say({ kind: 'wrong', note_code: 'record_mistaken' });
    expect(await landed()).toHaveLength(2);
  });

  const nobody: [string, Viewer | null][] = [
    ['nobody', null],
    ['a teacher', { ...counselor, role: 'teacher' }],
    ['another school', { ...counselor, school: 'south' }],
    ['an administrator', { ...counselor, role: 'administrator', school: null }],
  ];
  it.each(nobody)('is not taken from %s', async (_, viewer) => {
    expect(await say({}, viewer)).toEqual({ kept: 'refused' });
    expect(await landed()).toEqual([]);
  });

  it('is not taken from a form of another site', async () => {
    expect(await say({}, counselor, { origin: 'https://elsewhere.example' })).toEqual({ kept: 'refused' });
  });

  it.each([
    ['an item of no list', { item_id: `i${'9'.repeat(19)}` }],
    ['another student than the item has', { student_key: `s${'9'.repeat(19)}` }],
  ])('is not taken about %s', async (_, fields) => {
    expect(await say(fields)).toEqual({ kept: 'refused' });
    expect(await landed()).toEqual([]);
  });

  it('may name the step that the item was made with, though the menu has another now', async () => {
    const { item_id, ...listed } = item;
    await lake.writeText(
      listedKey('r1'),
      JSON.stringify({ [item_id]: { ...listed, next_step: 'old_step' } }),
    );
    expect(await say({ next_step: 'old_step' })).toMatchObject({ kept: 'kept' });
  });

  it.each([
    ['a day that never comes', { due: '9999-12-31' }, 'bad_due'],
    ['a day that has passed', { due: '1990-01-01' }, 'bad_due'],
    ['a step that is not on the menu', { next_step: 'no_such_step' }, 'bad_next_step'],
    ['"done" without a contact', { note_code: 'unclear' }, 'bad_note_code'],
  ])('does not fit with %s', async (_, fields, kept) => {
    expect(await say(fields)).toEqual({ kept });
    expect(await landed()).toEqual([]);
  });

  it.each([
    ['free text', { note_code: 'I saw her at the mall' }],
    ['a path for an id', { disposition_id: '../../raw/x' }],
    ['a field that no form has', { admin: 'yes' }],
  ])('is not understood with %s', async (_, fields) => {
    expect(await say(fields)).toEqual({ kept: 'bad' });
    expect(await landed()).toEqual([]);
  });
});
