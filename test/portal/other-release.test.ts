// The local server and a link of another release: the same page of the one that it serves, for those who may read it.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type MadeSite, madeSite } from './made-site.ts';
import { schoolKey } from './made-up.ts';

let made: MadeSite;
beforeAll(async () => {
  made = await madeSite({ schools: [{ '09': 40 }, { '09': 60 }], weeks: 2 });
});
afterAll(() => made.close());

async function counselorAsks(target: string) {
  const user = made.site.users.find((u) => u.viewer.role === 'counselor' && u.viewer.school === schoolKey(0));
  if (user === undefined) throw new Error('no counselor');
  const cookie = made.site.sessions.cookie(made.site.sessions.begin(user.viewer));
  return made.app({ method: 'GET', target, headers: { cookie }, body: '' });
}
const other = '/r000001-2020-01-01';

describe('a link of another release', () => {
  it('opens as the page of today, with its filters', async () => {
    const { status, headers } = await counselorAsks(`${other}/named/${schoolKey(0)}/index.html?grade=09`);
    expect([status, headers.location]).toEqual([
      303,
      `/${made.site.release}/named/${schoolKey(0)}/index.html?grade=09`,
    ]);
  });

  it.each([`named/${schoolKey(1)}/index.html`, 'office/reads.html'])('opens no %s', async (page) => {
    expect((await counselorAsks(`${other}/${page}`)).status).toBe(403);
  });

  it('opens nothing to whom nobody knows', async () => {
    const answer = await made.app({
      method: 'GET',
      target: `${other}/district/index.html`,
      headers: {},
      body: '',
    });
    expect([answer.status, answer.headers.location]).toEqual([303, '/sign-in']);
  });
});
