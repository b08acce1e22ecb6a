/** What is written agrees with the truth beside it, at two sizes. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DistrictSpec, writeDistrict } from './simulate.ts';

const listed = (root: string): string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();

const fingerprint = (root: string): string => {
  const hash = createHash('sha256');
  for (const path of listed(root)) hash.update(path).update(readFileSync(join(root, path)));
  return hash.digest('hex');
};

/** Plain files only: none of those read here has a quoted cell. */
const table = (path: string): Record<string, string>[] => {
  const [header = '', ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
  const names = header.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [names[i] ?? '', cell])));
};

const roots: string[] = [];
const made = async (spec: DistrictSpec): Promise<string> => {
  const root = mkdtempSync(join(tmpdir(), 'simulate-'));
  roots.push(root);
  await writeDistrict(spec, root);
  return root;
};
afterAll(() => {
  for (const root of roots) rmSync(root, { recursive: true, force: true });
});

const tiny = { students: 40, schools: 2, years: 1, seed: 7 };

describe('The same seed', () => {
  it('gives the same bytes, and another seed gives others', async () => {
    const [one, two, other] = [await made(tiny), await made(tiny), await made({ ...tiny, seed: 8 })];
    expect(fingerprint(one)).toBe(fingerprint(two));
    expect(fingerprint(one)).not.toBe(fingerprint(other));
  });

  it('gives the bytes that it gave when this test was written', async () => {
    // A change here changes every demo and every expectation built on it: change it knowingly.
    expect(fingerprint(await made(tiny))).toBe(
      'ef241dd1f566c293b0af39c95362b0a9b4135368a3dc4f3eb5b1d40108f8f054',
    );
  });
});

describe.each([
  { size: 'tiny', spec: tiny },
  { size: 'small', spec: { students: 400, schools: 5, years: 2, seed: 7 } },
])('A $size district', ({ spec }) => {
  let root = '';
  let files: Record<string, string>[] = [];
  beforeAll(async () => {
    root = await made(spec);
    files = table(join(root, 'truth/files.csv'));
  });
  const path = (f: Record<string, string>): string =>
    join(root, 'exports', f.delivery ?? '', f.module ?? '', f.path ?? '');

  it('lists every exported file with its bytes, its hash and counts that add up', () => {
    const known = files.map((f) => join(f.delivery ?? '', f.module ?? '', f.path ?? '')).sort();
    expect(listed(join(root, 'exports')).filter((p) => p !== 'days.json')).toEqual(known);
    for (const f of files) {
      const bytes = readFileSync(path(f));
      expect(`${bytes.length}`).toBe(f.bytes);
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(f.sha256);
      const parts = [f.accepted, f.quarantined, f.superseded, f.held].map(Number).reduce((a, b) => a + b, 0);
      expect(parts).toBe(Number(f.rows));
    }
  });

  it('has as many lines in every clean file as the list says', () => {
    for (const f of files.filter((f) => f.kind === '')) {
      const bytes = readFileSync(path(f));
      let lines = 0;
      for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines += 1;
      expect([f.path, lines]).toEqual([f.path, Number(f.rows) + Number(f.header_lines)]);
    }
  });

  it('tells of every enrolled school day once, as it truly was', () => {
    const letters = new Map([
      ['P', 'P'],
      ['T', 'T'],
      ['E', 'E'],
      ['U', 'U'],
      ['A', 'A'],
      ['R', 'R'],
      ['Z', 'Z'],
    ]);
    const told = new Map<string, string>();
    for (const f of files.filter((f) => f.table === 'studentattendance')) {
      for (const row of table(path(f))) {
        const broken = !letters.has(row.AttendanceCode ?? '') || row.student_id === '';
        if (broken || !/^\d{4}-(0\d|1[012])-\d\d$/.test(row.attendance_date ?? '')) continue;
        if (row.attendance_sequence === undefined || Object.hasOwn(row, '')) continue;
        const key = `${row.student_id} ${row.school_id} ${row.attendance_date}`;
        const half = row.all_day === 'No' ? (row.Period === '1' ? 'h' : 'H') : '';
        // Of the two rows of a half day the present one says which half it was.
        if (half !== '' && row.AttendanceCode !== 'P') continue;
        told.set(key, half || (row.AttendanceCode ?? ''));
      }
    }
    const open = new Map<string, string[]>();
    for (const day of table(join(root, 'truth/calendar.csv'))) {
      const at = `${day.school_id} ${day.school_year}`;
      // Letters follow the district's days: those of the school and the one on which it alone was closed.
      if (day.is_school_day === '1' || day.event === 'School closed')
        open.set(at, [...(open.get(at) ?? []), day.calendar_date ?? '']);
    }
    let days = 0;
    for (const file of listed(join(root, 'truth/presence'))) {
      for (const row of table(join(root, 'truth/presence', file))) {
        const dates = open.get(`${row.school_id} ${row.school_year}`) ?? [];
        expect(dates).toHaveLength(row.days?.length ?? -1);
        Array.from(row.days ?? '').forEach((letter, i) => {
          const key = `${row.sis_id} ${row.school_id} ${dates[i]}`;
          if (told.get(key) !== (letter === '.' ? undefined : letter)) throw new Error(`${key} is ${letter}`);
          if (letter !== '.') days += 1;
        });
      }
    }
    expect(days).toBe(told.size);
  });

  it('tells of nobody on a day on which he was not enrolled', () => {
    const stints = table(join(root, 'truth/enrollments.csv'));
    const by = Map.groupBy(stints, (s) => `${s.sis_id} ${s.school_id}`);
    for (const f of files.filter((f) => f.table === 'studentattendance' && f.kind !== 'broken_rows')) {
      for (const row of table(path(f))) {
        const day = row.attendance_date ?? '';
        const inside = by
          .get(`${row.student_id} ${row.school_id}`)
          ?.some((s) => (s.begin_date ?? '') <= day && (s.end_date === '' || day < (s.end_date ?? '')));
        if (inside !== true) throw new Error(`not enrolled on ${day}`);
      }
    }
  });

  it('uses no attendance id twice for different student-days', () => {
    const owner = new Map<string, string>();
    for (const f of files.filter((f) => f.table === 'studentattendance' && f.kind !== 'broken_rows')) {
      for (const row of table(path(f))) {
        const what = `${row.student_id} ${row.attendance_date} ${row.Period}`;
        const id = row.id ?? '';
        if ((owner.get(id) ?? what) !== what) throw new Error('an id with two meanings');
        owner.set(id, what);
      }
    }
  });

  it('leaks planted passwords into one file alone', () => {
    const leaky = files.filter((f) => readFileSync(path(f)).includes('PLANTED-')).map((f) => f.kind);
    expect(leaky).toEqual(['unknown_sensitive_column']);
  });

  it('repeats yesterday’s portal file byte for byte', () => {
    const again = files.filter((f) => f.kind === 'repeated_file');
    expect(again).toHaveLength(1);
    const first = files.find((f) => f.delivery === 'day-1' && f.path === again[0]?.path);
    expect(again[0]?.sha256).toBe(first?.sha256);
  });

  it('ends on a school day, with three days before it', () => {
    const days = JSON.parse(readFileSync(join(root, 'exports/days.json'), 'utf8'));
    expect(days).toMatchObject([
      { day: 'day-0', run_date: '2026-03-10', usage_to: '2026-03-09' },
      { day: 'day-1', run_date: '2026-03-11', usage_to: '2026-03-10' },
      { day: 'day-2', run_date: '2026-03-12', usage_to: '2026-03-11' },
      { day: 'day-3', run_date: '2026-03-13', usage_to: '2026-03-12' },
    ]);
  });
});
