// The check-in list of a school and a sheet for each student on it. A place for each name is left: the list writer fills it.
import { type Cell, head } from '../../charts/chart.ts';
import { CONTACT_CODES, NOTE_CODES } from '../../checkin/item.ts';
import type { ListedItem, SchoolCheckins } from '../../checkin/read-checkins.ts';
import { type Html, html } from '../../pages/html.ts';
import { type DataTable, tableFile, tableHtml } from '../data-table.ts';
import { at, framed } from '../frame.ts';
import { nameOf } from '../name-places.ts';
import type { SiteFile } from '../site-file.ts';
import type { Build } from '../site-input.ts';
import { zoneFolder } from '../zones.ts';
import { type ListNumbers, listNumbers } from './list-numbers.ts';
import { taskName } from './models-page.ts';
import { homeLink } from './school-zone.ts';

/** What a form offers; the rest of the kinds comes from other systems. */
export const BUTTONS = ['done', 'could_not_reach', 'known', 'wrong', 'being_handled'] as const;

const LATELY = 30;

export function listPages(build: Build, school: SchoolCheckins): SiteFile[] {
  const { words, frame, basis, checkins } = build;
  const zone = `${basis.release}/${zoneFolder({ kind: 'named', school: school.schoolKey })}`;
  const own = checkins.items.filter((i) => i.schoolKey === school.schoolKey);
  const open = own.filter((i) => i.state === 'open');
  const live = own.filter((i) => i.state === 'open' || i.state === 'handled' || i.state === 'escalated');
  const key = `${zone}index.html`;
  const closed = closedTable(build, zone, own);
  const numbers = listNumbers(build, school);
  const { students } = numbers;
  const waiting = own.filter((i) => i.state === 'escalated' || i.state === 'handled');
  const text = framed(frame, {
    key,
    title: words.say('portal.list.title', { school: school.schoolName }),
    kicker: school.schoolName,
    trail: [homeLink(build), schoolLink(build, school)],
    about: [words.say('portal.about.list', { n: students })],
    headline: numbers.headline,
    records: true,
    script: true,
    body: html`${numbers.beyond}
<section class="zone" aria-labelledby="list"><h2 id="list">${words.say('portal.nav.models')}</h2>${footOf(build, open, numbers)}</section>
<section class="zone" aria-labelledby="items"><h2 id="items">${words.say('portal.about.list', { n: students })}</h2>${open.map((item) => itemHtml(build, zone, item, true))}</section>
${waiting.length === 0 ? null : html`<section class="zone" aria-labelledby="waiting"><h2 id="waiting">${words.say('portal.state.handled')}, ${words.say('portal.state.escalated')}</h2>${waiting.map((item) => itemHtml(build, zone, item, true))}</section>`}
<section class="zone" aria-labelledby="closed"><h2 id="closed">${words.say('portal.list.closed')}</h2>${tableHtml(words, closed)}</section>${numbers.foot()}`,
  });
  const sheets = [...Map.groupBy(live, (i) => i.studentKey)].map(([student, items]) =>
    studentPage(build, school, zone, student, items),
  );
  return [{ key, text }, tableFile(closed), ...sheets];
}

const schoolLink = ({ basis }: Build, school: SchoolCheckins) => ({
  href: at(`${basis.release}/${zoneFolder({ kind: 'school', school: school.schoolKey })}index.html`),
  text: school.schoolName,
});

/** Said once for the list: what made it, what it leaves out, how often it was right, and the plain rule's list beside it. */
function footOf(build: Build, open: readonly ListedItem[], numbers: ListNumbers): Html {
  const { words, models } = build;
  const tasks = [...new Set(open.map((i) => i.task))];
  return html`${tasks.map((task) => {
    const mine = open.filter((i) => i.task === task);
    const model = models.find((m) => m.task === task);
    const plain = mine.toSorted((a, b) => b.points - a.points).slice(0, 3);
    return html`<h3>${taskName(build, task)}</h3><ul>
<li>${model?.evaluation === undefined ? words.say('portal.list.only_plain') : words.say('portal.list.not_used', { what: model.evaluation.task.not_used.map((n) => n.replaceAll('_', ' ')) })}</li>
<li>${numbers.precision(task)}</li>
<li>${words.say('portal.list.plain', { what: plain.map((i) => nameOf(i.studentKey)) })}</li></ul>`;
  })}`;
}

function stepName({ words, district }: Build, code: string): string {
  const own = district.checkins.steps.find((s) => s.code === code)?.words?.[words.lang];
  if (own !== undefined) return own;
  return words.has(`portal.step.${code}`) ? words.say(`portal.step.${code}`) : code.replaceAll('_', ' ');
}

function roleName({ words }: Build, who: string): string {
  return words.has(`portal.who.${who}`) ? words.say(`portal.who.${who}`) : who.replaceAll('_', ' ');
}

function itemHtml(build: Build, zone: string, item: ListedItem, linked: boolean): Html {
  const { words } = build;
  const id = `item-${item.itemId}`;
  const name = nameOf(item.studentKey);
  const sheet = at(`${zone}student-${item.studentKey}.html`);
  const tried = item.tried.map(
    (a) =>
      `${words.date(a.actedOn)}, ${kindName(build, a.kind)}${a.noteCode === null ? '' : ` (${words.say(`portal.note_code.${a.noteCode}`)})`}`,
  );
  return html`<article class="item" aria-labelledby="${id}"><h3 id="${id}">${linked ? html`<a href="${sheet}">${name}</a>` : taskName(build, item.task)}</h3>
${linked ? html`<p class="kicker">${taskName(build, item.task)}</p>` : null}
${item.strength === null ? null : html`<p>${words.say('portal.list.strength', { what: '' })} <span lang="en">${item.strength.words}</span></p>`}
<p>${words.say('portal.list.reasons', { what: '' })} <span lang="en">${item.reasons.map((r) => r.words).join('; ')}</span></p>
<p>${
    item.outOf20 === null
      ? words.say('portal.list.rule', { what: item.madeBy.replaceAll('_', ' ') })
      : words.say('portal.list.sure', { n: item.outOf20 })
  }</p>
<p><strong>${words.say('portal.list.step', { step: stepName(build, item.nextStep), who: roleName(build, item.who), n: item.minutes })}</strong></p>
<p>${tried.length === 0 ? words.say('portal.list.tried_none') : words.say('portal.list.tried', { what: tried })}</p>
<p class="how">${words.say('portal.list.state', { state: words.say(`portal.state.${item.state}`), day: item.stateOn })} ${words.say('portal.list.lapses', { day: item.asOf, end: item.lapsesOn })}</p>
${sayForm(build, item)}</article>`;
}

const kindName = ({ words }: Build, kind: string): string =>
  words.has(`portal.kind.${kind}`) ? words.say(`portal.kind.${kind}`) : kind.replaceAll('_', ' ');

/** A form that needs no script; who serves the page puts its token in, so that no other site can send it. */
function sayForm(build: Build, item: ListedItem): Html {
  const { words } = build;
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

const CONTACTS: ReadonlySet<string> = new Set(CONTACT_CODES);

/** Put in when the page is served: the token of the session, and a mark of this visit, so that a click twice counts once. */
export const TOKEN_PLACE = '@@token@@';
export const VISIT_PLACE = '@@visit@@';

function closedTable(build: Build, zone: string, items: readonly ListedItem[]): DataTable {
  const { words } = build;
  const ended = items
    .filter((i) => i.state !== 'open' && i.state !== 'handled' && i.state !== 'escalated')
    .toSorted((a, b) => (a.stateOn < b.stateOn ? 1 : -1))
    .slice(0, LATELY);
  return {
    key: `${zone}closed.csv`,
    caption: words.say('portal.list.closed_caption'),
    empty: words.say('portal.list.closed_none'),
    columns: [
      words.say('portal.list.student'),
      words.say('portal.list.task'),
      words.say('portal.list.ended'),
      words.say('portal.list.how_ended'),
    ],
    rows: ended.map((i): Cell[] => [
      head(nameOf(i.studentKey)),
      { text: taskName(build, i.task) },
      { text: words.date(i.stateOn) },
      { text: words.say(`portal.state.${i.state}`) },
    ]),
  };
}

function studentPage(
  build: Build,
  school: SchoolCheckins,
  zone: string,
  student: string,
  items: readonly ListedItem[],
): SiteFile {
  const { words, frame } = build;
  const key = `${zone}student-${student}.html`;
  const strengths = [...new Set(items.flatMap((i) => (i.strength === null ? [] : [i.strength.words])))];
  const text = framed(frame, {
    key,
    title: nameOf(student),
    kicker: words.say('portal.list.sheet'),
    trail: [
      homeLink(build),
      schoolLink(build, school),
      { href: at(`${zone}index.html`), text: words.say('portal.list.title', { school: school.schoolName }) },
    ],
    about: [school.schoolName],
    headline: null,
    records: true,
    body: html`<section class="zone" aria-labelledby="strengths"><h2 id="strengths">${words.say('sheet.strengths.title')}</h2>${
      strengths.length === 0
        ? html`<p>${words.say('sheet.strengths.ask')}</p>`
        : html`<ul lang="en">${strengths.map((s) => html`<li>${s}</li>`)}</ul>`
    }</section>
<section class="zone" aria-labelledby="items"><h2 id="items">${words.say('portal.about.list', { n: items.length })}</h2>${items.map((i) => itemHtml(build, zone, i, false))}</section>
<p>${words.say('sheet.not_used')}</p>`,
  });
  return { key, text };
}
