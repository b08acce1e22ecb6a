// Signing in: off to the district's sign-in and back with a code, which becomes cookies for the folders of a role.
// Cookies are for one release; whoever meets a closed page while signed in gets those of the release that is shown.
import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { firstZone, type Viewer } from '../portal/access.ts';
import { ledTo, pageOfToday, wantedPage } from '../portal/wanted-page.ts';
import { zoneFolder } from '../portal/zones.ts';
import { cookieOf, goTo, type HttpAnswer, type HttpEvent, htmlAnswer } from './http-event.ts';
import { openFolders } from './open-folders.ts';
import { type Signer, signedCookies } from './signed-cookies.ts';
import { type Claims, type Expected, type KeySet, TokenError, verifyToken } from './verify-token.ts';
import { viewerOf } from './viewer-of.ts';

export interface SignInPlace {
  /** Address of the portal, without a slash at its end. */
  readonly portal: string;
  /** Where people sign in, and who vouches for them. */
  readonly address: string;
  readonly issuer: string;
  readonly client: string;
  readonly minutes: number;
  readonly now: () => Date;
  readonly signer: () => Promise<Signer>;
  readonly staffSecret: () => Promise<Buffer>;
  /** The release that the portal shows; undefined before the first. */
  readonly release: () => Promise<string | undefined>;
  readonly keys: () => Promise<KeySet>;
  /** Exchanges a code for an ID token. @throws where it is refused */
  readonly exchange: (form: URLSearchParams) => Promise<string>;
  /** Who is let in: a key of the account and a role. */
  readonly log: (entry: { readonly signedIn: Viewer }) => void;
  readonly closedPage: () => string;
  /** What stands in the place of a page that is closed: it leads on to `/sign-in/again`. */
  readonly doorPage: () => string;
}

const BEGUN = 'homeroom_sign_in';
export const SESSION = 'homeroom_session';
const SESSION_PATHS = ['/api', '/sign-in'] as const;
const BEGUN_SECONDS = 600;
const begunSchema = z.object({ state: z.string(), verifier: z.string(), nonce: z.string(), to: z.string() });

export async function signIn(event: HttpEvent, place: SignInPlace): Promise<HttpAnswer> {
  const query = new URLSearchParams(event.rawQueryString);
  switch (event.rawPath) {
    case '/sign-in':
      return begin(query.get('to') ?? '', place);
    case '/sign-in/back':
      return back(event, query, place);
    case '/sign-in/again':
      return again(event, place);
    case '/sign-in/closed':
      // Read by the distribution, which answers 403 with it.
      return htmlAnswer(200, place.doorPage());
    case '/sign-in/out':
      return out(place);
    default:
      return closed(place);
  }
}

const closed = (place: SignInPlace) => htmlAnswer(403, place.closedPage());

/** A 403 would become the door page, which leads here: this one is shown as it is. */
const refused = (place: SignInPlace) => htmlAnswer(401, place.closedPage());

function begin(to: string, { portal, address, client }: SignInPlace): HttpAnswer {
  const fresh = () => randomBytes(32).toString('base64url');
  const begun = { state: fresh(), verifier: fresh(), nonce: fresh(), to };
  const ask = new URLSearchParams({
    response_type: 'code',
    client_id: client,
    redirect_uri: `${portal}/sign-in/back`,
    scope: 'openid',
    state: begun.state,
    nonce: begun.nonce,
    code_challenge_method: 'S256',
    code_challenge: createHash('sha256').update(begun.verifier).digest('base64url'),
  });
  return goTo(`${address}/oauth2/authorize?${ask}`, [
    `${BEGUN}=${Buffer.from(JSON.stringify(begun)).toString('base64url')}; Path=/sign-in; Max-Age=${BEGUN_SECONDS}; Secure; HttpOnly; SameSite=Lax`,
  ]);
}

async function back(event: HttpEvent, query: URLSearchParams, place: SignInPlace): Promise<HttpAnswer> {
  const begun = begunOf(cookieOf(event, BEGUN));
  const code = query.get('code');
  if (begun === undefined || code === null || query.get('state') !== begun.state) return closed(place);
  const now = place.now();
  const token = await place.exchange(
    new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: place.client,
      code,
      redirect_uri: `${place.portal}/sign-in/back`,
      code_verifier: begun.verifier,
    }),
  );
  const { issuer, client } = place;
  const claims = verifyToken(token, await place.keys(), { issuer, client, nonce: begun.nonce, now });
  const until = new Date(now.getTime() + place.minutes * 60_000);
  const opening = await open(claims, until, place);
  if (opening === undefined) return closed(place);
  place.log({ signedIn: opening.viewer });
  const wanted = wantedPage(begun.to);
  const page = wanted && pageOfToday(wanted, opening.release, opening.folders);
  const kept = `Max-Age=${place.minutes * 60}; Secure; HttpOnly; SameSite=Strict`;
  return goTo(page ?? opening.first, [
    ...opening.cookies,
    // The API reads it, and whoever opens pages anew; a form of another site can't send it.
    ...SESSION_PATHS.map((path) => `${SESSION}=${token}; Path=${path}; ${kept}`),
    `${BEGUN}=; Path=/sign-in; Max-Age=0; Secure; HttpOnly; SameSite=Lax`,
  ]);
}

interface Opening {
  readonly viewer: Viewer;
  readonly release: string;
  readonly folders: readonly string[];
  readonly first: string;
  readonly cookies: readonly string[];
}

/** What a role may read of the release that is shown now; undefined where that is nothing. */
async function open(claims: Claims, until: Date, place: SignInPlace): Promise<Opening | undefined> {
  const viewer = viewerOf(claims, await place.staffSecret());
  const release = await place.release();
  if (viewer === null || release === undefined) return undefined;
  const folders = openFolders(viewer).map((folder) => `/${release}/${folder}`);
  if (folders.length === 0) return undefined;
  const first = zoneFolder(firstZone(viewer, viewer.school === null ? [] : [viewer.school]));
  const [signer, now] = [await place.signer(), place.now()];
  const cookies = folders.flatMap((folder) =>
    signedCookies({ portal: place.portal, folder, until }, signer, now),
  );
  return { viewer, release, folders, first: `/${release}/${first}index.html`, cookies };
}

/** From a page that was closed to it, in the release that is shown: at once where the sign-in still holds. */
async function again(event: HttpEvent, place: SignInPlace): Promise<HttpAnswer> {
  const { portal, issuer, client } = place;
  const referer = event.headers.referer ?? '';
  const address = referer.startsWith(`${portal}/`) ? referer.slice(portal.length) : '';
  const wanted = wantedPage(address);
  if (wanted === undefined || wanted.isSecond) return refused(place);
  const token = cookieOf(event, SESSION);
  if (token === undefined) return begin(address, place);
  const claims = await held(token, place.keys, { issuer, client, now: place.now() });
  if (claims === undefined) return begin(address, place);
  // No longer than the sign-in itself.
  const opening = await open(claims, new Date(claims.exp * 1000), place);
  if (opening === undefined) return refused(place);
  const page = wanted.page === '' ? opening.first : pageOfToday(wanted, opening.release, opening.folders);
  return page === undefined ? refused(place) : goTo(ledTo(page), opening.cookies);
}

async function held(
  token: string,
  keys: SignInPlace['keys'],
  expected: Expected,
): Promise<Claims | undefined> {
  try {
    return verifyToken(token, await keys(), expected);
  } catch (error) {
    if (error instanceof TokenError) return undefined;
    throw error;
  }
}

/** The pages' cookies end by themselves: their folders are not known here, and nothing but time ends a signature. */
function out({ address, client, portal }: SignInPlace): HttpAnswer {
  const query = new URLSearchParams({ client_id: client, logout_uri: `${portal}/sign-in/closed` });
  return goTo(
    `${address}/logout?${query}`,
    SESSION_PATHS.map((path) => `${SESSION}=; Path=${path}; Max-Age=0; Secure; HttpOnly; SameSite=Strict`),
  );
}

function begunOf(cookie: string | undefined): z.output<typeof begunSchema> | undefined {
  try {
    return begunSchema.parse(JSON.parse(Buffer.from(cookie ?? '', 'base64url').toString('utf8')));
  } catch {
    return undefined;
  }
}

/** A refused sign-in is a closed door; anything else is a fault of ours. */
export async function signInOrClosed(event: HttpEvent, place: SignInPlace): Promise<HttpAnswer> {
  try {
    return await signIn(event, place);
  } catch (error) {
    if (error instanceof TokenError) return closed(place);
    throw error;
  }
}
