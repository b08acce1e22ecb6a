// The days of one student: missed days with the reasons that are known, and the calendar of the year.

import { calendarStrip } from '../charts/calendar-strip.ts';
import { type Chart, type Datum, head } from '../charts/chart.ts';
import type { Words } from '../words/words.ts';
import { datumOf, type Facts, reasonOf } from './find-facts.ts';
import { type Sentence, sentence } from './sentence.ts';
import type { StudentRecord } from './student-record.ts';

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** "Missed 9 days so far this year", then each reason with its number. */
export function missedDays(words: Words, facts: Facts): Sentence[] {
  const all = facts.find({ metric: 'days_missed', aspect: 'total' });
  if (all?.value == null) return [sentence(words, 'sheet.days.missing', { why: reasonOf(words, all) })];
  const total = sentence(words, 'sheet.days.missed', { n: all.value, days: datumOf(words, all) });
  const reasons = facts.document.facts.filter(
    (f) => f.metric === 'days_missed' && f.group?.by === 'reason' && f.period.label === all.period.label,
  );
  return [
    total,
    ...reasons.map((f) =>
      sentence(words, 'sheet.days.reason', {
        reason: kindOfAbsence(words, f.group?.value ?? ''),
        n: f.value ?? 0,
        days: datumOf(words, f),
      }),
    ),
  ];
}

/** The usual kinds in words; a district's own as it writes them. */
function kindOfAbsence(words: Words, value: string): string {
  const key = `sheet.absence.${value}`;
  return words.has(key) ? words.say(key) : value;
}

export function yearOfDays(words: Words, facts: Facts, record: StudentRecord): Chart {
  const short = new Intl.DateTimeFormat(words.lang, { month: 'short', timeZone: 'UTC' });
  const kinds = {
    present: words.say('sheet.day.present'),
    part: words.say('sheet.day.part'),
    absent: words.say('sheet.day.absent'),
    no_data: words.say('sheet.day.no_data'),
  };
  return calendarStrip(
    {
      id: 'days',
      title: words.say('sheet.days.chart', { period: facts.document.period.label }),
      description: words.say('sheet.days.description'),
      empty: words.say('sheet.days.empty'),
      caption: words.say('sheet.days.caption'),
      columns: [words.say('sheet.column.month'), kinds.present, kinds.part, kinds.absent, kinds.no_data],
      kinds,
      months: MONTHS.map((m) => short.format(Date.UTC(2026, m - 1, 1))),
    },
    record.days,
  );
}

/** This year's numbers beside last year's. */
export function yearNumbers(
  words: Words,
  facts: Facts,
): readonly { name: string; now: Datum; before: Datum }[] {
  const { period, facts: all } = facts.document;
  const mine = all.filter((f) => f.group === null && f.about.key === facts.document.subject.key);
  const before = [...new Map(mine.map((f) => [f.period.label, f.period])).values()]
    .filter((p) => p.to < period.from)
    .sort((a, b) => b.from.localeCompare(a.from))[0];
  return mine
    .filter((f) => f.period.label === period.label)
    .map((f) => ({
      name: words.has(`page.metric.${f.metric}`)
        ? words.say(`page.metric.${f.metric}`)
        : f.metric.replaceAll('_', ' '),
      now: datumOf(words, f),
      before: datumOf(
        words,
        before && facts.find({ metric: f.metric, aspect: f.aspect, period: before.label }),
      ),
    }));
}

export const numberRow = ({ name, now, before }: { name: string; now: Datum; before: Datum }) => [
  head(name),
  { text: now.text, receipt: now.receipt, numeric: now.state === 'known' },
  { text: before.text, receipt: before.receipt, numeric: before.state === 'known' },
];
