// The form of an item: staff's word of what became of it.
import { CONTACT_CODES, NOTE_CODES } from '../../checkin/item.ts';
import type { ListedItem } from '../../checkin/read-checkins.ts';
import { type Html, html } from '../../pages/html.ts';
import type { Words } from '../../words/words.ts';

/** What a form offers; the rest of the kinds comes from other systems. */
const BUTTONS = ['done', 'could_not_reach', 'known', 'wrong', 'being_handled'] as const;

const CONTACTS: ReadonlySet<string> = new Set(CONTACT_CODES);

/** Put in when the page is served: the token of the session, and a mark of this visit, so that a click twice counts once. */
export const TOKEN_PLACE = '@@token@@';
export const VISIT_PLACE = '@@visit@@';

/** A form that needs no script; who serves the page puts its token in, so that no other site can send it. */
export function sayForm(words: Words, item: ListedItem): Html {
  const hidden = (name: string, value: string) => html`<input type="hidden" name="${name}" value="${value}">`;
  const note = `note-${item.itemId}`;
  return html`<form class="said" method="post" action="/api/dispositions">
${hidden('item_id', item.itemId)}${hidden('school_key', item.schoolKey)}${hidden('student_key', item.studentKey)}${hidden('next_step', item.nextStep)}${hidden('csrf', TOKEN_PLACE)}${hidden('disposition_id', `d-${item.itemId}-${VISIT_PLACE}`)}
<label for="${note}">${words.say('portal.list.note')} <select id="${note}" name="note_code"><option value=""></option>${NOTE_CODES.map(
    (code) =>
      html`<option value="${code}">${words.say(`portal.note_code.${code}`)}${CONTACTS.has(code) ? ' ✓' : ''}</option>`,
  )}</select></label>
<fieldset><legend class="kicker">${words.say('portal.list.say')}</legend>${BUTTONS.map((kind) => html`<button name="kind" value="${kind}">${words.say(`portal.kind.${kind}`)}</button>`)}</fieldset></form>`;
}
