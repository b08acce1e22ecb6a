// The parts of a student's sheet that are no numbers: days by kind, courses by standing, contacts, and strengths by fixed rules.
import type { StudentRecord } from '../pages/student-record.ts';
import type { Words } from '../words/words.ts';
import type { StudentRows } from './student-rows.ts';

/** School days that "lately" looks back. */
const LATELY = 20;
/** A person calls it a strength from here on. */
const HIGH_MARK = 80;
const ONLINE = 0.6;

/** @param target the district's attendance target, 0 to 1 */
export function studentRecord(rows: StudentRows, year: number, words: Words, target: number): StudentRecord {
  return {
    strengths: strengths(rows, year, words, target),
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
