// A new source is a new folder: a ninth module, made here in a copy of the definitions, needs no other line.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { repository, type TrialDistrict, trialDistrict } from './trial-district.ts';

const contract = `
module: library
title: School library, visits to the reading app
authority: usage
tables:
  visits:
    about: One row a student and day on which the reading app was opened.
    files: ["**/visits*.csv"]
    delivery: additive
    key: [student, day]
    partition: day
    as_of: [{column: day}]
    event_date: day
    lag_days: 1
    columns:
      student: {from: [student_id], type: text, privacy: pseudonym, id_system: sis_student, required: true}
      day: {from: [day], type: date, formats: ["yyyy-MM-dd"], privacy: keep, required: true}
      minutes: {from: [minutes], type: integer, privacy: keep}
      note: {from: [note], privacy: drop}
`;

const mapping = `-- Visits to the reading app as digital activity.
-- grain: one row a student and day
with

visits as (

    select
        student, day, minutes,
        source_key, batch_id, record_no, as_of, change_no, known_from, known_basis, is_current, is_deleted

    from library_visits

)

select
    cast(null as varchar) as event_id,
    'visit' as event_type,
    'sis_student' as id_system,
    v.student as actor_id,
    'library_visits' as event_object,
    v.day as event_date,
    cast(null as timestamp) as event_time,
    'app' as entity_type,
    'reading app' as entity_name,
    v.minutes * 60 as time_on_task_seconds,
    cast(1 as bigint) as access_count,
    true as used,
    cast(1 as integer) as window_days,
    cast(null as varchar) as source_school_id,
    cast(null as varchar) as source_section_id,
    cast(null as varchar) as software_version,

    -- lineage
    'library' as module,
    'visits' as source_table,
    v.source_key,
    v.batch_id,
    v.record_no,
    v.as_of,
    v.change_no,
    v.known_from,
    v.known_basis,
    v.is_current,
    v.is_deleted

from visits as v
`;

let root: string;
let district: TrialDistrict;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'homeroom-ninth-'));
  for (const part of ['modules', 'sql', 'metrics', 'models', 'districts']) {
    cpSync(join(repository, part), join(root, part), { recursive: true });
  }
  mkdirSync(join(root, 'docs'), { recursive: true });
  mkdirSync(join(root, 'modules', 'library'));
  writeFileSync(join(root, 'modules', 'library', 'module.yaml'), contract);
  writeFileSync(join(root, 'modules', 'library', 'digital_activity.sql'), mapping);
  writeFileSync(join(root, 'modules', 'library', 'README.md'), '# Library\n');
  const built = spawnSync(
    join(repository, '.venv', 'bin', 'python'),
    ['-m', 'sqlgen', 'build', '--root', root],
    {
      cwd: repository,
      encoding: 'utf8',
    },
  );
  expect(built.stderr + built.stdout).not.toMatch(/fault/);
  expect(built.status).toBe(0);
  process.env.HOMEROOM_DEFINITIONS = root;
  district = trialDistrict(['library', 'contoso_sis'], {}, root);
});

afterAll(() => {
  delete process.env.HOMEROOM_DEFINITIONS;
  district.remove();
  rmSync(root, { recursive: true, force: true });
});

it('takes in, counts, pseudonymises and shows the rows of a source it had never heard of', async () => {
  district.landText(
    'library',
    'visits-2026.csv',
    'student_id,day,minutes,note\nst1,2026-01-12,30,likes horses\nst2,2026-01-12,,\nst2,2026-13-40,5,\n',
  );
  district.landText(
    'contoso_sis',
    '2026/studentattendance.csv',
    'id,student_id,school_year,school_id,attendance_date,all_day,Period,section_id,AttendanceCode,PresenceFlag,attendance_status,attendance_type,attendance_sequence\n1,st1,2026,sch1,2026-01-12,Yes,,,P,1,Present,Daily,\n2,st2,2026,sch1,2026-01-12,Yes,,,A,0,Absent,Daily,\n',
  );
  const report = await district.run('2026-01-13');
  const visits = report.files.find((f) => f.module === 'library');
  expect(visits).toMatchObject({
    rows_in: 3,
    accepted: 2,
    quarantined: { type_date: 1 },
    superseded: 0,
    held: 0,
  });
  const rows = await district.rows(
    "select e.in_person_rate, d.time_on_task_seconds from digital_activity as d join student_engagement as e on e.student_key = d.student_key where d.event_object = 'library_visits' order by 1 desc",
  );
  expect(rows.map((r) => r.map((v) => (v === null ? null : Number(v))))).toEqual([
    [1, 1800],
    [0, null],
  ]);
});
