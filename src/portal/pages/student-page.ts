// The page of a student on the list: the sheet's own zones in the portal's frame, with the items that staff may speak of.
import type { ListedItem, SchoolCheckins } from '../../checkin/read-checkins.ts';
import { reportYear } from '../../facts/build-documents.ts';
import { footnotes } from '../../pages/footnotes.ts';
import { html } from '../../pages/html.ts';
import type { Block } from '../../pages/page-model.ts';
import { block, receipts, zone } from '../../pages/render-html.ts';
import { studentSheet } from '../../pages/student-sheet.ts';
import { sheetParts } from '../../sheets/sheet-parts.ts';
import { NO_ROWS } from '../../sheets/student-rows.ts';
import { at, framed } from '../frame.ts';
import { nameOf } from '../name-places.ts';
import type { SiteFile } from '../site-file.ts';
import type { Build } from '../site-input.ts';
import { itemHtml } from './item-html.ts';
import { homeLink, namedZone, schoolLink } from './school-zone.ts';

export interface Listed {
  readonly school: SchoolCheckins;
  readonly student: string;
  /** The student's items at the school that wait for somebody. */
  readonly items: readonly ListedItem[];
}

export function studentPage(build: Build, { school, student, items }: Listed): SiteFile {
  const { words, frame, basis, district } = build;
  const folder = namedZone(build, school.schoolKey);
  const key = `${folder}student-${student}.html`;
  const { document, record, setting } = sheetParts({
    basis,
    district,
    words,
    year: reportYear(basis) ?? 0,
    studentKey: student,
    rows: build.students.get(student) ?? NO_ROWS,
    items,
    receiptsAt: `${district.reports.portal ?? 'homeroom receipt'} ${basis.release}`,
  });
  const model = studentSheet(document, record, { student: nameOf(student) }, setting);
  const notes = footnotes(model.receipts);
  // The student's own words are written on paper; of the items, staff can say here what became of them.
  const zones = model.zones
    .filter((z) => z.id !== 'voice')
    .map((z) =>
      z.id === 'listed'
        ? html`<section class="zone" aria-labelledby="listed"><h2 id="listed">${z.title}</h2>${items.map((i) => itemHtml(build, i, false))}</section>`
        : zone({ ...z, blocks: z.blocks.map(onScreen) }, notes),
    );
  const text = framed(frame, {
    key,
    title: nameOf(student),
    kicker: words.say('portal.list.sheet'),
    trail: [
      homeLink(build),
      schoolLink(build, school.schoolKey, school.schoolName),
      {
        href: at(`${folder}index.html`),
        text: words.say('portal.list.title', { school: school.schoolName }),
      },
    ],
    about: [school.schoolName, ...model.about],
    headline: model.headline,
    records: true,
    body: html`${zones}${model.foot.map((b) => block(b, notes))}${receipts(model, notes)}`,
  });
  return { key, text };
}

/** Room to write by hand is for paper; on the screen the question stays. */
const onScreen = (b: Block): Block => (b.kind === 'write' ? { kind: 'text', sentences: [[b.label]] } : b);
