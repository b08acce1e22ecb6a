// A page that somebody asks for by an address of some release, and the same page in the release that is shown now.
import { mayRead } from './access.ts';

export interface Wanted {
  /** Below the release, with a slash before it; empty for the first page of a role. */
  readonly page: string;
  /** The filters that a page keeps in its address. */
  readonly filters: URLSearchParams;
  /** It was opened anew a moment ago, and is closed all the same. */
  readonly isSecond: boolean;
}

/** Marks an address to which somebody was led, so that nobody is led there twice. */
const LED = 'led';
/** As runs are named: nothing else of the portal's addresses begins like it. */
const ADDRESS = /^\/r\d{6}-\d{4}-\d{2}-\d{2}(\/[^?#]*)(?:\?([^#]*))?$/;
const LONGEST = 1500;

/** @returns undefined for what is no page: signing in itself, style sheets, other sites */
export function wantedPage(address: string): Wanted | undefined {
  if (address === '/') return { page: '', filters: new URLSearchParams(), isSecond: false };
  const [, page, query = ''] = address.length > LONGEST ? [] : (ADDRESS.exec(address) ?? []);
  if (page === undefined) return undefined;
  const filters = new URLSearchParams(query);
  const isSecond = filters.has(LED);
  filters.delete(LED);
  return { page, filters, isSecond };
}

/** @param folders that the viewer may read, of the release that is shown; @returns undefined where it is in none of them */
export function pageOfToday(
  { page, filters }: Wanted,
  release: string,
  folders: readonly string[],
): string | undefined {
  const path = `/${release}${page}`;
  if (page === '' || !mayRead(folders, path)) return undefined;
  return filters.size === 0 ? path : `${path}?${filters}`;
}

export const ledTo = (address: string): string => `${address}${address.includes('?') ? '&' : '?'}${LED}=1`;
