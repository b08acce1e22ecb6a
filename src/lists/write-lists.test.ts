// The list writer against a lake in a folder: marks become names, in their own place, and the portal moves last.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { directoryLake } from '../adapters/directory-lake.ts';
import { nameOf } from '../portal/name-places.ts';
import { words } from '../words/words.ts';
import { currentSiteKey, listedKey, writeLists } from './write-lists.ts';

const folders: string[] = [];
const fresh = () => {
  const folder = mkdtempSync(join(tmpdir(), 'homeroom-lists-'));
  folders.push(folder);
  return directoryLake(folder);
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const known = `s${'1'.repeat(19)}`;
const unknown = `s${'2'.repeat(19)}`;

async function written() {
  const site = fresh();
  const named = fresh();
  await site.writeText('portal/r1/named/north/index.html', `<p>${nameOf(known)}, ${nameOf(unknown)}</p>`);
  await site.writeText('portal/r1/named/north/closed.csv', `student\n"${nameOf(known)}"\n`);
  await site.writeText('portal/r1/schools/north/index.html', '<p>12 students</p>');
  const asked: string[][] = [];
  const pages = await writeLists({
    release: 'r1',
    site,
    named,
    rows: async () => [
      { item_id: `i${'5'.repeat(19)}`, student_key: known, school_key: 'north', next_step: 'call_family' },
    ],
    names: async (keys) => {
      asked.push([...keys]);
      return new Map([[known, 'Ana <b>O’Neil</b>']]);
    },
    words: words('en'),
  });
  return { site, named, pages, asked };
}

describe('the list writer', () => {
  it('puts names where the builder left marks, escaped, and asks for all of them once', async () => {
    const { named, pages, asked } = await written();
    expect(pages).toBe(2);
    expect(asked).toEqual([[known, unknown]]);
    const page = await named.readText('portal/r1/named/north/index.html');
    expect(page).toContain('Ana &lt;b&gt;O’Neil&lt;/b&gt;');
    expect(page).toContain(unknown);
    expect(page).not.toContain('@@');
    expect(await named.readText('portal/r1/named/north/closed.csv')).toContain('"Ana <b>O’Neil</b>"');
  });

  it('writes names nowhere else', async () => {
    const { site, named } = await written();
    expect(await named.list('portal')).toEqual([
      'portal/r1/named/north/closed.csv',
      'portal/r1/named/north/index.html',
    ]);
    for (const key of await site.list('portal')) expect(await site.readText(key)).not.toContain('Ana');
  });

  it('says which release the portal shows, and of which items staff may speak', async () => {
    const { site } = await written();
    expect(JSON.parse((await site.readText(currentSiteKey)) ?? '')).toEqual({ release: 'r1' });
    expect(JSON.parse((await site.readText(listedKey('r1'))) ?? '')).toEqual({
      [`i${'5'.repeat(19)}`]: { student_key: known, school_key: 'north', next_step: 'call_family' },
    });
  });
});
