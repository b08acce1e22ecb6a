// In person and online of each grade, as columns beside each other and as a table.
import { html } from '../../pages/html.ts';
import { columnsSvg } from './draw.ts';
import type { Extract } from './extract.ts';
import { gradeName, type Region, rowHtml, tableHtml, withoutHidden } from './region.ts';
import { type Filter, isTaught, numbersAt, percentOf } from './select.ts';
import type { Talk } from './talk.ts';

export function columns(extract: Extract, filter: Filter, talk: Talk): Region {
  const grades = extract.grades.flatMap((g, i) => {
    if ((filter.grade !== null && filter.grade !== i) || !isTaught(extract, filter.school, i)) return [];
    const numbers = numbersAt(extract, filter, filter.school, i);
    if (numbers?.students === 0) return [];
    const side = (part: number | undefined, whole: number | undefined) => {
      const value = percentOf(part ?? 0, whole ?? 0);
      return {
        value,
        text: numbers === null ? talk.say('hidden') : value === null ? talk.say('none') : talk.percent(value),
      };
    };
    return [
      {
        name: gradeName(talk, g),
        students:
          numbers === null ? talk.say('hidden') : withoutHidden(talk, talk.number(numbers.students), numbers),
        inPerson: side(numbers?.inPerson, numbers?.inPersonOf),
        online: side(numbers?.digital, numbers?.covered),
      },
    ];
  });
  const title = talk.say('columns');
  const heads = [talk.say('grade_head'), talk.say('in_person'), talk.say('online'), talk.say('students')];
  const rows = grades.map((g) => [g.name, g.inPerson.text, g.online.text, g.students]);
  return {
    html: html`<figure>${columnsSvg({ title, what: title, inPerson: talk.say('in_person'), online: talk.say('online') }, grades)}${tableHtml(
      'columns-table',
      title,
      heads,
      rows.map((r) => rowHtml(r)),
    )}</figure>`,
    rows: [heads, ...rows],
  };
}
