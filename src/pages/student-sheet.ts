// The sheet that a counsellor takes to a talk: strengths first, then why a check-in, days, courses, tests, supports, contacts, and the student's own voice.
import type { FactsDocument } from '../facts/facts-document.ts';
import { common, contactsOf } from './closing.ts';
import { missedDays, numberRow, yearNumbers, yearOfDays } from './days.ts';
import { indexFacts } from './find-facts.ts';
import type { PageModel } from './page-model.ts';
import type { PageSetting } from './setting.ts';
import type { Names, StudentRecord } from './student-record.ts';
import { contactLog, courses, listed, supports, tableOr, tests, weeks } from './student-tables.ts';

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
