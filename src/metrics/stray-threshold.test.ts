// A threshold stands in the registry and in district files, nowhere else: what is planted is found, what is there is clean.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { policyDefaults } from './registry.ts';
import { strayThresholds } from './stray-threshold.ts';

const root = join(import.meta.dirname, '../..');
const thresholds = policyDefaults(join(root, 'metrics'));
const rooms = ['sql', 'src', 'modules', 'lambdas', 'glue-jobs', 'bin'];

function* filesOf(dir: string): Generator<string> {
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) yield* filesOf(path);
    else if (/\.(sql|ts|py)$/.test(entry.name) && !/\.test\.ts$|test_.*\.py$/.test(entry.name)) yield path;
  }
}

const existing = rooms.filter((r) => readdirSync(root).includes(r));

describe('a threshold as a number in a comparison', () => {
  it.each([
    [
      'where in_person_rate >= 0.9',
      ['attendance_target_rate', 'engaged_in_person_rate', 'manageable_attendance_rate'],
    ],
    [
      'case when e.in_person_rate >= 9e-1 then 1 end',
      ['attendance_target_rate', 'engaged_in_person_rate', 'manageable_attendance_rate'],
    ],
    ['where missed_share > 0.10', ['chronic_absence_share']],
    ['having enrolled_days >= 10', ['chronic_absence_share', 'minimum_enrolled_days']],
    ['where digital_rate between 0.6 and 1', ['engaged_digital_rate']],
    ['if (student.attendanceRate < 0.8) flag();', ['severe_attendance_rate']],
    ['return 95 <= attendancePercent;', ['good_attendance_rate']],
  ])('is found: %s', (text, names) => {
    const found = strayThresholds(`select 1\n${text}`, thresholds);
    expect(found).toHaveLength(1);
    expect(found[0]?.line).toBe(2);
    expect(found[0]?.thresholds).toEqual(names);
  });

  it.each([
    'where in_person_rate >= t.manageable_attendance_rate',
    'where attendance_days > 0',
    'if (random() < 0.5) skip();',
    '-- a rate >= 0.9 is meant here',
    'const tenRows = rows.slice(0, 10);',
    'while (week.days.length < 10) grow();',
  ])('is none: %s', (text) => {
    expect(strayThresholds(text, thresholds)).toEqual([]);
  });

  it.each(existing)('stands nowhere in %s', (room) => {
    const found = [...filesOf(join(root, room))].flatMap((file) =>
      strayThresholds(readFileSync(file, 'utf8'), thresholds).map(
        (s) => `${relative(root, file)}:${s.line} ${s.text}`,
      ),
    );
    expect(found).toEqual([]);
  });
});
