// Schools by grades: in person, online, and the number of students in each cell.
import { html } from '../../pages/html.ts';
import type { Extract } from './extract.ts';
import { gradeName, type Region, rowHtml, shareText, tableHtml, withoutHidden } from './region.ts';
import { type Filter, isTaught, numbersAt } from './select.ts';
import type { Talk } from './talk.ts';

export function pivot(extract: Extract, filter: Filter, talk: Talk): Region {
  const grades = extract.grades.map((_, i) => i).filter((i) => filter.grade === null || filter.grade === i);
  const schools = extract.schools
    .map((_, i) => i)
    .filter((i) => filter.school === null || filter.school === i);
  const title = talk.say('pivot');
  const heads = [
    talk.say('school'),
    ...(filter.grade === null ? [talk.say('all_grades')] : []),
    ...grades.map((g) => gradeName(talk, extract.grades[g] ?? '')),
  ];
  const cellText = (school: number | null, grade: number | null) => {
    if (!isTaught(extract, school, grade)) return '–';
    const numbers = numbersAt(extract, filter, school, grade);
    return numbers === null
      ? talk.say('hidden')
      : numbers.students === 0
        ? '–'
        : `${shareText(talk, numbers.inPerson, numbers.inPersonOf)} / ${shareText(talk, numbers.digital, numbers.covered)} (${withoutHidden(talk, talk.number(numbers.students), numbers)})`;
  };
  const line = (name: string, school: number | null) => [
    name,
    ...(filter.grade === null ? [cellText(school, null)] : []),
    ...grades.map((g) => cellText(school, g)),
  ];
  const rows = [
    ...(filter.school === null ? [line(talk.say('all_schools'), null)] : []),
    ...schools.map((s) => line(extract.schools[s]?.name ?? '', s)),
  ];
  return {
    html: html`${tableHtml(
      'pivot-table',
      title,
      heads,
      rows.map((r) => rowHtml(r)),
    )}<p class="how">${talk.say('pivot_how')}</p>`,
    rows: [heads, ...rows],
  };
}
