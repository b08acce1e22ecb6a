// Sessions of the local server: a random id in a cookie, the viewer behind it, and a token for its forms.
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Viewer } from '../access.ts';

export interface Session {
  readonly id: string;
  readonly viewer: Viewer;
  /** In every form of the session: no other site knows it. */
  readonly token: string;
}

export interface Sessions {
  begin(viewer: Viewer): Session;
  of(cookieHeader: string | undefined): Session | null;
  end(session: Session): void;
  cookie(session: Session): string;
  readonly noCookie: string;
}

const NAME = 'homeroom_session';
const RULES = 'Path=/; HttpOnly; SameSite=Strict';

export function sessionsInMemory(): Sessions {
  const known = new Map<string, Session>();
  return {
    begin(viewer) {
      const session = { id: secret(), viewer, token: secret() };
      known.set(session.id, session);
      return session;
    },
    of(header) {
      const found = new RegExp(`(?:^|;\\s*)${NAME}=([A-Za-z0-9_-]{20,})`).exec(header ?? '');
      return known.get(found?.[1] ?? '') ?? null;
    },
    end: (session) => void known.delete(session.id),
    cookie: (session) => `${NAME}=${session.id}; ${RULES}`,
    noCookie: `${NAME}=; ${RULES}; Max-Age=0`,
  };
}

const secret = () => randomBytes(24).toString('base64url');

/** Whether two secrets are the same, in a time that tells nothing of where they differ. */
export function same(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)];
  return x.length === y.length && timingSafeEqual(x, y);
}
