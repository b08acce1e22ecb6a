// Who is not yet served, and what was tried: counts only, never names, and no claim that one thing made another.
import { type Cell, cell, head } from '../charts/chart.ts';
import type { Words } from '../words/words.ts';
import { datumOf, type Facts, reasonOf } from './find-facts.ts';
import type { Block, Zone } from './page-model.ts';
import { type Sentence, sentence } from './sentence.ts';

function counted(words: Words, facts: Facts, metric: 'no_contact' | 'check_in_list'): Sentence {
  const fact = facts.find({ metric, aspect: 'count' });
  if (fact?.value == null) {
    const why = reasonOf(words, fact);
    return metric === 'no_contact'
      ? sentence(words, 'page.served.no_contact_missing', { why })
      : sentence(words, 'page.served.list_missing', { why });
  }
  const values = { n: fact.n ?? fact.value, count: datumOf(words, fact) };
  return metric === 'no_contact'
    ? sentence(words, 'page.served.no_contact', values)
    : sentence(words, 'page.served.list', values);
}

export function notYetServed(words: Words, facts: Facts): Zone {
  return {
    id: 'not-yet-served',
    title: words.say('page.served.title'),
    half: true,
    blocks: [
      { kind: 'list', items: [counted(words, facts, 'no_contact'), counted(words, facts, 'check_in_list')] },
    ],
  };
}

/** At most three supports, as the district names them. */
export function whatWeTried(words: Words, facts: Facts): Zone {
  const { subject, facts: all } = facts.document;
  const names = new Set(
    all.flatMap((f) =>
      f.metric === 'support_reached' && f.about.key === subject.key ? (f.group?.value ?? []) : [],
    ),
  );
  const rows = [...names].slice(0, 3).map((value): Cell[] => [
    head(value),
    ...['support_reached', 'support_completed', 'support_change'].map((metric) =>
      cell(
        datumOf(
          words,
          facts.find({
            metric,
            aspect: metric === 'support_change' ? 'mean' : 'count',
            group: { by: 'support', value },
          }),
        ),
      ),
    ),
  ]);
  const blocks: Block[] =
    rows.length === 0
      ? [{ kind: 'text', sentences: [[words.say('page.tried.none')]] }]
      : [
          {
            kind: 'table',
            table: {
              caption: words.say('page.tried.caption'),
              columns: [
                words.say('page.column.support'),
                words.say('page.column.reached'),
                words.say('page.column.completed'),
                words.say('page.column.change'),
              ],
              rows,
            },
          },
          { kind: 'text', sentences: [[words.say('page.tried.note')]] },
        ];
  return { id: 'tried', title: words.say('page.tried.title'), half: true, blocks };
}
