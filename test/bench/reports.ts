// Times the reports of a made-up district: hiding, facts, sentences, HTML and paper, in both languages.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultDistrict, parseDistrict } from '../../lib/district.ts';
import { directoryLake } from '../../src/adapters/directory-lake.ts';
import { schoolDocument } from '../../src/facts/build-documents.ts';
import { makeReports, reportBasis } from '../../src/reports/make-reports.ts';
import { writeByTemplate } from '../../src/reports/write-narrative.ts';
import type { Figure } from './figure.ts';
import { madeRows } from './made-rows.ts';

export async function reportFigures(schools: number, students: number): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'homeroom-reports-'));
  try {
    const rows = madeRows(schools, students / schools);
    const district = parseDistrict(
      defaultDistrict({ district: 'bench', modules: ['contoso_sis'], timezone: 'America/New_York' }),
      'bench.json',
    );
    const input = {
      lake: directoryLake(folder),
      rows: (sql: string) => Promise.resolve(answerOf(rows, sql)),
      district,
      release: 'r000001-2026-03-13',
      runDate: '2026-03-13',
      before: null,
    };
    const begun = performance.now();
    const { record } = await makeReports({ ...input, write: writeByTemplate });
    const all = (performance.now() - begun) / 1000;
    const basis = await reportBasis(input);
    const once = performance.now();
    schoolDocument(basis, rows.schools[0]?.school_key ?? '');
    return [
      {
        what: `reports: ${schools} schools, ${students.toLocaleString('en-US')} students`,
        measured: all,
        unit: 's',
        target: 60,
        note: `${record.pages.length} pages, HTML and two sheets each; ${record.numbers} numbers, ${record.hidden} hidden`,
      },
      { what: 'reports: facts of one school', measured: performance.now() - once, unit: 'ms', target: 200 },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The views of a release stand in the query behind "from". */
const relations: Readonly<Record<string, keyof ReturnType<typeof madeRows>>> = {
  measure_count: 'measures',
  measure_group_count: 'groups',
  school: 'schools',
  school_engagement: 'engagement',
  check_in_school: 'checkins',
  school_year_span: 'years',
  check_in_item: 'listed',
  check_in_precision: 'precision',
  section_engagement: 'sections',
  section_enrollment: 'rosters',
  source_age: 'sources',
};

function answerOf(rows: ReturnType<typeof madeRows>, sql: string): readonly Record<string, unknown>[] {
  const relation = /\bfrom (\w+)/.exec(sql)?.[1] ?? '';
  const name = relations[relation];
  if (name === undefined) throw new RangeError(`no rows are made up for ${relation}`);
  return rows[name];
}
