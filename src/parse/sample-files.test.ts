// The odd files of the sample data, and a file of every folder, through both paths.
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toUtf8File } from './decode.ts';
import type { DelimitedOptions } from './dialect.ts';
import { parseDelimited } from './parse-delimited.ts';
import { canonicalReadCsv, regularReadCsv } from './read-csv.ts';
import { scanRegular } from './scan-regular.ts';
import { toCanonicalCsv } from './to-canonical-csv.ts';

const data = join(import.meta.dirname, '../../../shared/data');
const folder = mkdtempSync(join(tmpdir(), 'sample-files-'));
afterAll(() => rmSync(folder, { recursive: true }));

function utf8(path: string): string {
  return toUtf8File(path, ['utf-8', 'windows-1252'], join(folder, 'utf8')).path;
}

function parse(path: string, options: Partial<DelimitedOptions> = {}) {
  const rows: (string | null)[][] = [];
  const sink = {
    record: (_r: number, _l: number, cells: readonly (string | null)[]) => rows.push([...cells]),
    reject: () => {},
  };
  return { ...parseDelimited(utf8(join(data, path)), { header: true, ...options }, sink), rows };
}

const real = existsSync(data) ? describe : describe.skip;

real('odd files', () => {
  it('three repeated headers are counted apart from 4,800 records', () => {
    const path = 'oea/contoso_sis/hello_world_test_data/contoso_sis/day1/studentsectionmark/part1.csv';
    expect(parse(path)).toMatchObject({ records: 4800, headerLines: 4, rejectedCount: 0 });
  });

  it('the Windows-1252 file has its 2,000 records and one blank line', () => {
    const path = 'oea/contoso_sis/hello_world_test_data/m365/day1/RefDefinition/part1.csv';
    expect(parse(path, { header: false })).toMatchObject({
      records: 2000,
      columns: 7,
      blankLines: 1,
      rejectedCount: 0,
    });
  });

  it('a header line inside a file without header is set apart by the names of its layout', () => {
    const path =
      'oea/microsoft_education_insights/hed_test_data/roster/2022-01-28T06-16-22/Person/person.csv';
    const [first = '', ...rest] = readFileSync(join(data, path), 'utf8').split('\n');
    const header =
      'Id,FirstSeenDateTime,LastSeenDateTime,GivenName,MiddleName,PreferredGivenName,PreferredMiddleName,PreferredSurname,Surname';
    const names = ['id', 'first_seen_date_time', '-', 'given_name', 'middle_name', '-', '-', '-', 'surname'];
    const bytes = Buffer.from([first, header, ...rest].join('\n'));
    const walked = parseDelimited(
      bytes,
      { header: false, headerNames: [names] },
      { record: () => {}, reject: () => {} },
    );
    expect(walked).toMatchObject({ records: 640, headerLines: 1, columns: 9 });
    expect(scanRegular(bytes, { header: false, headerNames: [names] })).toMatchObject({
      why: 'header_inside',
      line: 3,
    });
  });

  it('rows one cell too long by an empty cell are accepted', () => {
    const { records, rejectedCount, columns } = parse('standards/oneroster/edfi-lms-toolkit-1.1/users.csv');
    expect({ rejectedCount, columns }).toEqual({ rejectedCount: 0, columns: 18 });
    expect(records).toBeGreaterThan(9);
  });

  it('a last row one cell short and without line end is cut off', () => {
    const path = 'standards/nwea/earthmover-bundle/MAP_Growth/sample_anonymized_file.csv';
    expect(parse(path)).toMatchObject({ rejectedCount: 1, truncated: true });
  });

  it('blank lines between records are counted', () => {
    const out = parse('standards/lms-sis-other/google-classroom-usage/usage-1st.csv');
    expect(out.rejectedCount).toBe(0);
    expect(out.blankLines).toBe(out.records);
  });

  it('backslashes of the SIS exports are undone where the contract says so', () => {
    for (const path of globSync('standards/sis-aspen-x2/exports/*.csv', { cwd: data })) {
      expect(parse(path, { backslashQuotes: true })).toMatchObject({ rejectedCount: 0, truncated: false });
    }
  });
});

/** The smallest file of each folder: part files are alike, and large ones show nothing new. */
function smallestOfEachFolder(files: readonly string[]): string[] {
  const bySize = files.toSorted((a, b) => statSync(join(data, b)).size - statSync(join(data, a)).size);
  return [
    ...new Map(
      bySize.filter((file) => statSync(join(data, file)).size > 0).map((file) => [dirname(file), file]),
    ).values(),
  ];
}

real('a delimited file of every folder', () => {
  let db: DuckDBConnection;
  beforeAll(async () => {
    db = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
  });
  afterAll(() => db.closeSync());
  const query = async (relation: string, from: number) =>
    (await db.runAndReadAll(`select * from ${relation}`)).getRows().map((row) => row.slice(from));

  it.each(['oea', 'standards'])(
    'of %s is read alike by the exact path and by DuckDB',
    async (set) => {
      const files = smallestOfEachFolder(globSync(`${set}/**/*.csv`, { cwd: data }));
      let regular = 0;
      for (const file of files) {
        const path = utf8(join(data, file));
        const { rows, records, columns } = parse(file);
        const scan = scanRegular(path, { header: true });
        if (records > 0 && scan.regular) {
          regular++;
          expect(scan).toMatchObject({ records, columns });
          expect([file, firstDifference(await query(regularReadCsv(path, scan), 0), rows)]).toEqual([
            file,
            -1,
          ]);
        }
        const csv = toCanonicalCsv(path, { header: true }, join(folder, `${set}-canonical`));
        expect(csv).toMatchObject({ records, columns });
        if (records > 0 && !scan.regular) {
          expect([file, firstDifference(await query(canonicalReadCsv(csv), 2), rows)]).toEqual([file, -1]);
        }
      }
      expect(regular).toBeGreaterThan(files.length / 2);
    },
    120_000,
  );
});

/** Far quicker than a deep comparison, and it prints no row. */
function firstDifference(read: readonly unknown[][], meant: readonly unknown[][]): number {
  if (read.length !== meant.length) return Math.min(read.length, meant.length);
  return read.findIndex(
    (row, r) => row.length !== meant[r]?.length || row.some((cell, c) => cell !== meant[r]?.[c]),
  );
}
