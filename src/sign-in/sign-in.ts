// Signing in: off to the district's sign-in and back with a code, which becomes cookies for the folders of a role.
import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { mayRead, type Viewer } from '../portal/access.ts';
import { cookieOf, goTo, type HttpAnswer, type HttpEvent, htmlAnswer } from './http-event.ts';
import { openFolders } from './open-folders.ts';
import { type Signer, signedCookies } from './signed-cookies.ts';
import { type KeySet, TokenError, verifyToken } from './verify-token.ts';
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
}

const BEGUN = 'homeroom_sign_in';
export const SESSION = 'homeroom_session';
const BEGUN_SECONDS = 600;
const begunSchema = z.object({ state: z.string(), verifier: z.string(), nonce: z.string(), to: z.string() });

export async function signIn(event: HttpEvent, place: SignInPlace): Promise<HttpAnswer> {
  const query = new URLSearchParams(event.rawQueryString);
  switch (event.rawPath) {
    case '/sign-in':
      return begin(query.get('to') ?? '', place);
    case '/sign-in/back':
      return back(event, query, place);
    case '/sign-in/out':
      return out(place);
    default:
      return closed(place);
  }
}

const closed = (place: SignInPlace) => htmlAnswer(403, place.closedPage());

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
  const viewer = viewerOf(claims, await place.staffSecret());
  const release = await place.release();
  if (viewer === null || release === undefined) return closed(place);
  const folders = openFolders(viewer).map((folder) => `/${release}/${folder}`);
  const [first] = folders;
  if (first === undefined) return closed(place);
  place.log({ signedIn: viewer });
  const until = new Date(now.getTime() + place.minutes * 60_000);
  const signer = await place.signer();
  const cookies = folders.flatMap((folder) =>
    signedCookies({ portal: place.portal, folder, until }, signer, now),
  );
  return goTo(mayRead(folders, begun.to) ? begun.to : `${first}index.html`, [
    ...cookies,
    // Only the API reads it; a form of another site can't send it.
    `${SESSION}=${token}; Path=/api; Max-Age=${place.minutes * 60}; Secure; HttpOnly; SameSite=Strict`,
    `${BEGUN}=; Path=/sign-in; Max-Age=0; Secure; HttpOnly; SameSite=Lax`,
  ]);
}

/** The pages' cookies end by themselves: their folders are not known here, and nothing but time ends a signature. */
function out({ address, client, portal }: SignInPlace): HttpAnswer {
  const query = new URLSearchParams({ client_id: client, logout_uri: `${portal}/sign-in/closed` });
  return goTo(`${address}/logout?${query}`, [
    `${SESSION}=; Path=/api; Max-Age=0; Secure; HttpOnly; SameSite=Strict`,
  ]);
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
