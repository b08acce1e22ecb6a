// The sheet that a counsellor takes to a talk: strengths first, then why a check-in, days, courses, tests, supports, contacts, and the student's own voice.
import { type Cell, head } from '../charts/chart.ts';
import type { FactsDocument } from '../facts/facts-document.ts';
import type { Words } from '../words/words.ts';
import { common, contactsOf } from './closing.ts';
import { missedDays, numberRow, yearNumbers, yearOfDays } from './days.ts';
import { indexFacts } from './find-facts.ts';
import type { Block, PageModel } from './page-model.ts';
import type { PageSetting } from './setting.ts';
import type { Names, StudentRecord } from './student-record.ts';

/** A table, or the sentence that says there is nothing yet. */
function tableOr(
  none: string,
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
): Block {
  return rows.length === 0
    ? { kind: 'text', sentences: [[none]] }
    : { kind: 'table', table: { caption, columns, rows } };
}

function courses(words: Words, record: StudentRecord): Block {
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
function weeks(words: Words, record: StudentRecord): Block {
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

function tests(words: Words, record: StudentRecord): Block {
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
function listed(words: Words, record: StudentRecord): Block[] {
  if (record.listed.length === 0) return [{ kind: 'text', sentences: [[words.say('sheet.listed.none')]] }];
  return record.listed.flatMap((item): Block[] => [
    { kind: 'text', strong: true, sentences: [[`${item.task}:`], [item.reasons.join('; ')]] },
    { kind: 'text', sentences: [[item.sure], [item.step], [item.tried], [item.lapses]] },
  ]);
}

function supports(words: Words, record: StudentRecord): Block {
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

function contactLog(words: Words, record: StudentRecord): Block {
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

/** @param names null for a sheet without the student's name */
export function studentSheet(
  document: FactsDocument,
  record: StudentRecord,
  names: Names | null,
  setting: PageSetting,
): PageModel {
  const { words, narrative } = setting;
  const facts = indexFacts(document);
  const name = names?.student ?? words.say('sheet.unnamed', { key: document.subject.key });
  const school = document.within.findLast((s) => s.kind === 'school') ?? document.district;
  return {
    ...common(setting, facts),
    kind: 'student',
    title: words.say('sheet.title', { name }),
    kicker: words.say('sheet.kicker', { school: school.name }),
    name,
    mark: words.say('sheet.mark'),
    headline: narrative.headline,
    zones: [
      {
        id: 'strengths',
        title: words.say('sheet.strengths.title'),
        blocks:
          record.strengths.length === 0
            ? [{ kind: 'write', label: words.say('sheet.strengths.ask'), owner: null, lines: 2 }]
            : [{ kind: 'list', items: record.strengths.map((s) => [s]) }],
      },
      { id: 'listed', title: words.say('sheet.listed.title'), blocks: listed(words, record) },
      {
        id: 'missed',
        title: words.say('sheet.days.title'),
        half: true,
        blocks: [
          { kind: 'list', items: missedDays(words, facts) },
          { kind: 'chart', chart: yearOfDays(words, facts, record) },
        ],
      },
      {
        id: 'numbers',
        title: words.say('sheet.numbers.title'),
        half: true,
        blocks: [
          tableOr(
            words.say('sheet.numbers.none'),
            words.say('sheet.numbers.caption'),
            [words.say('sheet.column.what'), words.say('sheet.column.now'), words.say('sheet.column.before')],
            yearNumbers(words, facts).map(numberRow),
          ),
        ],
      },
      // The calendar tells paper of the weeks.
      { id: 'weeks', title: words.say('sheet.weeks.title'), onPaper: false, blocks: [weeks(words, record)] },
      { id: 'courses', title: words.say('sheet.courses.title'), blocks: [courses(words, record)] },
      { id: 'tests', title: words.say('sheet.tests.title'), blocks: [tests(words, record)] },
      { id: 'supports', title: words.say('sheet.supports.title'), blocks: [supports(words, record)] },
      { id: 'contacts', title: words.say('sheet.contacts.title'), blocks: [contactLog(words, record)] },
      {
        id: 'voice',
        title: words.say('sheet.voice.title'),
        blocks: [{ kind: 'write', label: words.say('sheet.voice.ask'), owner: null, lines: 4 }],
      },
    ],
    foot: [{ kind: 'text', sentences: [[words.say('sheet.not_used')]] }, contactsOf(setting)],
  };
}
