// The narrator that needs no model: a fixed grammar over the facts, the same text for the same facts.
import type { Fact, FactsDocument } from '../facts/facts-document.ts';
import { type Words, words } from '../words/words.ts';
import {
  COUNTED,
  countOf,
  gradesOf,
  greatestChange,
  isOver,
  knownCount,
  MEASURED,
  measureOf,
  periodBefore,
  shareBeside,
} from './look.ts';
import type { Narrative, Narrator } from './narrative.ts';

export const templateNarrator: Narrator = async (facts, lang) => templateNarrative(facts, words(lang));

export function templateNarrative(d: FactsDocument, w: Words): Narrative {
  const paragraphs = [
    ...COUNTED.map((metric) => ({ about: metric, sentences: counted(d, metric, w) })),
    ...MEASURED.map((metric) => ({ about: metric, sentences: measured(d, metric, w) })),
  ].filter((p) => p.sentences.length > 0);
  return {
    headline: headline(d, w),
    paragraphs,
    cannot_say: cannotSay(d, w),
    questions: questions(
      paragraphs.map((p) => p.about),
      w,
    ),
  };
}

const were = (w: Words, metric: string, n: number) => w.say(`narrative.were.${metric}`, { n });

function headline(d: FactsDocument, w: Words): string {
  const period = d.period.label;
  const change = greatestChange(d);
  if (change !== null) {
    const { metric, now, earlier } = change;
    const n = Math.abs(now.value - earlier.value);
    const way = now.value > earlier.value ? 'more' : now.value < earlier.value ? 'fewer' : 'as_many';
    const values = { n, now: now.value, size: now.n, was: earlier.value, was_size: earlier.n };
    const told = {
      ...values,
      period,
      before: earlier.period,
      were: were(w, metric, n === 0 ? now.value : n),
    };
    if (way === 'as_many') {
      const { n: _, ...same } = told;
      return w.say('narrative.headline.as_many', same);
    }
    return w.say(`narrative.headline.${way}`, told);
  }
  const counts = COUNTED.flatMap((metric) => countOf(d, metric) ?? []);
  const known = counts.map((f) => ({ f, count: knownCount(f) })).find(({ count }) => count !== null);
  if (known?.count) return now(known.f.metric, known.count, known.f, d, w);
  const rates = MEASURED.flatMap((metric) => measureOf(d, metric) ?? []);
  const rate = rates.find((f) => f.value !== null);
  const [sentence] = rate === undefined ? [] : measured(d, rate.metric, w);
  return sentence ?? withoutNumbers(d, [...counts, ...rates], w);
}

function withoutNumbers(d: FactsDocument, facts: readonly Fact[], w: Words): string {
  const [name, period] = [d.subject.name, d.period.label];
  if (facts.some((f) => f.state === 'known')) return w.say('narrative.headline.nobody', { name, period });
  if (facts.some((f) => f.state === 'hidden')) return w.say('narrative.headline.hidden', { name });
  return facts.some((f) => f.why === 'too_early' || f.why === 'not_judged')
    ? w.say('narrative.headline.too_early', { name, period })
    : w.say('narrative.headline.no_data', { name, period });
}

function now(
  metric: string,
  { value, n, period }: { value: number; n: number; period: string },
  fact: Fact,
  d: FactsDocument,
  w: Words,
): string {
  const share = shareBeside(d, fact)?.value ?? null;
  const values = { n: value, size: n, period, were: were(w, metric, value) };
  return share === null
    ? w.say('narrative.now.count', values)
    : w.say('narrative.now.both', { ...values, share });
}

/** Sentences of a measure that counts students. */
function counted(d: FactsDocument, metric: string, w: Words): string[] {
  const fact = countOf(d, metric);
  if (fact === undefined) return [];
  const count = knownCount(fact);
  if (count === null) {
    if (fact.state === 'known') return [w.say('narrative.now.nobody', { period: fact.period.label })];
    return [
      w.say(`narrative.state.${fact.why ?? 'no_source'}`, { measure: w.say(`narrative.measure.${metric}`) }),
    ];
  }
  return [
    now(metric, count, fact, d, w),
    ...changed(d, metric, w),
    ...(fact.held_back ? [w.say('narrative.held_back', { n: fact.held_back })] : []),
    ...byGrade(d, metric, w),
  ];
}

/** Words of change only where both periods are known and over; the share is told with both, for the groups differ in size. */
function changed(d: FactsDocument, metric: string, w: Words): string[] {
  const period = periodBefore(d);
  const fact = countOf(d, metric);
  const earlierFact = countOf(d, metric, period);
  if (period === null || fact === undefined || earlierFact === undefined) return [];
  if (earlierFact.state === 'hidden') return [w.say('narrative.before.hidden', { before: period.label })];
  const [count, earlier] = [knownCount(fact), knownCount(earlierFact)];
  if (count === null || earlier === null) return [];
  const n = Math.abs(count.value - earlier.value);
  const way = count.value > earlier.value ? 'more' : 'fewer';
  const values = { before: earlier.period, was: earlier.value, was_size: earlier.n };
  if (!isOver(d)) return [w.say('narrative.before.whole', values)];
  const sentences = [
    n === 0 ? w.say('narrative.before.same', values) : w.say(`narrative.before.${way}`, { ...values, n }),
  ];
  const [share, shareBefore] = [shareBeside(d, fact)?.value, shareBeside(d, earlierFact)?.value];
  if (share == null || shareBefore == null) return sentences;
  const [to, from] = [w.percent(share), w.percent(shareBefore)];
  if (to === from) return [...sentences, w.say('narrative.share.same', { share })];
  return [
    ...sentences,
    w.say(share > shareBefore ? 'narrative.share.up' : 'narrative.share.down', {
      from: shareBefore,
      to: share,
    }),
  ];
}

function byGrade(d: FactsDocument, metric: string, w: Words): string[] {
  const grades = gradesOf(d, metric);
  if (grades.some((f) => f.state === 'hidden')) return [w.say('narrative.grades.hidden')];
  const row = [...grades].sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const [first, second] = row;
  if (first?.value == null || second?.value == null || grades.some((f) => f.value === null)) return [];
  const name = first.group?.value ?? '';
  // The largest grade has most of everything: only who has the largest share too is told of.
  const share = (f: Fact) => (f.n ? (f.value ?? 0) / f.n : 0);
  if (grades.some((f) => f !== first && share(f) >= share(first))) return [];
  if (first.value === second.value || !first.n || !/^\d+$/.test(name)) return [];
  return [w.say('narrative.grades.most', { grade: String(Number(name)), n: first.value, size: first.n })];
}

/** Sentences of a measure that is a rate, days or minutes. */
function measured(d: FactsDocument, metric: string, w: Words): string[] {
  const fact = measureOf(d, metric);
  if (fact === undefined) return [];
  const measure = w.say(`narrative.measure.${metric}`);
  if (fact.value === null) return [w.say(`narrative.state.${fact.why ?? 'no_source'}`, { measure })];
  const values = { period: fact.period.label, n: fact.value, measure };
  if (fact.unit === 'percent') return [w.say('narrative.measured.percent', values)];
  if (fact.unit === 'days') return [w.say('narrative.measured.days', values)];
  return fact.unit === 'minutes' ? [w.say('narrative.measured.minutes', values)] : [];
}

const lastDay = ({ period, run_date }: FactsDocument) => (period.to < run_date ? period.to : run_date);

function cannotSay(d: FactsDocument, w: Words): string[] {
  const late = d.sources.filter((s) => s.late);
  const oldest = late
    .filter((s) => s.last_date !== null && s.age_days !== null)
    .sort((a, b) => (b.age_days ?? 0) - (a.age_days ?? 0))[0];
  const silent = late.find((s) => s.last_date === null);
  const hidden = d.facts.filter((f) => f.state === 'hidden').length;
  const before = periodBefore(d);
  const lines = [
    ...(isOver(d) || before === null
      ? []
      : [w.say('narrative.cannot.part', { period: d.period.label, before: before.label, day: lastDay(d) })]),
    ...(oldest?.last_date == null || oldest.age_days === null
      ? []
      : [
          w.say('narrative.cannot.late', {
            source: oldest.module,
            day: oldest.last_date,
            n: oldest.age_days,
          }),
        ]),
    ...(silent ? [w.say('narrative.cannot.silent', { source: silent.module })] : []),
    ...(hidden > 0 ? [w.say('narrative.cannot.hidden', { n: hidden })] : []),
    w.say('narrative.cannot.why'),
    w.say('narrative.cannot.pairs'),
  ];
  return lines.slice(0, 2);
}

const ASKED = ['chronic_absence', 'no_contact', 'on_track', 'courses_passed', 'growth'];

function questions(metrics: readonly string[], w: Words): string[] {
  const own = ASKED.filter((m) => metrics.includes(m)).map((m) => w.say(`narrative.question.${m}`));
  const general = [
    w.say('narrative.question.supports'),
    w.say('narrative.question.families'),
    w.say('narrative.question.next'),
  ];
  return [...own, ...general].slice(0, 3);
}
