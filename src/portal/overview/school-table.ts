// A row a school, with a link to its page.
import { html } from '../../pages/html.ts';
import type { Extract } from './extract.ts';
import { type Region, rowHtml, shareText, tableHtml } from './region.ts';
import { type Filter, isTaught, numbersAt } from './select.ts';
import type { Talk } from './talk.ts';

export function schoolTable(
  extract: Extract,
  filter: Filter,
  talk: Talk,
  linkOf: (slug: string) => string,
): Region {
  const target = talk.percent(extract.target);
  const heads = [
    talk.say('school'),
    talk.say('students'),
    talk.say('in_person'),
    talk.say('reach', { target }),
    talk.say('online'),
    talk.say('minutes_each'),
    talk.say('coverage'),
  ];
  const lines = extract.schools.flatMap((school, s) => {
    if ((filter.school !== null && filter.school !== s) || !isTaught(extract, s, filter.grade)) return [];
    const numbers = numbersAt(extract, filter, s, filter.grade);
    const cells =
      numbers === null
        ? heads.slice(1).map(() => talk.say('hidden'))
        : [
            talk.number(numbers.students),
            shareText(talk, numbers.inPerson, numbers.inPersonOf),
            numbers.meeting === null ? talk.say('hidden') : talk.number(numbers.meeting),
            shareText(talk, numbers.digital, numbers.covered),
            talk.number(numbers.students > 0 ? numbers.minutes / numbers.students : 0),
            shareText(talk, numbers.attendance, numbers.enrolled),
          ];
    if (numbers?.students === 0) return [];
    return [{ cells: [school.name, ...cells], link: linkOf(school.slug) }];
  });
  const title = talk.say('table');
  return {
    html: tableHtml(
      'school-table',
      title,
      heads,
      lines.map((l) => rowHtml(l.cells, html`<a href="${l.link}">${l.cells[0]}</a>`)),
      true,
    ),
    rows: [heads, ...lines.map((l) => l.cells)],
  };
}
