// The parts that every page ends with: what the numbers cannot say, questions with room to write, and the foot.
import type { FactsDocument } from '../facts/facts-document.ts';
import { LANGUAGE_NAMES } from '../words/languages.ts';
import type { Words } from '../words/words.ts';
import { datumOf, type Facts, versionCode } from './find-facts.ts';
import type { Block, PageModel, ReceiptLine, Zone } from './page-model.ts';
import type { PageSetting } from './setting.ts';

export function cannotSay({ words, narrative }: PageSetting): Zone {
  return {
    id: 'cannot-say',
    title: words.say('page.cannot.title'),
    blocks: [
      {
        kind: 'list',
        items: [...narrative.cannot_say.map((s) => [s]), [words.say('page.cannot.associations')]],
      },
    ],
  };
}

/** What the narrator says measure by measure; the sheet has the same in its facts. Null when it says nothing more. */
export function inWords({ words, narrative }: PageSetting): Zone | null {
  const blocks = narrative.paragraphs.map(
    (p): Block => ({ kind: 'text', sentences: p.sentences.map((s) => [s]) }),
  );
  return blocks.length === 0
    ? null
    : { id: 'in-words', title: words.say('page.in_words'), blocks, onPaper: false };
}

export function nextQuestions({ words, narrative }: PageSetting): Zone {
  return {
    id: 'next',
    title: words.say('page.next.title'),
    blocks: narrative.questions
      .slice(0, 3)
      .map((label): Block => ({ kind: 'write', label, owner: words.say('page.next.owner'), lines: 0 })),
  };
}

export function contactsOf({ words, contacts }: PageSetting): Block {
  return {
    kind: 'terms',
    items:
      contacts.length === 0
        ? [{ term: words.say('page.foot.contact'), text: [words.say('page.foot.no_contact')] }]
        : contacts.map((c) => ({ term: c.name, text: [c.reach] })),
  };
}

/** How old the data of each source are: an old number never stands without its age. */
export function agesOf(words: Words, document: FactsDocument): PageModel['ages'] {
  const named = document.sources.map((s) => ({
    ...s,
    source: `${s.module} ${s.table}`.replaceAll('_', ' '),
  }));
  const fresh = Map.groupBy(
    named.filter((s) => !s.late && s.last_date !== null),
    (s) => s.last_date ?? '',
  );
  const days = [...fresh].sort(([a], [b]) => b.localeCompare(a));
  return [
    ...days.map(([day, of]) => ({
      text: words.say('page.ages.fresh', { day, sources: of.map((s) => s.source) }),
      late: false,
    })),
    ...named
      .filter((s) => s.late || s.last_date === null)
      .map(({ source, last_date, age_days }) => ({
        text:
          last_date === null
            ? words.say('page.ages.never', { source })
            : words.say('page.ages.late', { source, day: last_date, n: age_days ?? 0 }),
        late: true,
      })),
  ];
}

/** One line for each number that the page may show. */
export function receiptLines(words: Words, facts: Facts): ReceiptLine[] {
  return facts.document.facts.map((fact) => {
    const metric = words.has(`page.metric.${fact.metric}`)
      ? words.say(`page.metric.${fact.metric}`)
      : fact.metric.replaceAll('_', ' ');
    const about = fact.about.key === facts.document.subject.key ? [] : [fact.about.name];
    const parts = [metric, ...about, ...(fact.group === null ? [] : [fact.group.value]), fact.period.label];
    return { receipt: fact.receipt, says: `${parts.join(', ')}: ${datumOf(words, fact).text}` };
  });
}

export function common(
  setting: PageSetting,
  facts: Facts,
): Pick<
  PageModel,
  | 'lang'
  | 'about'
  | 'agesTitle'
  | 'ages'
  | 'receiptsTitle'
  | 'receiptsNote'
  | 'receiptsOpen'
  | 'footTitle'
  | 'receipts'
  | 'languages'
  | 'languagesTitle'
  | 'skip'
  | 'pageOf'
  | 'moreGroups'
> {
  const { words } = setting;
  const { document } = facts;
  return {
    lang: words.lang,
    about: [
      words.say('page.head.period', { period: document.period.label }),
      words.say('page.head.printed', { day: setting.printed }),
      words.say('page.head.code', { code: versionCode(document) }),
    ],
    agesTitle: words.say('page.ages.title'),
    ages: agesOf(words, document),
    receiptsTitle: words.say('page.receipts.title'),
    footTitle: words.say('page.foot.title'),
    receiptsOpen: words.say('page.receipts.open'),
    receiptsNote: words.say('page.receipts.note', { address: setting.receiptsAt }),
    receipts: receiptLines(words, facts),
    languages: setting.others.map((o) => ({ ...o, name: LANGUAGE_NAMES[o.lang] })),
    languagesTitle: words.say('page.foot.languages'),
    skip: words.say('page.head.skip'),
    moreGroups: (n) => words.say('page.groups.more', { n }),
    pageOf: words.say('page.foot.page'),
  };
}
