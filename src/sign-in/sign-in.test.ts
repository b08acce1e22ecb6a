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

const request = (rawPath: string, rawQueryString = '', cookies: string[] = []): HttpEvent =>
  httpEvent.parse({ rawPath, rawQueryString, cookies, requestContext: { http: { method: 'GET' } } });

/** Off to the sign-in and back, as a browser goes. */
async function comeBack(staff: Staff, tampered: { state?: string } = {}): Promise<HttpAnswer> {
  let nonce = '';
  const asked: URLSearchParams[] = [];
  const place: SignInPlace = {
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
    exchange: async (form) => {
      asked.push(form);
      const token = idToken(
        {
          iss: issuer,
          aud: 'client-1',
          sub: 'person-1',
          exp: now.getTime() / 1000 + 3600,
          token_use: 'id',
          nonce,
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
  };
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
    expect(headers.location).toBe(`${release}district/index.html`);
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
