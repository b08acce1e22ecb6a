// The cards of the overview: each number with its n, its days, and how many students a source covers.
import { html } from '../../pages/html.ts';
import type { Extract } from './extract.ts';
import { days, type Region, shareText, sourceName } from './region.ts';
import { type Filter, type Numbers, numbersAt } from './select.ts';
import type { Talk } from './talk.ts';

interface Card {
  readonly id: string;
  readonly title: string;
  readonly number: string;
  readonly lines: readonly string[];
}

export function cards(extract: Extract, filter: Filter, talk: Talk): Region {
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
        number: share(all.inPerson, all.inPersonOf),
        lines: [
          talk.say('days', { part: talk.number(all.inPerson), whole: talk.number(all.inPersonOf) }),
          ...(all.weeksLeft > 0 ? [talk.say('weeks_left', { n: talk.number(all.weeksLeft) })] : []),
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
