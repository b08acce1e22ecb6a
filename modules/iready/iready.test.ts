// What i-Ready's real files must come to.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { haveSamples, samples, type TakenIn, takeIn } from '../../test/modules/taken-in.ts';

const real = haveSamples ? describe : describe.skip;
let taken: TakenIn | undefined;

afterEach(() => taken?.close());

async function take(zone: string, ...paths: string[]): Promise<TakenIn> {
  taken = await takeIn({ module: 'iready', zone, ...(paths.length > 0 ? { paths } : {}) });
  return taken;
}

real('i-Ready, real files (skipped without ../shared/data)', () => {
  const older = join(samples, 'oea', 'iready');
  const newer = join(samples, 'standards', 'iready');

  it('counts each lesson once: second attempts on a day stay, 11 full repeats go', async () => {
    const { tables, value } = await take(older, 'test_data');
    expect(tables.personalized_instruction).toMatchObject({
      rowsIn: 11770 + 7767,
      accepted: 11763 + 7763,
      superseded: 11,
    });
    expect(tables.personalized_instruction?.quarantined).toEqual({});
    expect(await value('select count(distinct event_id)::int from mapped_digital_activity')).toBe(19526);
    expect(await value('select sum(time_on_task_seconds)::int from mapped_digital_activity')).toBe(
      347428 * 60,
    );
  });

  it('reads every layout by name: 18 and 19, 31, 35, 42, 58 and 65, 183 and 229 columns', async () => {
    const { tables, left } = await take(older);
    expect(left).toEqual([]);
    expect(tables.personalized_instruction?.files).toBe(4);
    expect(tables.lesson_activity_with_standards).toMatchObject({ files: 2, rowsIn: 0, unknownColumns: [] });
    expect(tables.diagnostic_math).toMatchObject({ files: 1, unknownColumns: [] });
    expect(tables.year_to_date_window).toMatchObject({ files: 3, accepted: 500 });
    taken?.close();
    const present = await take(newer, 'earthmover-bundle', 'oea');
    expect(present.left).toEqual([]);
    expect(present.tables.diagnostic_ela).toMatchObject({ rowsIn: 1027, accepted: 1027, unknownColumns: [] });
    expect(present.tables.diagnostic_math).toMatchObject({
      rowsIn: 1007,
      accepted: 1007,
      unknownColumns: [],
    });
  });

  it('takes a word in a score column for no score, and keeps the placement', async () => {
    const { rows } = await take(newer, 'oea/diagnostic_results_ela');
    expect(
      await rows(
        `select count(score)::int as scored, count(score_text)::int as placed from mapped_assessment_result where result_name = 'Phonological Awareness scale score'`,
      ),
    ).toEqual([{ scored: 243, placed: 1022 }]);
  });

  it('takes a score from the window only where no diagnostic file tells it', async () => {
    const { rows } = await take(newer, 'oea');
    expect(
      await rows(
        `select source_table, count(*)::int as n from mapped_assessment_result where result_name = 'Overall scale score' group by 1 order by 1`,
      ),
    ).toEqual([
      { source_table: 'diagnostic_ela', n: 1022 },
      { source_table: 'diagnostic_math', n: 1002 },
    ]);
  });

  it('knows schools by name, under one id a name', async () => {
    const { value } = await take(older, 'test_data');
    expect(await value('select count(*)::int from mapped_school')).toBe(7);
    expect(
      await value(
        'select count(*)::int from mapped_digital_activity as d left join mapped_school as s on s.source_school_id = d.source_school_id where s.school_name is null',
      ),
    ).toBe(0);
  });

  it('reads the 147 lesson names with quotes, which the export escapes twice', async () => {
    const { value } = await take(older, 'test_data/personalized_instruction_by_lesson_math');
    expect(
      await value(
        `select count(*)::int from mapped_digital_activity where entity_name = '"Compare Difference Unknown" Word Problems'`,
      ),
    ).toBeGreaterThan(0);
    expect(
      await value(`select count(*)::int from mapped_digital_activity where entity_name like '%""%'`),
    ).toBe(0);
  });

  it('keeps names out of every relation', async () => {
    const { rows, value } = await take(older, 'test_data/diagnostic_results_ela');
    expect(await value('select count(*)::int from identity_store')).toBeGreaterThan(500);
    const columns = await rows(`select column_name from duckdb_columns() where table_name like 'iready_%'`);
    expect(columns.map((c) => c.column_name).filter((c) => /name/.test(String(c)))).toEqual(
      expect.not.arrayContaining(['last_name', 'first_name', 'user_name']),
    );
  });
});

describe('i-Ready, made-up files', () => {
  const lesson =
    'Last Name,First Name,Student ID,Student Grade,Academic Year,School,Subject,Domain,Lesson Grade,Lesson Level,Lesson ID,Lesson Name,Lesson Objective,';
  const standards = `${lesson}Completion Date,Total Time on Lesson (min),Score,Passed or Not Passed,Teacher-Assigned Lesson,State Standards,Type of Standard,Standard Code,Standard Text\n`;
  const plain = `${lesson}Lesson Language,Completion Date,Total Time on Lesson (min),Score,Passed or Not Passed,Teacher-Assigned Lesson\n`;
  const start = 'Ames,Ann,k-1,4,2021-2022,Maple School,Math,Geometry,4,Mid,L1,Angles,Measure angles,';
  const byStandard = ['S.1', 'S.2', 'S.3']
    .map((code) => `${start}01/12/2022,20,85,Passed,N,State,Math,${code},words\n`)
    .join('');

  async function takeTexts(files: Record<string, string>): Promise<TakenIn> {
    const folder = mkdtempSync(join(tmpdir(), 'homeroom-iready-'));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const result = await take(folder);
    rmSync(folder, { recursive: true });
    return result;
  }

  it('counts the minutes of a lesson once, however many standards it has', async () => {
    const { tables, rows } = await takeTexts({
      'comprehensive_student_lesson_activity_with_standards_math.csv': standards + byStandard,
    });
    expect(tables.lesson_activity_with_standards?.accepted).toBe(3);
    expect(
      await rows('select time_on_task_seconds::int as s, entity_name from mapped_digital_activity'),
    ).toEqual([{ s: 1200, entity_name: 'Angles' }]);
  });

  it('counts a lesson once that both lesson reports tell', async () => {
    const { rows } = await takeTexts({
      'comprehensive_student_lesson_activity_with_standards_math.csv': standards + byStandard,
      'personalized_instruction_by_lesson_math.csv': `${plain}${start}English,1/12/2022,20,85,Passed,N\n`,
    });
    expect(await rows('select source_table from mapped_digital_activity')).toEqual([
      { source_table: 'personalized_instruction' },
    ]);
  });

  it('knows no time where the report says 0 minutes', async () => {
    const { rows } = await takeTexts({
      'personalized_instruction_by_lesson_math.csv': `${plain}${start}English,1/12/2022,0,85,Passed,N\n`,
    });
    expect(await rows('select time_on_task_seconds as t, used from mapped_digital_activity')).toEqual([
      { t: null, used: true },
    ]);
  });

  it('refuses reports that only add up lessons', async () => {
    const { left } = await takeTexts({ 'personalized_instruction_summary_ela.csv': 'Student ID\nk-1\n' });
    expect(left).toEqual([
      expect.objectContaining({ status: 'refused', reason: expect.stringContaining('twice') }),
    ]);
  });
});
