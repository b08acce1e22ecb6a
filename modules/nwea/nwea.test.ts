// What NWEA's real exports must come to.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { haveSamples, samples, type TakenIn, takeIn } from '../../test/modules/taken-in.ts';

const real = haveSamples ? describe : describe.skip;
let taken: TakenIn | undefined;

afterEach(() => taken?.close());

async function take(zone: string, ...paths: string[]): Promise<TakenIn> {
  taken = await takeIn({ module: 'nwea', zone, ...(paths.length > 0 ? { paths } : {}) });
  return taken;
}

async function takeText(name: string, text: string): Promise<TakenIn> {
  const folder = mkdtempSync(join(tmpdir(), 'homeroom-nwea-'));
  writeFileSync(join(folder, name), text);
  const result = await take(folder);
  rmSync(folder, { recursive: true });
  return result;
}

real('NWEA, real files (skipped without ../shared/data)', () => {
  const zone = join(samples, 'standards', 'nwea', 'earthmover-bundle');
  const growth = join(zone, 'MAP_Growth', 'sample_anonymized_file.csv');

  it('holds the sample as half written: its last line is a cell short and has no end', async () => {
    const { tables, left } = await take(zone);
    expect(left).toEqual([
      expect.objectContaining({ path: 'MAP_Growth/sample_anonymized_file.csv', status: 'held' }),
    ]);
    expect(tables.map_fluency).toMatchObject({ rowsIn: 9, accepted: 9 });
    expect(tables.map_fluency?.quarantined).toEqual({});
  });

  /** The sample with an end to its last line: the short row is then one bad row among good ones. */
  async function takeGrowth(): Promise<TakenIn> {
    return takeText('ComboStudentAssessment.csv', `${readFileSync(growth, 'utf8')}\n`);
  }

  it('takes whole rows and leaves out the one that is a cell short', async () => {
    const { tables } = await takeGrowth();
    expect(tables.map_growth).toMatchObject({ rowsIn: 7, accepted: 6 });
    expect(tables.map_growth?.quarantined).toEqual({ ragged: 1 });
  });

  it('gives the score with its error and percentile', async () => {
    const { rows } = await takeGrowth();
    expect(
      await rows(
        `select distinct subject, score, standard_error as error, percentile, attempt_status from mapped_assessment_result where result_name = 'RIT score' order by subject`,
      ),
    ).toEqual([
      { subject: 'Mathematics', score: 233, error: 3.3, percentile: 32, attempt_status: 'growth_measure' },
      { subject: 'Science', score: 208, error: 3.4, percentile: 57, attempt_status: 'growth_measure' },
    ]);
  });

  it('tells apart schools of one name by their state ids, and links both ids of a student', async () => {
    const { value } = await takeGrowth();
    expect(await value('select count(*)::int from mapped_school')).toBe(6);
    expect(await value('select count(distinct id_b)::int from mapped_identity_link')).toBe(6);
  });

  it('reads "No Score" as none', async () => {
    const { value } = await take(zone, 'MAP_Fluency');
    expect(
      await value(`select count(*)::int from mapped_assessment_result where score_text = 'No Score'`),
    ).toBe(0);
  });
});

describe('NWEA, made-up files', () => {
  it('keeps every test of a term and marks the one that growth is measured on (older column names)', async () => {
    const row = (time: string, rit: string, growth: string) =>
      `Fall 2021-2022,Maple School,s-1,Mathematics,Math 2-5,${growth},Growth: Math,09/16/2021,${time},${rit},3.1,40\n`;
    const { rows } = await takeText(
      'AssessmentResults.csv',
      `TermName,SchoolName,StudentID,Discipline,MeasurementScale,GrowthMeasureYN,TestName,TestStartDate,TestStartTime,TestRITScore,TestStandardError,TestPercentile\n${row('08:10:00', '201', 'FALSE')}${row('13:00:00', '204', 'TRUE')}`,
    );
    expect(
      await rows(
        'select score, attempt_status, source_school_id from mapped_assessment_result order by score',
      ),
    ).toEqual([
      { score: 201, attempt_status: 'other_attempt', source_school_id: 'name:maple school' },
      { score: 204, attempt_status: 'growth_measure', source_school_id: 'name:maple school' },
    ]);
  });

  it('refuses program assignments', async () => {
    const { left } = await takeText('ProgramAssignments.csv', 'StudentID,Program\ns-1,x\n');
    expect(left).toEqual([expect.objectContaining({ status: 'refused' })]);
  });
});
