// The overview of a choice as HTML, region by region: made by the server for everything, and by the browser for each filter.
import { type Html, html, made } from '../../pages/html.ts';
import { columnsSvg, scatterSvg, trendSvg } from './draw.ts';
import type { Extract } from './extract.ts';
import { type Filter, isTaught, type Numbers, numbersAt, percentOf, spanOf } from './select.ts';
import type { Talk } from './talk.ts';

export interface Region {
  readonly html: Html;
  /** Rows of its table as they are shown, the heads first; for the file. */
  readonly rows: readonly (readonly string[])[];
}

export const REGIONS = ['choice', 'cards', 'scatter', 'columns', 'pivot', 'trend', 'table'] as const;
export type Regions = Readonly<Record<(typeof REGIONS)[number], Region>>;

/** @param linkOf the page of a school */
export function overviewRegions(
  extract: Extract,
  filter: Filter,
  talk: Talk,
  linkOf: (slug: string) => string,
): Regions {
  const span = spanOf(extract, filter);
  const choice = choiceOf(extract, filter, talk);
  if (span === null) {
    const empty: Region = { html: html`<p class="empty">${talk.say('no_weeks')}</p>`, rows: [] };
    return { choice, cards: empty, scatter: empty, columns: empty, pivot: empty, trend: empty, table: empty };
  }
  return {
    choice,
    cards: cards(extract, filter, talk),
    scatter: scatter(extract, filter, talk),
    columns: columns(extract, filter, talk),
    pivot: pivot(extract, filter, talk),
    trend: trend(extract, filter, talk),
    table: schoolTable(extract, filter, talk, linkOf),
  };
}

const days = (extract: Extract, filter: Filter, talk: Talk) => {
  const span = spanOf(extract, filter) ?? { from: filter.from, to: filter.to };
  const last = new Date(`${extract.weeks[span.to]}T00:00:00Z`);
  last.setUTCDate(last.getUTCDate() + 6);
  const to = last.toISOString().slice(0, 10);
  return { from: talk.date(extract.weeks[span.from] ?? ''), to: talk.date(to) };
};

export const gradeName = (talk: Talk, grade: string): string =>
  talk.say('grade', { grade: grade.replace(/^0+(?=\d)/, '') });

function choiceOf(extract: Extract, filter: Filter, talk: Talk): Region {
  const school =
    filter.school === null ? talk.say('all_schools') : (extract.schools[filter.school]?.name ?? '');
  const grade =
    filter.grade === null ? talk.say('all_grades') : gradeName(talk, extract.grades[filter.grade] ?? '');
  const source =
    filter.source === null
      ? talk.say('all_sources')
      : sourceName(extract.sources[filter.source]?.module ?? '');
  return {
    html: html`<p>${talk.say('choice', { school, grade, source, ...days(extract, filter, talk) })}</p>`,
    rows: [],
  };
}

export const sourceName = (module: string): string =>
  module.replaceAll('_', ' ').replace(/^./, (c) => c.toUpperCase());

interface Card {
  readonly id: string;
  readonly title: string;
  readonly number: string;
  readonly lines: readonly string[];
}

function cards(extract: Extract, filter: Filter, talk: Talk): Region {
  const numbers = numbersAt(extract, filter);
  const range = talk.say('range', days(extract, filter, talk));
  const schools = extract.schools.flatMap((_, s) =>
    (filter.school === null || filter.school === s) && someone(numbersAt(extract, filter, s, filter.grade))
      ? [s]
      : [],
  );
  const grades = extract.grades.flatMap((_, g) =>
    (filter.grade === null || filter.grade === g) && someone(numbersAt(extract, filter, filter.school, g))
      ? [g]
      : [],
  );
  const target = talk.percent(extract.target);
  const list: Card[] = numbers === null ? [] : cardList(numbers);
  const rows = list.map((c) => [c.title, c.number, ...c.lines]);
  const body =
    numbers === null
      ? html`<p class="empty">${talk.say('hidden_why')}</p>`
      : html`<div class="cards">${list.map(
          (c) =>
            html`<article class="card" aria-labelledby="card-${c.id}"><h3 id="card-${c.id}">${c.title}</h3><p class="number" data-number="${c.id}">${c.number}</p>${[...c.lines, range].map((l) => html`<p>${l}</p>`)}</article>`,
        )}</div>`;
  return { html: body, rows };

  function cardList(all: Numbers): Card[] {
    const n = talk.say('n', { n: talk.number(all.students) });
    const left = all.left > 0 ? [talk.say('left', { n: talk.number(all.left) })] : [];
    const share = (part: number, whole: number) => shareText(talk, part, whole);
    const attendance = talk.say('coverage_attendance', { share: share(all.attendance, all.enrolled) });
    const reached = all.meeting !== null && all.judged !== null;
    return [
      {
        id: 'students',
        title: talk.say('card_students'),
        number: talk.number(all.students),
        lines: [attendance, ...left],
      },
      {
        id: 'grades',
        title: talk.say('card_grades'),
        number: talk.number(grades.length),
        lines: [
          talk.say('grades_shown', {
            shown: talk.number(grades.length),
            all: talk.number(extract.grades.length),
          }),
          n,
        ],
      },
      {
        id: 'schools',
        title: talk.say('card_schools'),
        number: talk.number(schools.length),
        lines: [
          talk.say('schools_shown', {
            shown: talk.number(schools.length),
            all: talk.number(extract.schools.length),
          }),
          n,
        ],
      },
      {
        id: 'in-person',
        title: talk.say('card_in_person'),
        number: share(all.inPerson, all.attendance),
        lines: [
          talk.say('days', { part: talk.number(all.inPerson), whole: talk.number(all.attendance) }),
          n,
          attendance,
          ...left,
        ],
      },
      {
        id: 'target',
        title: talk.say('card_target', { target }),
        number: reached ? talk.number(all.meeting ?? 0) : talk.say('hidden'),
        lines: reached
          ? [
              talk.say('of_judged', {
                share: share(all.meeting ?? 0, all.judged ?? 0),
                n: talk.number(all.judged ?? 0),
              }),
              attendance,
              ...left,
            ]
          : [n],
      },
      {
        id: 'online',
        title: talk.say('card_online'),
        number: share(all.digital, all.covered),
        lines: [
          talk.say('days', { part: talk.number(all.digital), whole: talk.number(all.covered) }),
          n,
          talk.say('coverage_online', { share: share(all.covered, all.enrolled) }),
          talk.say('minutes', { minutes: talk.number(all.students > 0 ? all.minutes / all.students : 0) }),
        ],
      },
      ...all.sources.map((s): Card => {
        const source = extract.sources[s.source];
        return {
          id: `source-${source?.module ?? s.source}`,
          title: talk.say('card_source', { source: sourceName(source?.module ?? '') }),
          number: share(s.digital, s.covered),
          lines: [
            talk.say('days', { part: talk.number(s.digital), whole: talk.number(s.covered) }),
            n,
            talk.say('coverage_online', { share: share(s.covered, all.enrolled) }),
            source?.timed
              ? talk.say('minutes', { minutes: talk.number(all.students > 0 ? s.minutes / all.students : 0) })
              : talk.say('no_minutes'),
          ],
        };
      }),
    ];
  }
}

const someone = (numbers: Numbers | null): boolean => numbers !== null && numbers.students > 0;

function shareText(talk: Talk, part: number, whole: number): string {
  const value = percentOf(part, whole);
  return value === null ? talk.say('none') : talk.percent(value);
}

const tableHtml = (
  id: string,
  caption: string,
  columns: readonly string[],
  body: readonly Html[],
  sort = false,
): Html =>
  html`<div class="scroll" role="group" tabindex="0" aria-label="${caption}"><table id="${id}"${made(sort ? ' data-sort' : '')}><caption>${caption}</caption><thead><tr>${columns.map((c, i) => html`<th scope="col"${made(i > 0 ? ' class="n"' : '')}>${c}</th>`)}</tr></thead><tbody>${body}</tbody></table></div>`;

const rowHtml = (cells: readonly string[], first?: Html): Html =>
  html`<tr>${cells.map((c, i) => (i === 0 ? html`<th scope="row">${first ?? c}</th>` : html`<td class="n">${c}</td>`))}</tr>`;

function scatter(extract: Extract, filter: Filter, talk: Talk): Region {
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
    const x = numbers && percentOf(numbers.inPerson, numbers.attendance);
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

function columns(extract: Extract, filter: Filter, talk: Talk): Region {
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
        students: numbers === null ? talk.say('hidden') : talk.number(numbers.students),
        inPerson: side(numbers?.inPerson, numbers?.attendance),
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

function pivot(extract: Extract, filter: Filter, talk: Talk): Region {
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
        : `${shareText(talk, numbers.inPerson, numbers.attendance)} / ${shareText(talk, numbers.digital, numbers.covered)} (${talk.number(numbers.students)})`;
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

function trend(extract: Extract, filter: Filter, talk: Talk): Region {
  const span = spanOf(extract, filter) ?? { from: 0, to: -1 };
  const weeks = extract.weeks.slice(span.from, span.to + 1).map((week, i) => {
    const at = span.from + i;
    const numbers = numbersAt(extract, { ...filter, from: at, to: at });
    return {
      name: talk.date(week),
      short: talk.day(week),
      inPerson: numbers && percentOf(numbers.inPerson, numbers.attendance),
      online: numbers && percentOf(numbers.digital, numbers.covered),
      students: numbers?.students ?? null,
      off: extract.daysOff[String(at)] ?? [],
    };
  });
  const target = talk.percent(extract.target);
  const title = talk.say('trend', { target });
  const heads = [
    talk.say('week'),
    talk.say('in_person'),
    talk.say('online'),
    talk.say('students'),
    talk.say('day_off'),
  ];
  const shown = (v: number | null) => (v === null ? talk.say('none') : talk.percent(v));
  const rows = weeks.map((w) => [
    w.name,
    shown(w.inPerson),
    shown(w.online),
    w.students === null ? talk.say('hidden') : talk.number(w.students),
    w.off.map((d) => d.name ?? talk.date(d.day)).join(', '),
  ]);
  const anything = weeks.some((w) => w.inPerson !== null || w.online !== null);
  const chart = anything
    ? trendSvg(
        {
          title,
          what: title,
          inPerson: talk.say('in_person'),
          online: talk.say('online'),
          target: talk.say('target_line', { target }),
          holiday: talk.say('holiday'),
        },
        weeks.map((w) => ({ ...w, name: w.short, off: w.off.length > 0 })),
        extract.target,
      )
    : html`<p class="empty">${talk.say('hidden_why')}</p>`;
  return {
    html: html`<figure class="wide">${chart}<details><summary>${talk.say('weeks_table')}</summary>${tableHtml(
      'trend-table',
      talk.say('weeks_table'),
      heads,
      rows.map((r) => rowHtml(r)),
    )}</details></figure>`,
    rows: [heads, ...rows],
  };
}

function schoolTable(extract: Extract, filter: Filter, talk: Talk, linkOf: (slug: string) => string): Region {
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
            shareText(talk, numbers.inPerson, numbers.attendance),
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
