// The page of a school or a district: one sheet that a principal carries to a meeting (zones in reading order).
import type { FactsDocument } from '../facts/facts-document.ts';
import type { Words } from '../words/words.ts';
import { cannotSay, common, contactsOf, inWords, nextQuestions } from './closing.ts';
import { indexFacts } from './find-facts.ts';
import { FOUR_FACTS, fourFacts } from './four-facts.ts';
import { gradesZone, groupsZone } from './groups.ts';
import type { Block, PageModel } from './page-model.ts';
import { notYetServed, whatWeTried } from './served.ts';
import type { PageSetting } from './setting.ts';

function definitions(words: Words, setting: PageSetting): Block {
  return {
    kind: 'terms',
    items: FOUR_FACTS.map((metric) => ({
      term: words.say(`page.metric.${metric}`),
      text: [
        metric === 'chronic_absence'
          ? words.say('page.absence_means', { share: setting.limits.chronicAbsence })
          : words.say(`page.means.${metric}`),
      ],
    })),
  };
}

/** @throws WordsError when a text is missing in the setting's language */
export function schoolPage(document: FactsDocument, setting: PageSetting): PageModel {
  const { words, narrative } = setting;
  const facts = indexFacts(document);
  const kind = document.subject.kind === 'district' ? 'district' : 'school';
  const said = inWords(setting);
  const grades = gradesZone(words, facts);
  return {
    ...common(setting, facts),
    kind,
    title: words.say('page.head.title', { name: document.subject.name, period: document.period.label }),
    kicker:
      kind === 'district'
        ? words.say('page.head.district')
        : words.say('page.head.school', { district: document.district.name }),
    name: document.subject.name,
    mark: null,
    headline: narrative.headline,
    zones: [
      fourFacts(words, facts),
      ...(said === null ? [] : [said]),
      notYetServed(words, facts),
      whatWeTried(words, facts),
      // Groups are told school by school; the district's page has the schools beside each other instead.
      ...(kind === 'school' ? [groupsZone(words, facts)] : []),
      ...(grades === null ? [] : [grades]),
      cannotSay(setting),
      nextQuestions(setting),
    ],
    foot: [definitions(words, setting), contactsOf(setting)],
  };
}
