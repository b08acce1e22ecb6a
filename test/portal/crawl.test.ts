// Eight kinds of viewer walk the whole site and guess at the rest; what they get is compared with the matrix, page by page.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer } from '../../src/portal/server/answer.ts';
import { type MadeSite, madeSite } from './made-site.ts';
import { schoolKey, studentKey } from './made-up.ts';

let made: MadeSite;
beforeAll(async () => {
  made = await madeSite({
    schools: [
      { '09': 40, '10': 50 },
      { '09': 60, '10': 30, '11': 4 },
    ],
    weeks: 6,
    others: ['es'],
  });
});
afterAll(() => made.close());

const [A, B] = [schoolKey(0), schoolKey(1)];
type Kind = {
  readonly role: string | null;
  readonly school: string | null;
  readonly reads: readonly string[];
};
const kinds: Readonly<Record<string, Kind>> = {
  'nobody signed in': { role: null, school: null, reads: [] },
  'a family account': { role: 'family', school: null, reads: [] },
  'a teacher of A': { role: 'teacher', school: A, reads: ['district/', `schools/${A}/`] },
  'the counselor of A': {
    role: 'counselor',
    school: A,
    reads: ['district/', `schools/${A}/`, `named/${A}/`],
  },
  'the principal of A': {
    role: 'principal',
    school: A,
    reads: ['district/', `schools/${A}/`, `named/${A}/`],
  },
  'the principal of B': {
    role: 'principal',
    school: B,
    reads: ['district/', `schools/${B}/`, `named/${B}/`],
  },
  'the district analyst': { role: 'analyst', school: null, reads: ['district/', 'schools/'] },
  'the district administrator': { role: 'administrator', school: null, reads: ['district/', 'schools/'] },
};

const ask = (method: string, target: string, cookie?: string): Promise<Answer> =>
  made.app({ method, target, headers: cookie === undefined ? {} : { cookie }, body: '' });

function cookieOf({ role, school }: Kind): string | undefined {
  const user = made.site.users.find((u) => u.viewer.role === role && u.viewer.school === school);
  return user === undefined ? undefined : made.site.sessions.cookie(made.site.sessions.begin(user.viewer));
}

const links = (text: string) =>
  [...text.matchAll(/(?:href|src|action|data-extract)="(\/[^"#]*)"/g)].map((m) => m[1] ?? '');

describe.each(Object.entries(kinds))('%s', (_, kind) => {
  it('reads every file of its zones, and no other', async () => {
    const cookie = cookieOf(kind);
    const read: string[] = [];
    for (const { key } of made.files) {
      const answer = await ask('GET', `/${key}`, cookie);
      expect((await ask('HEAD', `/${key}`, cookie)).status).toBe(answer.status);
      if (answer.status === 200) read.push(key);
      else expect([303, 403]).toContain(answer.status);
    }
    const release = made.site.release;
    const expected = made.files
      .map((f) => f.key)
      .filter(
        (key) => key.startsWith('assets/') || kind.reads.some((zone) => key.startsWith(`${release}/${zone}`)),
      );
    expect(read.sort()).toEqual(expected.sort());
  });

  it('finds by its links nothing more, and no link of its zones leads nowhere', async () => {
    const cookie = cookieOf(kind);
    const [waiting, seen, dead] = [['/'], new Set<string>(['/']), [] as string[]];
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      const answer = await ask('GET', path, cookie);
      const to = answer.headers.location;
      if (answer.status === 404) dead.push(path);
      if (answer.status === 200) {
        const inside = path.slice(1).replace(`${made.site.release}/`, '');
        expect(
          inside === '' || inside.startsWith('assets/') || kind.reads.some((z) => inside.startsWith(z)),
        ).toBe(true);
      }
      for (const next of [...links(String(answer.body)), ...(typeof to === 'string' ? [to] : [])]) {
        if (!seen.has(next)) {
          seen.add(next);
          waiting.push(next);
        }
      }
    }
    expect(dead).toEqual([]);
    expect(seen.size > 20).toBe(kind.reads.length > 0);
  });

  it('guesses in vain', async () => {
    const cookie = cookieOf(kind);
    const R = made.site.release;
    const closed = kind.reads.includes(`named/${B}/`) ? A : B;
    const own = closed === A ? B : A;
    for (const target of [
      `/${R}/schools/${own}/../${closed}/index.html`,
      `/${R}/named/${own}/..%2f${closed}%2findex.html`,
      `/${R}/named/${own}/%2e%2e/${closed}/index.html`,
      `/${R}%2fnamed%2f${closed}%2findex.html`,
      `/${R}/./named/${closed}/index.html`,
      `/${R}//named/${closed}/index.html`,
      `/${R}\\named\\${closed}\\index.html`,
      `/assets/../${R}/named/${closed}/index.html`,
      `/r000000-2026-03-12/district/index.html`,
      `/${R}/named/${closed}/student-${studentKey(1)}.html`,
      `/${R}/named/index.html`,
      `/${R}/portal.json`,
      `/portal/${R}/named/${closed}/index.html`,
      `/../log/portal-reads.jsonl`,
      `/identity/minted.jsonl`,
      `/${R}/named/${closed}/index.html?x=/${R}/district/`,
      `/${R}/named/${closed}/index.html;/${R}/district/`,
      `http://127.0.0.1/${R}/named/${closed}/index.html`,
    ]) {
      for (const method of ['GET', 'HEAD']) {
        const { status, body } = await ask(method, target, cookie);
        expect([target, [303, 403, 404].includes(status)]).toEqual([target, true]);
        expect(body).not.toContain('Zoë');
      }
    }
    for (const method of ['PUT', 'DELETE', 'OPTIONS', 'TRACE', 'PATCH'])
      expect((await ask(method, `/${R}/named/${closed}/index.html`, cookie)).status).toBe(405);
  });
});

describe('the pages', () => {
  it('name students in the named zones alone, escaped', () => {
    for (const { key, text } of made.files) {
      if (key.includes('/named/')) continue;
      expect(text).not.toMatch(/Zoë|@@name|s0000000000000000/);
    }
    const named = made.files.filter((f) => f.key.includes('/named/') && f.key.endsWith('.html'));
    expect(named.length).toBeGreaterThan(6);
    for (const { text } of named) expect(text).not.toContain('<b>');
  });

  it('carry no script but the one file, nothing of other sites, and each stays under 100 kB', () => {
    for (const { key, text } of made.files.filter((f) => f.key.endsWith('.html'))) {
      expect([key, /<script(?! src="\/assets\/[0-9a-f]+\.js" defer>)/.test(text)]).toEqual([key, false]);
      expect([key, / on[a-z]+="| style="|(?:src|href)="(?:https?:)?\/\//.test(text)]).toEqual([key, false]);
      expect(Buffer.byteLength(text)).toBeLessThan(100_000);
    }
  });

  it('all say release, day and how old the data are', () => {
    for (const { key, text } of made.files.filter((f) => f.key.endsWith('.html'))) {
      const spanish = key.includes('/es/');
      expect(text).toContain(
        spanish ? 'Versión r000001-2026-03-13' : 'Release r000001-2026-03-13, as on March 13, 2026',
      );
      expect(text).toMatch(
        spanish ? /nada nuevo desde el 19 de febrero de 2026/ : /nothing new since February 19, 2026/,
      );
    }
  });

  it('of the district and its schools stand in each language, and each links the same page in the other', () => {
    const pages = new Map(made.files.map((f) => [`/${f.key}`, f.text]));
    const twin = (path: string) =>
      path.includes('/es/') ? path.replace('/es/', '/') : path.replace(/[^/]+$/, 'es/$&');
    const shared = [...pages.keys()].filter((p) =>
      /\/(?:district|schools\/[^/]+)\/(?:es\/)?(?:index|read|data|models|classes|grade-[^/]+)\.html$/.test(p),
    );
    expect(shared.filter((p) => p.includes('/es/')).length).toBe(shared.length / 2);
    for (const path of shared) {
      const [own, other] = path.includes('/es/') ? ['es', 'en'] : ['en', 'es'];
      const text = pages.get(path) ?? '';
      expect([path, text.includes(`<html lang="${own}">`)]).toEqual([path, true]);
      expect(text).toContain(`<a href="${twin(path)}" lang="${other}" hreflang="${other}">`);
      expect(text).toContain(`<link rel="alternate" hreflang="${other}" href="${twin(path)}">`);
      expect(pages.has(twin(path))).toBe(true);
    }
  });

  it('of a student on the list are the whole sheet, with the item to speak of and no line to write on', () => {
    const sheets = made.files.filter((f) => f.key.includes('/student-'));
    expect(sheets.length).toBe(6);
    for (const { text } of sheets) {
      for (const id of ['strengths', 'listed', 'missed', 'numbers', 'weeks', 'courses', 'tests', 'contacts'])
        expect(text).toContain(`<h2 id="${id}">`);
      expect(text).toContain('<form class="said"');
      expect(text).not.toContain('class="write"');
      expect(text).toContain('9 more than on September 10, 2025');
    }
  });

  it('have a file for each table', () => {
    const keys = new Set(made.files.map((f) => `/${f.key}`));
    for (const { text } of made.files.filter((f) => f.key.endsWith('.html'))) {
      for (const link of links(text).filter((l) => l.endsWith('.csv'))) expect(keys).toContain(link);
    }
  });
});

describe('the log of reads', () => {
  it('has who, which page and when of each named page, and no name', async () => {
    const cookie = cookieOf({ role: 'counselor', school: A, reads: [] });
    const page = `/${made.site.release}/named/${A}/student-${studentKey(1)}.html`;
    await ask('GET', page, cookie);
    await ask('GET', `/${made.site.release}/district/index.html`, cookie);
    const text = readFileSync(join(made.home, 'log', 'portal-reads.jsonl'), 'utf8');
    expect(JSON.parse(text.trim().split('\n').at(-1) ?? '')).toEqual({
      at: expect.stringMatching(/^20/),
      by: expect.stringMatching(/^t[0-9a-f]{19}$/),
      role: 'counselor',
      page,
    });
    expect(text).not.toContain('Zoë');
  });
});
