// Signing in from end to end with a pool and a key pair of the test's own: what each role's cookies open, and who is refused.
import { createSign, createVerify, generateKeyPairSync, randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { ROLES } from '../portal/access.ts';
import { type HttpAnswer, type HttpEvent, httpEvent } from './http-event.ts';
import { type SignInPlace, signInOrClosed } from './sign-in.ts';
import type { KeySet } from './verify-token.ts';

const portal = 'https://portal.maple.example';
const issuer = 'https://pool.example/eu';
const now = new Date('2026-03-16T12:00:00Z');
const cloudfront = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pool = generateKeyPairSync('rsa', { modulusLength: 2048 });
const keySet: KeySet = {
  keys: [{ kid: 'k1', kty: 'RSA', ...publicNumbers(pool.publicKey.export({ format: 'jwk' })) }],
};

function publicNumbers({ n = '', e = '' }: { n?: string; e?: string }) {
  return { n, e };
}

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

function idToken(claims: object, key = pool.privateKey): string {
  const text = `${base64url({ alg: 'RS256', kid: 'k1' })}.${base64url(claims)}`;
  return `${text}.${createSign('RSA-SHA256').update(text).sign(key, 'base64url')}`;
}

interface Staff {
  readonly role?: string;
  readonly school?: string;
  readonly change?: object;
  readonly key?: typeof pool.privateKey;
  readonly to?: string;
  readonly release?: string | undefined;
  readonly forge?: (token: string) => string;
}

const request = (
  rawPath: string,
  rawQueryString = '',
  cookies: string[] = [],
  headers: Record<string, string> = {},
): HttpEvent =>
  httpEvent.parse({ rawPath, rawQueryString, cookies, headers, requestContext: { http: { method: 'GET' } } });

/** Where `staff` sign in; `nonce` is that of the question that is open. */
function placeOf(staff: Staff, nonce: () => string): SignInPlace {
  return {
    portal,
    issuer,
    address: 'https://sign-in.example',
    client: 'client-1',
    minutes: 60,
    now: () => now,
    signer: async () => ({ keyId: 'KID1', key: cloudfront.privateKey }),
    staffSecret: async () => Buffer.alloc(32, 7),
    release: async () => ('release' in staff ? staff.release : 'r000012-2026-03-16'),
    keys: async () => keySet,
    exchange: async () => {
      const token = idToken(
        {
          iss: issuer,
          aud: 'client-1',
          sub: 'person-1',
          exp: now.getTime() / 1000 + 3600,
          token_use: 'id',
          nonce: nonce(),
          ...(staff.role !== undefined && { 'custom:role': staff.role }),
          ...(staff.school !== undefined && { 'custom:school': staff.school }),
          ...staff.change,
        },
        staff.key,
      );
      return staff.forge?.(token) ?? token;
    },
    log: () => {},
    closedPage: () => 'closed',
    doorPage: () => 'door',
  };
}

/** Off to the sign-in and back, as a browser goes. */
async function comeBack(staff: Staff, tampered: { state?: string } = {}): Promise<HttpAnswer> {
  let nonce = '';
  const place = placeOf(staff, () => nonce);
  const off = await signInOrClosed(
    request('/sign-in', new URLSearchParams({ to: staff.to ?? '' }).toString()),
    place,
  );
  const question = new URL(off.headers.location ?? '').searchParams;
  nonce = question.get('nonce') ?? '';
  const cookie = off.cookies?.[0]?.split(';')[0] ?? '';
  const query = new URLSearchParams({ code: 'c1', state: tampered.state ?? question.get('state') ?? '' });
  return signInOrClosed(request('/sign-in/back', query.toString(), [cookie]), place);
}

interface Set {
  readonly path: string;
  readonly resource: string;
  readonly until: number;
  readonly isSigned: boolean;
}

/** What CloudFront makes of the cookies that a browser would send to each folder. */
function setsOf({ cookies = [] }: HttpAnswer): Set[] {
  const lines = cookies.filter((c) => c.startsWith('CloudFront-'));
  const byPath = Map.groupBy(lines, (c) => /Path=([^;]+)/.exec(c)?.[1] ?? '');
  return [...byPath].map(([path, own]) => {
    const value = (name: string) =>
      own
        .find((c) => c.startsWith(`${name}=`))
        ?.slice(name.length + 1)
        .split(';')[0] ?? '';
    const decoded = (text: string) =>
      Buffer.from(text.replaceAll('-', '+').replaceAll('_', '=').replaceAll('~', '/'), 'base64');
    const policy = decoded(value('CloudFront-Policy')).toString('utf8');
    const [statement] = JSON.parse(policy).Statement;
    return {
      path,
      resource: statement.Resource,
      until: statement.Condition.DateLessThan['AWS:EpochTime'],
      isSigned:
        value('CloudFront-Key-Pair-Id') === 'KID1' &&
        createVerify('RSA-SHA1')
          .update(policy)
          .verify(cloudfront.publicKey, decoded(value('CloudFront-Signature'))),
    };
  });
}

const release = '/r000012-2026-03-16/';

describe('the cookies of a role', () => {
  it.each([
    ['family', []],
    ['teacher', ['district/', 'schools/north/']],
    ['counselor', ['district/', 'schools/north/', 'named/north/']],
    ['principal', ['district/', 'schools/north/', 'named/north/']],
    ['analyst', ['district/', 'schools/']],
    ['administrator', ['district/', 'schools/', 'office/']],
  ])('%s: %j', async (role, folders) => {
    const sets = setsOf(await comeBack({ role, school: 'north' }));
    expect(sets.map((s) => s.path)).toEqual(folders.map((f) => `${release}${f}`));
    for (const { path, resource, until, isSigned } of sets) {
      expect(resource).toBe(`${portal}${path}*`);
      expect(until).toBe(now.getTime() / 1000 + 3600);
      expect(isSigned).toBe(true);
    }
  });

  it('covers every role that there is', () => {
    expect(ROLES).toHaveLength(6);
  });

  it('opens no school to staff whose school is not known', async () => {
    const sets = setsOf(await comeBack({ role: 'counselor' }));
    expect(sets.map((s) => s.path)).toEqual([`${release}district/`]);
  });

  it('can be read by no script, and go over TLS alone', async () => {
    const { cookies = [] } = await comeBack({ role: 'principal', school: 'north' });
    for (const cookie of cookies) expect(cookie).toMatch(/; Secure; HttpOnly; SameSite=(Lax|Strict)$/);
    expect(cookies.find((c) => c.startsWith('homeroom_session='))).toContain('SameSite=Strict');
    expect(cookies.every((c) => c.length < 4096)).toBe(true);
  });
});

describe('after signing in', () => {
  it('the page that was asked for opens, where the role may read it', async () => {
    const to = `${release}schools/north/index.html`;
    expect((await comeBack({ role: 'teacher', school: 'north', to })).headers.location).toBe(to);
  });

  it.each([
    'https://elsewhere.example/',
    '//elsewhere.example/',
    '/r000012-2026-03-16/schools/south/index.html',
    '/../x',
  ])('never %s, but the first page', async (to) => {
    const { headers } = await comeBack({ role: 'teacher', school: 'north', to });
    expect(headers.location).toBe(`${release}schools/north/index.html`);
  });
});

describe('a page of another release than the cookies open', () => {
  const counselor = { role: 'counselor', school: 'north' };
  const next = 'r000013-2026-03-17';
  const old = `${release}named/north/index.html`;
  const minutesOn = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

  /** Signs in today, and meets the closed page at an address tomorrow. */
  async function meets(
    address: string,
    { at = minutesOn(20), referer = `${portal}${address}`, staff = counselor } = {},
  ) {
    const { cookies = [] } = await comeBack(staff);
    const session = cookies.find((c) => c.startsWith('homeroom_session=') && c.includes('Path=/sign-in;'));
    const place = { ...placeOf({ ...staff, release: next }, () => ''), now: () => at };
    const event = request('/sign-in/again', '', [session?.split(';')[0] ?? ''], { referer });
    return signInOrClosed(event, place);
  }

  it('opens as the same page of the release that is shown, with its filters and without signing in', async () => {
    const answer = await meets(`${old}?grade=09`);
    expect(answer.headers.location).toBe(`/${next}/named/north/index.html?grade=09&led=1`);
    expect(setsOf(answer).map((s) => s.path)).toEqual(
      ['district/', 'schools/north/', 'named/north/'].map((f) => `/${next}/${f}`),
    );
  });

  it('opens for no longer than the sign-in itself', async () => {
    for (const { until, isSigned } of setsOf(await meets(old)))
      expect([until, isSigned]).toEqual([now.getTime() / 1000 + 3600, true]);
  });

  it('asks to sign in when that is over, and opens then', async () => {
    const off = await meets(old, { at: minutesOn(61) });
    expect(off.headers.location).toContain('https://sign-in.example/oauth2/authorize');
    expect((await comeBack({ ...counselor, release: next, to: `${old}?grade=09` })).headers.location).toBe(
      `/${next}/named/north/index.html?grade=09`,
    );
  });

  it('leads from the bare address to the first page', async () => {
    expect((await meets('/')).headers.location).toBe(`/${next}/named/north/index.html?led=1`);
  });

  const nowhere: Record<string, Parameters<typeof meets>> = {
    'of another school': [`${release}named/south/index.html`],
    'of another role': [`${release}office/reads.html`],
    'that is closed there too': [`/${next}/named/north/gone.html?led=1`],
    'with a way round': [`${release}named/north/../south/index.html`],
    'that is signing in itself': ['/sign-in/back?code=c1'],
    'of another site': [old, { referer: `https://elsewhere.example${old}` }],
    'of a site whose name begins alike': [old, { referer: `${portal}.elsewhere.example${old}` }],
    'that the browser does not name': [old, { referer: '' }],
  };

  it.each(Object.entries(nowhere))('stays closed %s, and is shown as closed', async (_, given) => {
    const answer = await meets(...given);
    // Not 403: the distribution would put the door page there, and lead here again.
    expect([answer.statusCode, answer.body, answer.cookies ?? []]).toEqual([401, 'closed', []]);
  });

  it('is no way in with a forged session', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const token = idToken(
      {
        iss: issuer,
        aud: 'client-1',
        sub: 'x',
        exp: now.getTime() / 1000 + 99,
        token_use: 'id',
        nonce: '',
        'custom:role': 'counselor',
      },
      privateKey,
    );
    const event = request('/sign-in/again', '', [`homeroom_session=${token}`], {
      referer: `${portal}${old}`,
    });
    const answer = await signInOrClosed(
      event,
      placeOf(counselor, () => ''),
    );
    expect(answer.headers.location).toContain('/oauth2/authorize');
    expect(setsOf(answer)).toEqual([]);
  });

  it('meets a page that leads on, with no fault of its own', async () => {
    const answer = await signInOrClosed(
      request('/sign-in/closed'),
      placeOf(counselor, () => ''),
    );
    expect([answer.statusCode, answer.body]).toEqual([200, 'door']);
  });

  it('ends with the session: signing out takes it from every path', async () => {
    const { cookies = [] } = await signInOrClosed(
      request('/sign-in/out'),
      placeOf(counselor, () => ''),
    );
    expect(cookies.map((c) => /Path=([^;]+); Max-Age=0/.exec(c)?.[1])).toEqual(['/api', '/sign-in']);
  });
});

describe('the door stays closed', () => {
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const refused: Record<string, Staff> = {
    'for an unknown role': { role: 'mayor', school: 'north' },
    'for no role': {},
    'for a family': { role: 'family', school: 'north' },
    "for another's signature": { role: 'principal', school: 'north', key: other },
    'for another client': { role: 'principal', change: { aud: 'client-2' } },
    'for another pool': { role: 'principal', change: { iss: 'https://pool.example/other' } },
    'for a token that is over': { role: 'principal', change: { exp: now.getTime() / 1000 } },
    'for the answer to another question': { role: 'principal', change: { nonce: 'x' } },
    'for an access token': { role: 'principal', change: { token_use: 'access' } },
    'before the first portal': { role: 'principal', school: 'north', release: undefined },
  };

  it.each(Object.entries(refused))('%s', async (_, staff) => {
    const answer = await comeBack(staff);
    expect(answer.statusCode).toBe(403);
    expect(answer.cookies ?? []).toEqual([]);
    expect(answer.body).toBe('closed');
  });

  it('for a state that is not ours', async () => {
    const state = randomBytes(32).toString('base64url');
    expect((await comeBack({ role: 'principal', school: 'north' }, { state })).statusCode).toBe(403);
  });

  it.each([
    ['without a signature', (token: string) => token.replace(/[^.]*$/, '')],
    [
      'that says it needs none',
      (token: string) => `${base64url({ alg: 'none', kid: 'k1' })}.${token.split('.')[1]}.`,
    ],
    ['that is no token', () => 'x'],
  ])('for a token %s', async (_, forge) => {
    expect((await comeBack({ role: 'principal', school: 'north', forge })).statusCode).toBe(403);
  });
});
