// One grade has one code, whatever a source writes for it, in every table and view that shows a grade.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { authorities, codes, identity, stint } from './made-up-district.ts';
import { makeLake, policyRow, type SqlLake } from './sql-lake.ts';

const written: readonly (readonly [string | null, string | null])[] = [
  ['09', '09'],
  ['9', '09'],
  ['Grade 9', '09'],
  ['grade 09', '09'],
  ['9th Grade', '09'],
  ['Ninth grade', '09'],
  [' 9 ', '09'],
  ['Gr. 9', '09'],
  ['10', '10'],
  ['2nd', '02'],
  ['13', '13'],
  ['K', 'KG'],
  ['KG', 'KG'],
  ['Kindergarten', 'KG'],
  ['Grade K', 'KG'],
  ['0', 'KG'],
  ['-1', 'PK'],
  ['PK', 'PK'],
  ['Pre-K', 'PK'],
  ['PreKindergarten', 'PK'],
  ['Preschool/Prekindergarten', 'PK'],
  ['TK', 'TK'],
  ['TransitionalKindergarten', 'TK'],
  ['InfantToddler', 'IT'],
  ['Preschool', 'PR'],
  ['Postsecondary', 'PS'],
  ['Ungraded', 'UG'],
  // Nobody can say what these mean in one word, so they stay as they were written.
  ['09,10', '09,10'],
  ['Adult Education', 'Adult Education'],
  [null, null],
];
const people = written.map((_, i) => `p${String(i).padStart(2, '0')}`);

describe('a grade', () => {
  let lake: SqlLake;

  beforeAll(async () => {
    lake = await makeLake({
      policy: [policyRow('2025-12-01')],
      module_authority: authorities,
      attendance_code: codes,
      identity_map: people.map((p) => identity(p)),
      mapped_enrollment: people.map((p, i) =>
        stint(p, 'n', '2025-08-18', null, { grade_level: written[i]?.[0] }),
      ),
      mapped_student: people.map((p, i) => ({
        id_system: 'sis_student',
        student_id: p,
        role: 'student',
        grade_level: written[i]?.[0],
        module: 'sis',
        source_table: 'student',
        source_key: p,
        is_current: true,
        is_deleted: false,
      })),
      mapped_assessment_result: people.map((p, i) => ({
        id_system: 'sis_student',
        student_id: p,
        grade_level: written[i]?.[0],
        module: 'sis',
        source_table: 'test',
        source_key: p,
        is_current: true,
        is_deleted: false,
      })),
    });
  });

  afterAll(() => lake.close());

  it.each([
    ['enrollment', 'grade_level'],
    ['student', 'grade_level'],
    ['student_engagement', 'grade'],
    ['assessment_result', 'grade_level'],
  ])('has one code in %s', async (table, column) => {
    const rows = await lake.rows(`select ${column} as grade from ${table} order by student_key`);
    expect(rows.map((r, i) => [written[i]?.[0], r.grade])).toEqual(written.map(([from, to]) => [from, to]));
  });

  it('of one code is one group, whatever the spellings', async () => {
    const rows = await lake.rows("select students from school_grade_engagement where grade = '09'");
    expect(rows).toEqual([{ students: 8 }]);
  });

  it('code answers for each spelling once', async () => {
    const rows = await lake.rows(
      'select count(*) = count(distinct spelling) as once, count(distinct grade) as codes from grade_code',
    );
    expect(rows).toEqual([{ once: true, codes: 20n }]);
  });
});
