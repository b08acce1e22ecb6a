// The parts of a student's sheet that no other page has: days, weeks, courses, tests, contacts, why a check-in, and strengths.
import type { ItemWords } from '../checkin/item-words.ts';
import type { StudentRecord } from '../pages/student-record.ts';
import type { Words } from '../words/words.ts';
import type { StudentRows } from './student-rows.ts';

/** School days that "lately" looks back. */
const LATELY = 20;
/** A person calls it a strength from here on. */
const HIGH_MARK = 80;
const ONLINE = 0.6;

/** The year's calendar has the weeks before. */
const WEEKS = 12;
/** Of a test, the last results. */
const TESTS = 3;

/**
 * @param target the district's attendance target, 0 to 1
 * @param items of the check-in list, the first first
 */
export function studentRecord(
  rows: StudentRows,
  year: number,
  words: Words,
  target: number,
  items: readonly ItemWords[],
): StudentRecord {
  const told = items.flatMap((i) => (i.strength === null ? [] : [i.strength.text]));
  return {
    strengths: [...new Set([...strengths(rows, year, words, target), ...told])],
    weeks: rows.weeks.slice(0, WEEKS).map((w) => ({
      monday: w.week,
      here:
        w.in_person_days === null || w.attendance_days === 0
          ? null
          : { days: w.in_person_days, of: w.attendance_days },
      online: w.covered_days === 0 ? null : { days: w.digital_days, of: w.covered_days },
      // Days without a minute: the source counts none.
      minutes:
        w.covered_days === 0 || (w.digital_days > 0 && w.digital_minutes === 0) ? null : w.digital_minutes,
    })),
    tests: tests(rows, words),
    listed: items.map(({ task, reasons, sure, step, tried, lapses }) => ({
      task,
      reasons: reasons.map((r) => r.text),
      sure,
      step,
      tried,
      lapses,
    })),
    days: rows.days.map(({ date, taken, fraction }) => ({ date, kind: dayKind(taken, fraction) })),
    courses: rows.courses.map(({ name, mark, passing_mark }) => ({
      name,
      mark: mark === null ? null : words.number(Math.round(mark)),
      standing:
        mark === null || passing_mark === null ? 'no_mark' : mark >= passing_mark ? 'passing' : 'not_yet',
    })),
    supports: [],
    contacts: rows.contacts.map(({ date, kind, code, who }) => ({
      date,
      how: words.say(`sheet.kind.${kind}`),
      who,
      outcome: code === null ? '' : words.say(`sheet.note.${code}`),
    })),
  };
}

/** Each result beside the one before of the same test; a change within the test's own error is none. */
function tests({ tests: all }: StudentRows, words: Words): StudentRecord['tests'] {
  return [...Map.groupBy(all, (t) => t.name)].flatMap(([name, results]) =>
    results.slice(0, TESTS).map((now, i) => {
      const before = results[i + 1];
      return {
        name,
        date: now.date,
        score: words.number(now.score),
        since: before === undefined ? words.say('sheet.tests.first') : changeSince(before, now, words),
      };
    }),
  );
}

type Result = StudentRows['tests'][number];

function changeSince(before: Result, now: Result, words: Words): string {
  const change = now.score - before.score;
  const error = Math.max(now.standard_error ?? 0, before.standard_error ?? 0);
  const day = before.date;
  if (Math.abs(change) <= error) return words.say('sheet.tests.same', { day });
  return words.say(change > 0 ? 'sheet.tests.more' : 'sheet.tests.fewer', { n: Math.abs(change), day });
}

function dayKind(taken: boolean, fraction: number | null): StudentRecord['days'][number]['kind'] {
  if (!taken || fraction === null) return 'no_data';
  if (fraction >= 1) return 'present';
  return fraction > 0 ? 'part' : 'absent';
}

function strengths(rows: StudentRows, year: number, words: Words, target: number): string[] {
  const told: string[] = [];
  const known = rows.days.filter((d) => d.taken && d.fraction !== null).slice(-LATELY);
  const here = known.filter((d) => (d.fraction ?? 0) > 0.5).length;
  if (known.length === LATELY && here >= target * known.length)
    told.push(words.say('sheet.strength.here', { here, days: known.length }));
  const high = rows.courses.filter((c) => (c.mark ?? 0) >= HIGH_MARK).slice(0, 3);
  if (high.length > 0) told.push(words.say('sheet.strength.marks', { courses: high.map((c) => c.name) }));
  const now = rows.years.find((y) => y.school_year === year);
  if (now?.covered_days && now.digital_days !== null && now.digital_days >= ONLINE * now.covered_days)
    told.push(words.say('sheet.strength.online', { online: now.digital_days, days: now.covered_days }));
  return told;
}
