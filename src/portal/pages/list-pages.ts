// The check-in list of a school, with a sheet for each student on it. A place for each name is left: the list writer fills it.
import { type Cell, head } from '../../charts/chart.ts';
import { taskName } from '../../checkin/item-words.ts';
import { isLive, type ListedItem, type SchoolCheckins } from '../../checkin/read-checkins.ts';
import { type Html, html } from '../../pages/html.ts';
import { type DataTable, tableFile, tableHtml } from '../data-table.ts';
import { framed } from '../frame.ts';
import { nameOf } from '../name-places.ts';
import type { SiteFile } from '../site-file.ts';
import type { Build } from '../site-input.ts';
import { itemHtml } from './item-html.ts';
import { type ListNumbers, listNumbers } from './list-numbers.ts';
import { homeLink, namedZone, schoolLink } from './school-zone.ts';
import { studentPage } from './student-page.ts';

const LATELY = 30;

export function listPages(build: Build, school: SchoolCheckins): SiteFile[] {
  const { words, frame, checkins } = build;
  const zone = namedZone(build, school.schoolKey);
  const own = checkins.items.filter((i) => i.schoolKey === school.schoolKey);
  const open = own.filter((i) => i.state === 'open');
  const live = own.filter(isLive);
  const key = `${zone}index.html`;
  const closed = closedTable(build, zone, own);
  const numbers = listNumbers(build, school);
  const { students } = numbers;
  const waiting = own.filter((i) => i.state === 'escalated' || i.state === 'handled');
  const text = framed(frame, {
    key,
    title: words.say('portal.list.title', { school: school.schoolName }),
    kicker: school.schoolName,
    trail: [homeLink(build), schoolLink(build, school.schoolKey, school.schoolName)],
    about: [words.say('portal.about.list', { n: students })],
    headline: numbers.headline,
    records: true,
    script: true,
    body: html`${numbers.beyond}
<p>${words.say('sheet.listed.screen')}</p>
<section class="zone" aria-labelledby="list"><h2 id="list">${words.say('portal.nav.models')}</h2>${footOf(build, open, numbers)}</section>
<section class="zone" aria-labelledby="items"><h2 id="items">${words.say('portal.about.list', { n: students })}</h2>${open.map((item) => itemHtml(build, item, true))}</section>
${waiting.length === 0 ? null : html`<section class="zone" aria-labelledby="waiting"><h2 id="waiting">${words.say('portal.state.handled')}, ${words.say('portal.state.escalated')}</h2>${waiting.map((item) => itemHtml(build, item, true))}</section>`}
<section class="zone" aria-labelledby="closed"><h2 id="closed">${words.say('portal.list.closed')}</h2>${tableHtml(words, closed)}</section>${numbers.foot()}`,
  });
  const sheets = [...Map.groupBy(live, (i) => i.studentKey)].map(([student, items]) =>
    studentPage(build, { school, student, items }),
  );
  return [{ key, text }, tableFile(closed), ...sheets];
}

/** Said once for the list: what made it, what it leaves out, how often it was right, and the plain rule's list beside it. */
function footOf(build: Build, open: readonly ListedItem[], numbers: ListNumbers): Html {
  const { words, models } = build;
  const tasks = [...new Set(open.map((i) => i.task))];
  return html`${tasks.map((task) => {
    const mine = open.filter((i) => i.task === task);
    const model = models.find((m) => m.task === task);
    const plain = mine.toSorted((a, b) => b.points - a.points).slice(0, 3);
    return html`<h3>${taskName(words, task)}</h3><ul>
<li>${model?.evaluation === undefined ? words.say('portal.list.only_plain') : words.say('portal.list.not_used', { what: model.evaluation.task.not_used.map((n) => n.replaceAll('_', ' ')) })}</li>
<li>${numbers.precision(task)}</li>
<li>${words.say('portal.list.plain', { what: plain.map((i) => nameOf(i.studentKey)) })}</li></ul>`;
  })}`;
}

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
      { text: taskName(words, i.task) },
      { text: words.date(i.stateOn) },
      { text: words.say(`portal.state.${i.state}`) },
    ]),
  };
}
