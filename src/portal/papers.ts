// The sheets to print of a place: where they stand in its zone, and the links to them.
import { type Html, html } from '../pages/html.ts';
import { LANGUAGE_NAMES } from '../words/languages.ts';
import type { Words } from '../words/words.ts';
import { at } from './frame.ts';
import type { Paper } from './site-input.ts';
import { zoneFolder } from './zones.ts';

const SHEETS = { letter: 'Letter', a4: 'A4' } as const;

/** Below `portal/`. */
export function paperKey(release: string, { kind, key, lang, sheet }: Paper): string {
  const zone = zoneFolder(kind === 'district' ? { kind } : { kind, school: key });
  return `${release}/${zone}page.${lang}.${sheet}.pdf`;
}

export function paperLinks(words: Words, release: string, papers: readonly Paper[]): Html | null {
  if (papers.length === 0) return null;
  return html`<ul class="accounts">${papers.map(
    (p) =>
      html`<li><a href="${at(paperKey(release, p))}">${words.say('portal.district.print', { paper: SHEETS[p.sheet], lang: LANGUAGE_NAMES[p.lang] })} (PDF)</a></li>`,
  )}</ul>`;
}
