// The four facts of a school: number of students, share, last year, a five-year line, and similar schools as dots.
import type { Chart, Datum } from '../charts/chart.ts';
import { fiveYearLine } from '../charts/five-year-line.ts';
import { similarSchools } from '../charts/similar-schools.ts';
import type { Subject } from '../facts/facts-document.ts';
import type { Words } from '../words/words.ts';
import { datumOf, type Facts, reasonOf, yearsOf } from './find-facts.ts';
import type { Block, Zone } from './page-model.ts';
import { type Sentence, sentence } from './sentence.ts';

export const FOUR_FACTS = ['chronic_absence', 'on_track', 'courses_passed', 'growth'] as const;

/** Other schools that the document compares with, each once, by name. */
function otherSchools(facts: Facts, metric: string): Subject[] {
  const { subject, facts: all } = facts.document;
  const found = new Map(
    all
      .filter((f) => f.metric === metric && f.about.kind === 'school' && f.about.key !== subject.key)
      .map((f) => [f.about.key, f.about]),
  );
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name));
}

function line(words: Words, facts: Facts, metric: string): Chart {
  const name = words.say(`page.metric.${metric}`);
  const years = yearsOf(facts.document).map((period) => ({
    year: period.label,
    ...datumOf(words, facts.find({ metric, aspect: 'share', period: period.label })),
  }));
  const [now, before] = [years.at(-1), years.at(-2)];
  const title =
    now?.state === 'known' && before?.state === 'known'
      ? words.say('page.line.title', { metric: name, now: now.text, before: before.text })
      : words.say('page.line.plain', { metric: name });
  return fiveYearLine(
    {
      id: `line-${metric.replaceAll('_', '-')}`,
      title,
      description: words.say('page.line.description', { n: years.length }),
      empty: words.say('page.line.empty', {
        why: reasonOf(words, facts.find({ metric, aspect: 'share' })),
      }),
      caption: words.say('page.line.caption', { metric: name }),
      columns: [words.say('page.column.year'), words.say('page.column.share')],
    },
    years,
  );
}

function peers(words: Words, facts: Facts, metric: string): Chart | null {
  const others = otherSchools(facts, metric);
  if (others.length === 0) return null;
  const name = words.say(`page.metric.${metric}`);
  const { subject } = facts.document;
  const all = [subject, ...others].map((s) => ({
    name: s.name,
    here: s.key === subject.key,
    ...datumOf(words, facts.find({ metric, aspect: 'share', about: s.key })),
  }));
  const values = all
    .filter((s) => !s.here && s.value !== null)
    .sort((a, b) => (a.value ?? 0) - (b.value ?? 0));
  const [low, high] = [values[0], values.at(-1)];
  const kind = subject.kind === 'district' ? 'district' : 'school';
  return similarSchools(
    {
      id: `schools-${metric.replaceAll('_', '-')}`,
      title:
        low === undefined || high === undefined
          ? words.say('page.schools.plain', { metric: name })
          : low.text === high.text
            ? words.say('page.schools.one', { metric: name, low: low.text })
            : words.say('page.schools.title', { metric: name, low: low.text, high: high.text }),
      description: words.say(kind === 'district' ? 'page.schools.district' : 'page.schools.school', {
        n: others.length,
      }),
      empty: words.say('page.schools.empty'),
      caption: words.say('page.schools.caption', { metric: name }),
      columns: [words.say('page.column.school'), words.say('page.column.share')],
    },
    all,
  );
}

function lines(words: Words, facts: Facts, metric: string): Sentence[] {
  const share = facts.find({ metric, aspect: 'share' });
  const said: Sentence[] = [];
  if (share?.state === 'known' && share.n !== null) {
    const size: Datum = {
      state: 'known',
      value: share.n,
      text: words.number(share.n),
      receipt: share.receipt,
    };
    said.push(sentence(words, 'page.fact.share', { share: datumOf(words, share), size }));
  } else {
    said.push([reasonOf(words, share)]);
  }
  const before = yearsOf(facts.document).at(-2)?.label;
  const last = before === undefined ? undefined : facts.find({ metric, aspect: 'share', period: before });
  const lastCount =
    before === undefined ? undefined : facts.find({ metric, aspect: 'count', period: before });
  const missing = share?.value == null && last?.value == null && share?.why === last?.why;
  if (last !== undefined && !missing) {
    said.push(
      last.value === null || lastCount?.value == null
        ? sentence(words, 'page.fact.last_missing', {
            why: words.say(`page.short.${last.why ?? lastCount?.why ?? 'no_source'}`),
          })
        : sentence(words, 'page.fact.last', {
            n: lastCount.value,
            count: datumOf(words, lastCount),
            share: datumOf(words, last),
          }),
    );
  }
  if (share?.held_back) said.push(sentence(words, 'page.fact.held', { n: share.held_back }));
  return said;
}

function fact(words: Words, facts: Facts, metric: string): Block {
  const count = facts.find({ metric, aspect: 'count' });
  const compared = peers(words, facts, metric);
  return {
    kind: 'fact',
    title: words.say(`page.metric.${metric}`),
    known: count?.value != null,
    number:
      count?.value == null
        ? [datumOf(words, count).text]
        : sentence(words, 'page.fact.students', { n: count.value, count: datumOf(words, count) }),
    lines: lines(words, facts, metric),
    charts: [line(words, facts, metric), ...(compared === null ? [] : [compared])],
  };
}

export function fourFacts(words: Words, facts: Facts): Zone {
  return {
    id: 'facts',
    title: words.say('page.fact.title'),
    blocks: FOUR_FACTS.map((metric) => fact(words, facts, metric)),
  };
}
