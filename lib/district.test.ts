// A district file is refused for a misspelt key, a wrong unit or an impossible value, and the error names file and key.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { defaultDistrict, districtJsonSchema, parseDistrict } from './district.ts';
import { listDistricts, readDistrict } from './read-district.ts';

const folder = new URL('../districts', import.meta.url).pathname;

const elm = { district: 'elm', name: 'Elm Schools', timezone: 'America/Chicago', modules: { clever: {} } };
const refusal = (change: object): string => {
  try {
    parseDistrict({ ...elm, ...change }, 'elm.json');
  } catch (error) {
    return String(error);
  }
  return 'accepted';
};

describe('a district file', () => {
  it('needs a name, a zone and modules; all else has a default', () => {
    expect(parseDistrict(elm, 'elm.json')).toMatchObject({
      environment: 'dev',
      engine: 'duckdb',
      schedule: { time: '05:30', days: 'daily' },
      calendar: { firstMonth: 8 },
      deletionGuard: { rows: 10, share: 0.1 },
      lambda: { memoryMb: 3008 },
    });
  });

  it.each<[string, object, string]>([
    ['a misspelt key', { retension: {} }, 'retension: no such key'],
    ['a misspelt key inside', { schedule: { tiem: '05:30' } }, 'schedule.tiem: no such key'],
    ['a zone that does not exist', { timezone: 'America/Gotham' }, 'timezone: must be a zone'],
    ['a fixed offset, wrong for half a year', { timezone: 'EST' }, 'timezone: must be a zone'],
    ['a zone in the wrong case', { timezone: 'america/chicago' }, 'timezone: must be a zone'],
    ['a share in percent', { deletionGuard: { share: 10 } }, 'deletionGuard.share'],
    ['an hour of no clock', { schedule: { time: '5:30' } }, 'schedule.time: must be HH:MM'],
    [
      'log days that CloudWatch does not know',
      { retention: { logDays: 100 } },
      'retention.logDays: must be one of',
    ],
    ['an account as a number', { aws: { account: 111122223333, region: 'us-east-1' } }, 'aws.account'],
    [
      'a day that no calendar has',
      { calendar: { holidays: [{ date: '2026-02-30', name: 'x' }] } },
      'calendar.holidays.0.date',
    ],
    ['a path out of the folder', { optOuts: '../students.csv' }, 'optOuts: must be a path below'],
    [
      'an attendance category that is not one',
      { attendance: { codes: { X: 'gone' } } },
      'attendance.codes.X',
    ],
    [
      'one code written twice',
      { attendance: { codes: { a: 'present', A: 'tardy' } } },
      'attendance.codes.A: written twice',
    ],
    [
      'an id system that is nowhere declared',
      { modules: { clever: { idSystems: { sis_student: 'sis' } } } },
      'no id system "sis"',
    ],
    [
      'codes of a module not in use',
      { attendance: { modules: { edfi: { codes: {} } } } },
      'attendance.modules.edfi',
    ],
    [
      'a broken pattern',
      { idSystems: { sis_student: { issuer: 'SIS', pattern: '(' } } },
      'idSystems.sis_student.pattern',
    ],
    ['Spark below the year chunks', { engineLimits: { sparkBytes: 2 ** 20 } }, 'engineLimits.sparkBytes'],
  ])('is refused for %s', (_, change, says) => {
    expect(refusal(change)).toContain(says);
    expect(refusal(change)).toContain('elm.json');
  });

  it('names every fault at once', () => {
    expect(refusal({ timezone: 'EST', engine: 'pandas' })).toMatch(/timezone[\s\S]*engine/);
  });

  it('puts its own codes and id systems in place of the usual ones, whatever their case', () => {
    const { attendance, idSystems } = parseDistrict(
      { ...elm, attendance: { codes: { p: 'remote_present' } }, idSystems: { upn: { issuer: 'own' } } },
      'elm.json',
    );
    expect(attendance.codes).toMatchObject({ p: 'remote_present', A: 'absent_unexcused' });
    expect(attendance.codes).not.toHaveProperty('P');
    expect(idSystems.upn).toMatchObject({ issuer: 'own' });
    expect(idSystems.aad_object?.normalForm).toEqual(['trim', 'lower', 'no_dashes']);
  });

  it('never passes when it holds a key that the schema does not know', () => {
    const known = Object.keys(parseDistrict(elm, 'elm.json'));
    const unknown = fc
      .string({ minLength: 1 })
      .filter((key) => ![...known, '$schema', 'aws', 'optOuts', '__proto__'].includes(key));
    fc.assert(fc.property(unknown, (key) => refusal({ [key]: 1 }) !== 'accepted'));
  });
});

describe('the files in districts/', () => {
  it('are all valid and called after their district', () => {
    expect(listDistricts(folder).map((name) => readDistrict(folder, name).district)).toEqual(
      listDistricts(folder),
    );
  });

  it('have a JSON Schema that is up to date (node bin/generate.ts)', () => {
    const schema: unknown = JSON.parse(readFileSync(`${folder}/schema.json`, 'utf8'));
    expect(schema).toEqual(JSON.parse(JSON.stringify(districtJsonSchema())));
  });

  it('can be begun with what init writes', () => {
    const begun = defaultDistrict({
      district: 'elm-county',
      modules: ['clever'],
      timezone: 'America/Chicago',
    });
    expect(parseDistrict(begun, 'elm-county.json').name).toBe('Elm County');
  });
});
