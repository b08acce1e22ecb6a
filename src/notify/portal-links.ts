// Where a mail leads: pages of the portal as its site names them, of the release that the mail tells of.
import { slug } from '../portal/zones.ts';
import { type Block, link } from './mail-part.ts';

/** A page of the portal below its address and the release. */
export const PORTAL_PAGES = {
  district: 'district/index.html',
  health: 'district/data.html',
  school: (key: string) => `schools/${slug(key)}/index.html`,
  checkins: (key: string) => `named/${slug(key)}/index.html`,
} as const;

export interface PortalPlace {
  readonly portal: string | undefined;
  readonly release: string;
}

/** Nothing where the district has no portal: a mail has no dead links. */
export function portalLink({ portal, release }: PortalPlace, page: string, said: string): Block[] {
  if (portal === undefined) return [];
  return [link(said, new URL(`${release}/${page}`, portal.endsWith('/') ? portal : `${portal}/`).href)];
}
