// The few numbers of a digest: each as it is now and, where it changed, as the last report had it. Hidden stays hidden.
import type { Fact, FactsDocument } from '../facts/facts-document.ts';
import { datumOf, type Facts, indexFacts } from '../pages/find-facts.ts';
import type { Words } from '../words/words.ts';

const COUNTS = ['chronic_absence', 'on_track', 'courses_passed', 'growth'] as const;

export interface Headline {
  readonly items: readonly string[];
  readonly changed: number;
}

export function headline(words: Words, document: FactsDocument, before: FactsDocument | undefined): Headline {
  const now = indexFacts(document);
  // Another school year's number is no earlier state of this one.
  const then = before?.period.label === document.period.label ? indexFacts(before) : undefined;
  const lines = [meanLine(words, now, then), ...COUNTS.map((metric) => countLine(words, metric, now, then))];
  const shown = lines.filter((line) => line !== undefined);
  return { items: shown.map((l) => l.text), changed: shown.filter((l) => l.changed).length };
}

interface Line {
  readonly text: string;
  readonly changed: boolean;
}

/** A metric that the document does not have is left out; one without a number says why. */
function countLine(
  words: Words,
  metric: (typeof COUNTS)[number],
  now: Facts,
  then: Facts | undefined,
): Line | undefined {
  const fact = now.find({ metric, aspect: 'count' });
  if (fact === undefined) return undefined;
  const name = words.say(`page.metric.${metric}`);
  const said = counted(words, fact, now.find({ metric, aspect: 'share' }));
  if (said === undefined) {
    return {
      text: words.say('notify.fact.none', { metric: name, why: datumOf(words, fact).text }),
      changed: false,
    };
  }
  const earlier = then?.find({ metric, aspect: 'count' });
  const was = earlier && counted(words, earlier, then?.find({ metric, aspect: 'share' }));
  return was === undefined || was === said
    ? { text: words.say('notify.fact.now', { metric: name, now: said }), changed: false }
    : { text: words.say('notify.fact.after', { metric: name, now: said, before: was }), changed: true };
}

/** "48 of 612 students (7.8%)" */
function counted(words: Words, count: Fact, share: Fact | undefined): string | undefined {
  if (count.value === null || count.n === null) return undefined;
  const values = { count: count.value, n: count.n };
  if (typeof share?.value !== 'number') return words.say('notify.fact.count', values);
  return words.say('notify.fact.count_share', { ...values, share: share.value });
}

function meanLine(words: Words, now: Facts, then: Facts | undefined): Line | undefined {
  const asked = { metric: 'attendance_rate', aspect: 'mean' } as const;
  const fact = now.find(asked);
  if (fact === undefined) return undefined;
  const name = words.say('page.metric.attendance_rate');
  const said = datumOf(words, fact).text;
  if (fact.value === null)
    return { text: words.say('notify.fact.none', { metric: name, why: said }), changed: false };
  const earlier = then?.find(asked);
  const was = typeof earlier?.value === 'number' ? datumOf(words, earlier).text : said;
  return was === said
    ? { text: words.say('notify.fact.now', { metric: name, now: said }), changed: false }
    : { text: words.say('notify.fact.after', { metric: name, now: said, before: was }), changed: true };
}

/** Metrics whose count is known in both documents and differs: what a mended file moved. */
export function moved(
  words: Words,
  metrics: readonly string[],
  document: FactsDocument | undefined,
  before: FactsDocument | undefined,
): string[] {
  if (document === undefined || before?.period.label !== document.period.label) return [];
  const [now, then] = [indexFacts(document), indexFacts(before)];
  return COUNTS.filter((m) => metrics.includes(m)).flatMap((metric) => {
    const line = countLine(words, metric, now, then);
    return line?.changed === true ? [line.text] : [];
  });
}
