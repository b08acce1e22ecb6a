// Week by week: in person and online against the target, with the days off.
import { html } from '../../pages/html.ts';
import { trendSvg } from './draw.ts';
import type { Extract } from './extract.ts';
import { type Region, rowHtml, tableHtml } from './region.ts';
import { type Filter, numbersAt, percentOf, spanOf } from './select.ts';
import type { Talk } from './talk.ts';

export function trend(extract: Extract, filter: Filter, talk: Talk): Region {
  const span = spanOf(extract, filter) ?? { from: 0, to: -1 };
  const weeks = extract.weeks.slice(span.from, span.to + 1).map((week, i) => {
    const at = span.from + i;
    const numbers = numbersAt(extract, { ...filter, from: at, to: at });
    return {
      name: talk.date(week),
      short: talk.day(week),
      inPerson: numbers && percentOf(numbers.inPerson, numbers.inPersonOf),
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
