// Where a mail leads: pages of the portal, or the command where a district has no portal yet.
import { type Block, link } from './mail-part.ts';

/** A page of the portal below its address. */
export const PORTAL_PAGES = {
  district: 'district/',
  school: (key: string) => `schools/${encodeURIComponent(key)}/`,
  health: 'district/health.html',
  checkins: (key: string) => `named/${encodeURIComponent(key)}/`,
} as const;

/** Nothing where the district has no portal: a mail has no dead links. */
export function portalLink(portal: string | undefined, page: string, said: string): Block[] {
  if (portal === undefined) return [];
  return [link(said, new URL(page, portal.endsWith('/') ? portal : `${portal}/`).href)];
}
