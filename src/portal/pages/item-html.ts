// An item of the check-in list as staff read it: strength first, reasons, how sure, the next step, what was tried, and a form.
import type { Said } from '../../checkin/fact-words.ts';
import { itemWords } from '../../checkin/item-words.ts';
import type { ListedItem } from '../../checkin/read-checkins.ts';
import { type Html, html } from '../../pages/html.ts';
import { at } from '../frame.ts';
import { nameOf } from '../name-places.ts';
import type { Build } from '../site-input.ts';
import { sayForm } from './say-form.ts';
import { namedZone } from './school-zone.ts';

/** @param linked on the list, under the student's name; else on the student's own page, under the task's */
export function itemHtml(build: Build, item: ListedItem, linked: boolean): Html {
  const { words } = build;
  const said = itemWords(build, item);
  const id = `item-${item.itemId}`;
  const sheet = at(`${namedZone(build, item.schoolKey)}student-${item.studentKey}.html`);
  // The sentence is in its own language where nobody has given it words in the reader's.
  const told = ({ text, lang }: Said) =>
    lang === words.lang ? text : html`<span lang="${lang}">${text}</span>`;
  const joined = said.reasons.map((r, i) => html`${i === 0 ? '' : '; '}${told(r)}`);
  return html`<article class="item" aria-labelledby="${id}"><h3 id="${id}">${linked ? html`<a href="${sheet}">${nameOf(item.studentKey)}</a>` : said.task}</h3>
${linked ? html`<p class="kicker">${said.task}</p>` : null}
${said.strength === null ? null : html`<p>${words.say('portal.list.strength', { what: '' })} ${told(said.strength)}</p>`}
<p>${words.say('portal.list.reasons', { what: '' })} ${joined}</p>
<p>${said.sure}</p>
<p><strong>${said.step}</strong></p>
<p>${said.tried}</p>
<p class="how">${said.state} ${said.lapses}</p>
${sayForm(words, item)}</article>`;
}
