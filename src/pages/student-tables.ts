// The parts of a student's sheet that are tables, each with the sentence that stands where it would be empty.
import { type Cell, head } from '../charts/chart.ts';
import type { Words } from '../words/words.ts';
import type { Block } from './page-model.ts';
import type { StudentRecord } from './student-record.ts';

/** A table, or the sentence that says there is nothing yet. */
export function tableOr(
  none: string,
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
): Block {
  return rows.length === 0
    ? { kind: 'text', sentences: [[none]] }
    : { kind: 'table', table: { caption, columns, rows } };
}

export function courses(words: Words, record: StudentRecord): Block {
  const columns = [
    words.say('sheet.column.course'),
    words.say('sheet.column.standing'),
    words.say('sheet.column.mark'),
  ];
  return tableOr(
    words.say('sheet.courses.none'),
    words.say('sheet.courses.caption'),
    columns,
    record.courses.map((c) => [
      head(c.name),
      { text: words.say(`sheet.standing.${c.standing}`) },
      { text: c.mark ?? words.say('sheet.courses.no_mark') },
    ]),
  );
}

/** Days in person and online week by week; the calendar above it has the whole year. */
export function weeks(words: Words, record: StudentRecord): Block {
  const days = (of: { readonly days: number; readonly of: number } | null): Cell => ({
    text:
      of === null
        ? words.say('page.short.no_source')
        : words.say('sheet.weeks.days', { days: of.days, n: of.of }),
    numeric: true,
  });
  return tableOr(
    words.say('sheet.weeks.none'),
    words.say('sheet.weeks.caption'),
    [
      words.say('sheet.weeks.week'),
      words.say('sheet.weeks.here'),
      words.say('sheet.weeks.online'),
      words.say('sheet.weeks.minutes'),
    ],
    record.weeks.map((w) => [
      head(words.date(w.monday)),
      days(w.here),
      days(w.online),
      {
        text: w.minutes === null ? words.say('page.short.no_source') : words.number(w.minutes),
        numeric: true,
      },
    ]),
  );
}

export function tests(words: Words, record: StudentRecord): Block {
  return tableOr(
    words.say('sheet.tests.none'),
    words.say('sheet.tests.caption'),
    [
      words.say('sheet.tests.test'),
      words.say('sheet.column.day'),
      words.say('sheet.tests.score'),
      words.say('sheet.tests.since'),
    ],
    record.tests.map((t) => [
      head(t.name),
      { text: words.date(t.date) },
      { text: t.score, numeric: true },
      { text: t.since },
    ]),
  );
}

/** Each item of the list as it stands there: reasons, how sure, the next step, what was tried, and its day. */
export function listed(words: Words, record: StudentRecord): Block[] {
  if (record.listed.length === 0) return [{ kind: 'text', sentences: [[words.say('sheet.listed.none')]] }];
  return record.listed.flatMap((item): Block[] => [
    { kind: 'text', strong: true, sentences: [[`${item.task}:`], [item.reasons.join('; ')]] },
    { kind: 'text', sentences: [[item.sure], [item.step], [item.tried], [item.lapses]] },
  ]);
}

export function supports(words: Words, record: StudentRecord): Block {
  return tableOr(
    words.say('sheet.supports.none'),
    words.say('sheet.supports.caption'),
    [
      words.say('page.column.support'),
      words.say('sheet.column.from'),
      words.say('sheet.column.to'),
      words.say('sheet.column.who'),
      words.say('page.column.change'),
    ],
    record.supports.map((s) => [
      head(s.name),
      { text: words.date(s.from) },
      { text: s.to === null ? words.say('sheet.supports.going_on') : words.date(s.to) },
      { text: s.who },
      { text: s.since ?? words.say('page.short.too_early') },
    ]),
  );
}

export function contactLog(words: Words, record: StudentRecord): Block {
  return tableOr(
    words.say('sheet.contacts.none'),
    words.say('sheet.contacts.caption'),
    [
      words.say('sheet.column.day'),
      words.say('sheet.column.how'),
      words.say('sheet.column.who'),
      words.say('sheet.column.outcome'),
    ],
    record.contacts.map((c) => [
      head(words.date(c.date)),
      { text: c.how },
      { text: c.who },
      { text: c.outcome },
    ]),
  );
}
