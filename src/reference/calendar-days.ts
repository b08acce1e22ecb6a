// The district's own calendar, where its file names one: a row a day, of one school or of all.
import { z } from 'zod';
import { readBeside } from '../district/beside.ts';
import type { DistrictContext } from '../district/context.ts';
import { csvTable, DistrictTableError } from './csv-table.ts';

const isoDay = z.iso.date();
const words = new Map([
  ['true', 'true'],
  ['yes', 'true'],
  ['1', 'true'],
  ['false', 'false'],
  ['no', 'false'],
  ['0', 'false'],
]);

/**
 * Rows of the reference relation district_calendar, as text.
 * @throws DistrictListMissingError, DistrictTableError
 */
export function calendarDays({
  district,
  districtFile,
}: Pick<DistrictContext, 'district' | 'districtFile'>): (string | null)[][] {
  const file = district.calendar.days;
  if (file === undefined) return [];
  const columns = ['school_id', 'date', 'is_school_day', 'event_name'] as const;
  return csvTable(readBeside(districtFile, file, 'calendar.days'), file, columns).map(({ line, cell }) => {
    const date = isoDay.safeParse(cell('date'));
    if (!date.success) {
      throw new DistrictTableError(
        file,
        line,
        'a date is missing or not readable',
        'Write dates YYYY-MM-DD.',
      );
    }
    const open = words.get(cell('is_school_day')?.toLowerCase() ?? '');
    if (open === undefined) {
      throw new DistrictTableError(
        file,
        line,
        'is_school_day says neither yes nor no',
        'Write true or false.',
      );
    }
    return [cell('school_id'), date.data, open, cell('event_name')];
  });
}
