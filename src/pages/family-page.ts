// The page for a family: what goes well, days missed, what school does, what helps at home, whom to call. No ranks, no scores.
import type { FactsDocument } from '../facts/facts-document.ts';
import { common, contactsOf } from './closing.ts';
import { missedDays, yearOfDays } from './days.ts';
import { indexFacts } from './find-facts.ts';
import type { PageModel } from './page-model.ts';
import { type Sentence, sentence } from './sentence.ts';
import type { PageSetting } from './setting.ts';
import type { Names, StudentRecord } from './student-record.ts';

/** @param names null for a page without the student's name */
export function familyPage(
  document: FactsDocument,
  record: StudentRecord,
  names: Names | null,
  setting: PageSetting,
): PageModel {
  const { words, narrative } = setting;
  const facts = indexFacts(document);
  const name = names?.student ?? words.say('family.unnamed');
  const school = document.within.findLast((s) => s.kind === 'school') ?? document.district;
  const going = record.supports.filter((s) => s.to === null);
  const supports = going.map(
    (s): Sentence => sentence(words, 'family.school.support', { name: s.name, who: s.who, day: s.from }),
  );
  const learning = record.courses.filter((c) => c.standing === 'not_yet');
  return {
    ...common(setting, facts),
    kind: 'family',
    title: words.say('family.title', { name }),
    kicker: school.name,
    name: words.say('family.title', { name }),
    mark: words.say('family.mark'),
    headline: narrative.headline,
    zones: [
      {
        id: 'well',
        title: words.say('family.well.title'),
        blocks: [
          {
            kind: 'list',
            items:
              record.strengths.length === 0
                ? [[words.say('family.well.none')]]
                : record.strengths.map((s) => [s]),
          },
        ],
      },
      {
        id: 'missed',
        title: words.say('family.days.title'),
        blocks: [
          { kind: 'list', items: [...missedDays(words, facts), [words.say('family.days.why')]] },
          { kind: 'chart', chart: yearOfDays(words, facts, record) },
        ],
      },
      {
        id: 'learning',
        title: words.say('family.learning.title'),
        half: true,
        blocks: [
          {
            kind: 'list',
            items:
              learning.length === 0
                ? [[words.say('family.learning.all')]]
                : learning.map((c) => sentence(words, 'family.learning.not_yet', { course: c.name })),
          },
        ],
      },
      {
        id: 'school',
        title: words.say('family.school.title'),
        half: true,
        blocks: [
          { kind: 'list', items: supports.length === 0 ? [[words.say('family.school.none')]] : supports },
        ],
      },
      {
        id: 'home',
        title: words.say('family.home.title'),
        blocks: [
          {
            kind: 'list',
            items: [
              [words.say('family.home.bedtime')],
              [words.say('family.home.tell')],
              [words.say('family.home.visits')],
              [words.say('family.home.ask')],
            ],
          },
        ],
      },
      {
        id: 'call',
        title: words.say('family.call.title'),
        blocks: [
          contactsOf(setting),
          {
            kind: 'text',
            sentences: [[words.say('family.call.wrong')], [words.say('family.call.language')]],
          },
        ],
      },
    ],
    foot: [],
  };
}
