// The closed door: the same page for a page that isn't there, one that belongs to others, and one without a sign-in.
import type { District } from '../../lib/district.ts';
import { portalAssets } from '../portal/frame.ts';
import { messagePage, type Plain } from '../portal/server/plain-page.ts';
import { words } from '../words/words.ts';

export function plainOf(district: District): Plain {
  return {
    words: words(district.reports.languages[0] ?? 'en'),
    district: district.name,
    assets: portalAssets(),
  };
}

export function closedPageOf(district: District): () => string {
  const plain = plainOf(district);
  const title = plain.words.say('portal.sign.title');
  const text = plain.words.say('portal.sign.refused');
  return () => messagePage(plain, title, text, [{ href: '/sign-in', text: title }]);
}

const AGAIN = '/sign-in/again';

/** It stands at the address of the page that was asked for, and the browser says that address when it is led on. */
export function doorPageOf(district: District): () => string {
  const plain = plainOf(district);
  const title = plain.words.say('portal.sign.title');
  const text = plain.words.say('portal.sign.refused');
  return () => messagePage({ ...plain, leadsTo: AGAIN }, title, text, [{ href: AGAIN, text: title }]);
}
