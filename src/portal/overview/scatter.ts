// In person against online: a point for each school of the district, or each grade of a school.
import { html } from '../../pages/html.ts';
import { scatterSvg } from './draw.ts';
import type { Extract } from './extract.ts';
import { gradeName, type Region, rowHtml, tableHtml } from './region.ts';
import { type Filter, isTaught, numbersAt, percentOf } from './select.ts';
import type { Talk } from './talk.ts';

export function scatter(extract: Extract, filter: Filter, talk: Talk): Region {
  // Of one school its grades are compared, of the district its schools.
  const bySchool = filter.school === null;
  const places = bySchool
    ? extract.schools.map((s, i) => ({ name: s.name, numbers: numbersAt(extract, filter, i, filter.grade) }))
    : extract.grades.flatMap((g, i) =>
        (filter.grade === null || filter.grade === i) && isTaught(extract, filter.school, i)
          ? [{ name: gradeName(talk, g), numbers: numbersAt(extract, filter, filter.school, i) }]
          : [],
      );
  const points = places.flatMap(({ name, numbers }) => {
    const x = numbers && percentOf(numbers.inPerson, numbers.inPersonOf);
    const y = numbers && percentOf(numbers.digital, numbers.covered);
    return numbers === null || x === null || y === null ? [] : [{ name, x, y, students: numbers.students }];
  });
  const marked = points.map((p, i) => ({
    ...p,
    mark: points.length <= 14 ? String.fromCharCode(65 + i) : '',
  }));
  const heads = [
    talk.say(bySchool ? 'school' : 'grade_head'),
    talk.say('in_person'),
    talk.say('online'),
    talk.say('students'),
  ];
  const rows = marked.map((p) => [
    p.mark === '' ? p.name : `${p.mark} · ${p.name}`,
    talk.percent(p.x),
    talk.percent(p.y),
    talk.number(p.students),
  ]);
  const title = talk.say(bySchool ? 'scatter_schools' : 'scatter_grades');
  const how = talk.say('scatter_how', {
    target: talk.percent(extract.target),
    online: talk.percent(extract.online),
  });
  const chart =
    points.length === 0
      ? html`<p class="empty">${talk.say('hidden_why')}</p>`
      : scatterSvg({ title, what: how, x: talk.say('axis_in_person'), y: talk.say('axis_online') }, marked, {
          x: extract.target,
          y: extract.online,
        });
  return {
    html: html`<figure><figcaption>${title}</figcaption>${chart}${
      points.length === 0
        ? null
        : tableHtml(
            'scatter-table',
            title,
            heads,
            rows.map((r) => rowHtml(r)),
          )
    }</figure><p class="how">${how}</p>`,
    rows: [heads, ...rows],
  };
}
