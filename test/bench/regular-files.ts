// Writes the two large regular files of the bench: attendance in the SIS's layout and activity in the portal's, seeded.
import { closeSync, existsSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stream } from '../../src/simulate/random.ts';
import { participationHeader } from '../../src/simulate/vendors/clever-reports.ts';
import { attendanceHeader } from '../../src/simulate/vendors/sis-attendance.ts';

const schools = 30;
const schoolDays = 180;

export interface RegularFiles {
  readonly rows: number;
  /** Folders to land, by module; one file in each. */
  readonly folders: Readonly<Record<'contoso_sis' | 'clever', string>>;
  readonly attendance: string;
  readonly activity: string;
}

/** Two files of about `rows` rows: one row a student and school day. Kept from one bench to the next. */
export function regularFiles(work: string, rows: number): RegularFiles {
  const students = Math.ceil(rows / schoolDays);
  const base = join(work, `regular-${students}x${schoolDays}`);
  const folders = { contoso_sis: join(base, 'contoso_sis'), clever: join(base, 'clever') };
  const attendance = join(folders.contoso_sis, 'studentattendance', 'studentattendance_2026-05-30.csv');
  const activity = join(folders.clever, '2026-05-30-daily-participation-students.csv');
  const ids = Array.from({ length: students }, (_, s) => `${100000 + s * 7}`);
  const draw = stream(7, 'bench');
  write(attendance, attendanceHeader, students, (s, day, date) => {
    const word = draw.word(s, day);
    const [code, flag, status] = marks[(word & 63) < 4 ? (word & 1) + 1 : 0] ?? marks[0];
    return `${day * students + s},${ids[s]},2026,${200 + (s % schools)},${date},Yes,,,${code},${flag},${status},Daily,\n`;
  });
  write(activity, participationHeader, students, (s, day, date) => {
    const word = draw.word(s, day + 1000);
    const use = (word & 3) === 0 ? 'False,0,0' : `True,${(word >>> 2) & 3},${(word >>> 4) & 7}`;
    return `${date},${ids[s]},5f${(s * 2654435761).toString(16).padStart(22, '0')},${200 + (s % schools)},School ${s % schools},${use}\n`;
  });
  return { rows: students * schoolDays * 2, folders, attendance, activity };
}

const marks = [
  ['P', 1, 'Present'],
  ['E', 0, 'Absent'],
  ['T', 1, 'Tardy'],
] as const;

function write(
  path: string,
  header: string,
  students: number,
  line: (student: number, day: number, date: string) => string,
): void {
  if (existsSync(path)) return;
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(`${path}.part`, 'w');
  writeSync(file, `${header}\n`);
  for (const [day, date] of dates().entries()) {
    for (let s = 0; s < students; ) {
      let block = '';
      for (const end = Math.min(students, s + 5000); s < end; s++) block += line(s, day, date);
      writeSync(file, block);
    }
  }
  closeSync(file);
  renameSync(`${path}.part`, path);
}

/** Weekdays from the middle of August on. */
function dates(): string[] {
  const found: string[] = [];
  for (
    const day = new Date('2025-08-18T00:00:00Z');
    found.length < schoolDays;
    day.setUTCDate(day.getUTCDate() + 1)
  ) {
    if (day.getUTCDay() % 6 !== 0) found.push(day.toISOString().slice(0, 10));
  }
  return found;
}
