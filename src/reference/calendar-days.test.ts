// The district's own calendar: a row a day, of one school or of all; a slip in it stops the run and is named.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { defaultDistrict, parseDistrict } from '../../lib/district.ts';
import { DistrictListMissingError } from '../district/beside.ts';
import { calendarDays } from './calendar-days.ts';

const folder = mkdtempSync(join(tmpdir(), 'homeroom-calendar-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function days(text: string | undefined, file = 'calendar.csv') {
  if (text !== undefined) writeFileSync(join(folder, file), text);
  const base = defaultDistrict({ district: 'maple', modules: ['clever'], timezone: 'America/New_York' });
  const district = parseDistrict({ ...base, calendar: { days: file } }, 'maple.json');
  return calendarDays({ district, districtFile: join(folder, 'maple.json') });
}

const header = 'school_id,date,is_school_day,event_name\n';

describe('the calendar beside the district file', () => {
  it('has a row a day; without a school it is of every school', () => {
    expect(days(`${header},2026-01-05,no,"Snow, again"\n10,2026-01-10,TRUE,\n`)).toEqual([
      [null, '2026-01-05', 'false', 'Snow, again'],
      ['10', '2026-01-10', 'true', null],
    ]);
  });

  it.each([
    ['a date that is none', `${header},2026-02-30,no,\n`, 'line 2'],
    ['a day that is neither', `${header},2026-01-05,no,\n,2026-01-06,maybe,\n`, 'line 3'],
  ])('stops at %s', (_, text, where) => {
    expect(() => days(text)).toThrow(
      expect.objectContaining({ code: 'DISTRICT_TABLE', where: expect.stringContaining(where) }),
    );
  });

  it('must be there when it is named', () => {
    expect(() => days(undefined, 'lost.csv')).toThrow(DistrictListMissingError);
    expect(() => days(undefined, 'lost.csv')).toThrow('lost.csv');
  });
});
