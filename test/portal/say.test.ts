// What staff say reaches the landing zone once, from the right person, in the form that the source check_in takes.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Answer } from '../../src/portal/server/answer.ts';
import type { Session } from '../../src/portal/server/sessions.ts';
import { takeIn } from '../modules/taken-in.ts';
import { type MadeSite, madeSite } from './made-site.ts';
import { schoolKey } from './made-up.ts';

let made: MadeSite;
beforeEach(async () => {
  made = await madeSite({ schools: [{ '09': 40 }, { '09': 60 }], weeks: 2 });
});
afterEach(() => made.close());

function signedIn(role: string, school: string | null): Session {
  const user = made.site.users.find((u) => u.viewer.role === role && u.viewer.school === school);
  if (user === undefined) throw new Error(`no test user ${role}`);
  return made.site.sessions.begin(user.viewer);
}

/** The fields of the first form of the list, as the page is served to the session. */
async function formOf(session: Session, school: string): Promise<Record<string, string>> {
  const page = await made.app({
    method: 'GET',
    target: `/${made.site.release}/named/${school}/index.html`,
    headers: { cookie: made.site.sessions.cookie(session) },
    body: '',
  });
  const form = /<form class="said"[\s\S]*?<\/form>/.exec(String(page.body))?.[0] ?? '';
  return Object.fromEntries(
    [...form.matchAll(/name="([a-z_]+)" value="([^"]*)"/g)]
      .filter((m) => m[1] !== 'kind')
      .map((m) => [m[1], m[2]]),
  );
}

const send = (
  session: Session,
  fields: Record<string, string>,
  headers: Record<string, string> = { origin: 'http://127.0.0.1:1', host: '127.0.0.1:1' },
): Promise<Answer> =>
  made.app({
    method: 'POST',
    target: '/api/dispositions',
    headers: {
      cookie: made.site.sessions.cookie(session),
      'content-type': 'application/x-www-form-urlencoded',
      ...headers,
    },
    body: new URLSearchParams(fields).toString(),
  });

const landed = (): string[] => {
  try {
    return readdirSync(join(made.home, 'landing', 'check_in', 'portal'));
  } catch {
    return [];
  }
};

describe('a word', () => {
  it('lands once, however often it is sent, and the source takes it in', async () => {
    const session = signedIn('counselor', schoolKey(0));
    const form = { ...(await formOf(session, schoolKey(0))), kind: 'done', note_code: 'met_student' };
    expect((await send(session, form)).status).toBe(201);
    expect((await send(session, form)).status).toBe(200);
    expect((await send(session, { ...form, kind: 'wrong' })).status).toBe(200);
    const [file = '', ...others] = landed();
    expect(others).toEqual([]);
    const zone = join(made.home, 'landing', 'check_in');
    const line = JSON.parse(readFileSync(join(zone, 'portal', file), 'utf8'));
    expect(line).toMatchObject({
      kind: 'done',
      district: 'maple',
      by: session.viewer.by,
      as_of: '2026-03-16T12:00:00.000Z',
    });
    const taken = await takeIn({ module: 'check_in', zone });
    const rows = await taken.rows(
      'select kind, note_code, student_id, has_contact_code as met from mapped_check_in_disposition',
    );
    expect(rows).toEqual([
      {
        kind: 'done',
        note_code: 'met_student',
        student_id: new Map(Object.entries(form)).get('student_key'),
        met: true,
      },
    ]);
    await taken.close();
  });

  it('of another visit to the page is another word', async () => {
    const session = signedIn('counselor', schoolKey(0));
    for (const kind of ['known', 'wrong'])
      await send(session, { ...(await formOf(session, schoolKey(0))), kind });
    expect(landed()).toHaveLength(2);
  });

  it('is refused from other sites, without the token, and from who may not read the list', async () => {
    const session = signedIn('counselor', schoolKey(0));
    const form = { ...(await formOf(session, schoolKey(0))), kind: 'done' };
    const answers = [
      await send(session, form, { origin: 'http://evil.example', host: '127.0.0.1:1' }),
      await send(session, form, { 'sec-fetch-site': 'cross-site', host: '127.0.0.1:1' }),
      await send(session, form, { host: '127.0.0.1:1' }),
      await send(session, { ...form, csrf: 'guessed' }),
      await send(session, { ...form, school_key: schoolKey(1) }),
      await send(session, { ...form, item_id: `i${'0'.repeat(19)}` }),
      await send(signedIn('teacher', schoolKey(0)), form),
      await send(signedIn('administrator', null), form),
    ];
    for (const role of ['teacher', 'analyst'] as const) {
      const other = signedIn(role, role === 'teacher' ? schoolKey(0) : null);
      answers.push(await send(other, { ...form, csrf: other.token }));
    }
    expect(answers.map((a) => a.status)).toEqual(answers.map(() => 403));
    expect(landed()).toEqual([]);
  });

  it.each([
    ['kind', 'erase'],
    ['note_code', 'Ann was sad'],
    ['disposition_id', '../../x'],
    ['student_key', 'Ann Lee'],
    ['due', 'soon'],
    ['due', '9999-12-31'],
    ['due', '2026-03-15'],
    ['next_step', 'no_such_step'],
    ['note_code', 'no_answer'],
    ['more', 'fields'],
  ])('with %s = %j is not understood', async (name, value) => {
    const session = signedIn('principal', schoolKey(0));
    const answer = await send(session, {
      ...(await formOf(session, schoolKey(0))),
      kind: 'done',
      note_code: 'met_student',
      [name]: value,
    });
    expect(answer.status).toBe(400);
    expect(landed()).toEqual([]);
  });
});
