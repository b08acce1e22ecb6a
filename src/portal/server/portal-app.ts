// The portal as a function from a request to an answer: who asks, what they may read, and what staff say. No network here.
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { saidSchema } from '../../checkin/disposition-record.ts';
import type { Lake } from '../../lake/lake.ts';
import { kindOf } from '../../lake/web-type.ts';
import type { Words } from '../../words/words.ts';
import { firstZone, mayRead, prefixesOf, type Viewer } from '../access.ts';
import { type Assets, at } from '../frame.ts';
import { portalKey } from '../make-portal.ts';
import { TOKEN_PLACE, VISIT_PLACE } from '../pages/say-form.ts';
import { type FindListed, keepSaid, type SayingDistrict } from '../say.ts';
import { pageOfToday, wantedPage } from '../wanted-page.ts';
import { ASSETS, zoneFolder } from '../zones.ts';
import { type Answer, file, moved, page, safeHeaders, styleHash } from './answer.ts';
import { messagePage, type Plain, readsPage, signInPage } from './plain-page.ts';
import type { ReadLog } from './read-log.ts';
import { type Session, type Sessions, same } from './sessions.ts';
import type { TestUser } from './test-users.ts';

export interface Request {
  readonly method: string;
  /** As it was sent, without being decoded. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

export interface PortalSite {
  readonly lake: Lake;
  readonly words: Words;
  readonly district: { readonly key: string; readonly name: string };
  readonly release: string;
  readonly schools: readonly { readonly key: string; readonly name: string }[];
  readonly assets: Assets;
  readonly users: readonly TestUser[];
  readonly sessions: Sessions;
  readonly reads: ReadLog;
  /** The district's menu and clock, for what may be said. */
  readonly saying: SayingDistrict;
  readonly findListed: FindListed;
  /** Random, of this start of the server; who opens the address that was printed has it. */
  readonly start: string;
  readonly now: () => Date;
}

export type PortalApp = (request: Request) => Promise<Answer>;

export function portalApp(site: PortalSite): PortalApp {
  const plain: Plain = { words: site.words, district: site.district.name, assets: site.assets };
  const hash = styleHash(site.assets.css);
  const keys = site.schools.map((s) => s.key);
  return async (request) => {
    const answer = await answered(request);
    const headers = { ...safeHeaders(hash), ...answer.headers };
    return { ...answer, headers };
  };

  async function answered(request: Request): Promise<Answer> {
    const [path = '', query = ''] = request.target.split('?', 2);
    const session = site.sessions.of(request.headers.cookie);
    if (request.method === 'POST') return post(path, request, session);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return { ...message(405, 'portal.sign.lost', session), headers: { allow: 'GET, HEAD, POST' } };
    }
    if (path === '/')
      return moved(session === null ? `/sign-in${query === '' ? '' : `?${query}`}` : homeOf(session.viewer));
    if (path === '/favicon.ico')
      return { status: 204, headers: { 'cache-control': 'public, max-age=86400' }, body: '' };
    if (path === '/sign-in') return signIn(query);
    if (session !== null && path === `/${site.release}/${zoneFolder({ kind: 'office' })}reads.html`)
      return reads(session);
    return read(path, session, query);
  }

  /** The page is refused in the same words whether there is one or not, so that nothing can be guessed. */
  async function read(path: string, session: Session | null, query: string): Promise<Answer> {
    const viewer = session?.viewer ?? null;
    if (!mayRead(prefixesOf(viewer, site.release, keys), path)) {
      if (session === null) return moved('/sign-in');
      const wanted = wantedPage(query === '' ? path : `${path}?${query}`);
      const today = wanted && pageOfToday(wanted, site.release, prefixesOf(viewer, site.release, keys));
      // A link of another release: the same page of the one that is served.
      if (today !== undefined) return moved(today);
      return message(403, 'portal.sign.refused', session);
    }
    const kind = kindOf(path);
    if (kind === 'pdf') return paper(path, session);
    const text = kind === undefined ? undefined : await site.lake.readText(portalKey(path.slice(1)));
    if (kind === undefined || text === undefined) return message(404, 'portal.sign.lost', session);
    if (path.startsWith(`/${ASSETS}`)) return file(kind, text, 'asset');
    const named = path.startsWith(`/${site.release}/named/`);
    if (!named || session === null) return file(kind, text, 'page');
    site.reads.add(session.viewer, path);
    const visit = randomBytes(6).toString('hex');
    return file(kind, text.replaceAll(TOKEN_PLACE, session.token).replaceAll(VISIT_PLACE, visit), 'named');
  }

  async function paper(path: string, session: Session | null): Promise<Answer> {
    const key = portalKey(path.slice(1));
    if (!(await site.lake.exists(key))) return message(404, 'portal.sign.lost', session);
    return file('pdf', await readFile(await site.lake.fetch(key)), 'page');
  }

  function reads(session: Session): Answer {
    const prefixes = prefixesOf(session.viewer, site.release, keys);
    if (!mayRead(prefixes, `/${site.release}/${zoneFolder({ kind: 'office' })}reads.html`))
      return message(403, 'portal.sign.refused', session);
    return page(200, readsPage(plain, site.reads.last(200)));
  }

  function signIn(query: string): Answer {
    const start = new URLSearchParams(query).get('start') ?? '';
    if (!same(start, site.start)) return message(403, 'portal.sign.local', null);
    return page(200, signInPage(plain, site.users, site.start));
  }

  function homeOf(viewer: Viewer): string {
    return viewer.role === 'family'
      ? '/family'
      : at(`${site.release}/${zoneFolder(firstZone(viewer, keys))}index.html`);
  }

  async function post(path: string, request: Request, session: Session | null): Promise<Answer> {
    if (!isOwnOrigin(request)) return message(403, 'portal.sign.refused', session);
    const form = formOf(request);
    if (path === '/sign-in') {
      const user = site.users.find((u) => u.viewer.by === form?.account);
      if (user === undefined || !same(form?.start ?? '', site.start))
        return message(403, 'portal.sign.local', null);
      const begun = site.sessions.begin(user.viewer);
      return moved(homeOf(user.viewer), { 'set-cookie': site.sessions.cookie(begun) });
    }
    if (session === null) return moved('/sign-in');
    if (path === '/sign-out') {
      site.sessions.end(session);
      return moved(`/sign-in?start=${site.start}`, { 'set-cookie': site.sessions.noCookie });
    }
    if (path !== '/api/dispositions') return message(404, 'portal.sign.lost', session);
    return say(request, form, session);
  }

  async function say(request: Request, form: Form | null, session: Session): Promise<Answer> {
    if (form === null || !same(form.csrf ?? '', session.token))
      return message(403, 'portal.sign.refused', session);
    const { csrf: _, ...said } = form;
    const parsed = saidSchema.safeParse(said);
    const json = (request.headers.accept ?? '').includes('application/json');
    if (!parsed.success) return json ? jsonOf(400, 'bad') : message(400, 'portal.saved.bad', session);
    const kept = await keepSaid(
      { lake: site.lake, district: site.saying, now: site.now, findListed: site.findListed },
      session.viewer,
      parsed.data,
    );
    if (kept === 'refused') return json ? jsonOf(403, kept) : message(403, 'portal.sign.refused', session);
    if (kept !== 'kept' && kept !== 'kept before')
      return json ? jsonOf(400, kept) : message(400, `portal.saved.${kept}`, session);
    if (json) return jsonOf(kept === 'kept' ? 201 : 200, kept);
    const list = at(
      `${site.release}/${zoneFolder({ kind: 'named', school: parsed.data.school_key })}index.html`,
    );
    const text = site.words.say(kept === 'kept' ? 'portal.saved.once' : 'portal.saved.again');
    return page(
      kept === 'kept' ? 201 : 200,
      messagePage(
        plain,
        site.words.say('portal.saved.title'),
        `${text} ${site.words.say('portal.saved.undo')}`,
        [{ href: list, text: site.words.say('portal.saved.back') }],
      ),
    );
  }

  function message(status: number, key: string, session: Session | null): Answer {
    const family = session?.viewer.role === 'family';
    const text = family ? site.words.say('portal.sign.nothing') : site.words.say(key);
    const home =
      session === null || family
        ? []
        : [{ href: homeOf(session.viewer), text: site.words.say('portal.sign.home') }];
    return page(status, messagePage(plain, site.words.say('portal.sign.title'), text, home));
  }
}

const formSchema = z.record(z.string(), z.string().max(200));
type Form = Readonly<Record<string, string | undefined>>;

/** A form or a JSON document; null for anything else. */
function formOf({ headers, body }: Request): Form | null {
  const type = headers['content-type'] ?? '';
  if (type.startsWith('application/x-www-form-urlencoded')) {
    const found = formSchema.safeParse(Object.fromEntries(new URLSearchParams(body)));
    return found.success ? found.data : null;
  }
  if (!type.startsWith('application/json')) return null;
  try {
    const found = formSchema.safeParse(JSON.parse(body));
    return found.success ? found.data : null;
  } catch {
    return null;
  }
}

/** A browser says where a form stood; whatever came from another site is refused before it is read. */
function isOwnOrigin({ headers }: Request): boolean {
  const { host, origin } = headers;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  if (origin === undefined) return site !== undefined;
  return host !== undefined && (origin === `http://${host}` || origin === `https://${host}`);
}

const jsonOf = (status: number, result: string): Answer => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  body: JSON.stringify({ result }),
});
