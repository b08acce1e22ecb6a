// The JSON files of the sample data: meeting reports, Ed-Fi resources, Microsoft Graph envelopes.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseJsonRecords } from './parse-json-records.ts';

const samples = join(import.meta.dirname, '../../../shared/data/oea');
const real = existsSync(samples) ? describe : describe.skip;
real('the sample data', () => {
  const each = (path: string) =>
    readdirSync(join(samples, path), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.json'))
      .map((name) => join(samples, path, name));

  it('the 225 meeting reports hold 8,748 attendance records', () => {
    let records = 0;
    const options = { explode: ['attendanceRecords[]'], paths: ['id', 'attendanceRecords[].identity.id'] };
    for (const path of each('microsoft_graph/hed_test_data/Meeting_Attendance_Report')) {
      const sink = {
        record: (_r: number, _l: number, cells: readonly unknown[]) => cells.every(Boolean),
        reject: () => {},
      };
      const parsed = parseJsonRecords(path, options, sink);
      expect(parsed).toMatchObject({ rejectedCount: 0, truncated: false });
      records += parsed.records;
    }
    expect(records).toBe(8748);
  });

  it('Ed-Fi files load, those of a BOM alone without records', () => {
    const empty: string[] = [];
    for (const path of each('ed_fi/schools')) {
      const sink = { record: () => true, reject: () => {} };
      const parsed = parseJsonRecords(path, { paths: ['id', 'schoolId'] }, sink);
      expect(parsed).toMatchObject({ rejectedCount: 0, truncated: false });
      if (parsed.records === 0) empty.push(path);
    }
    expect(empty).toHaveLength(2);
  });

  it('the users of Microsoft Graph come in 600 envelopes', () => {
    const [path = ''] = each('microsoft_graph/hed_test_data/Users');
    const sink = { record: () => true, reject: () => {} };
    const parsed = parseJsonRecords(path, { explode: ['value[]'], paths: ['value[].id'] }, sink);
    expect(parsed).toMatchObject({ records: 600, missingPaths: [], rejectedCount: 0 });
    expect(parsed.unknownPaths).toEqual(['givenName', 'surname', 'userPrincipalName']);
  });
});
