// A table kept by hand is read by its names, and a fault in it is told by file and line, never by its content.
import { describe, expect, it } from '@jest/globals';
import { csvTable, DistrictTableError } from './csv-table.ts';

const read = (text: string) =>
  csvTable(Buffer.from(text), 'lists/days.csv', ['date', 'event_name']).map((r) => [
    r.line,
    r.cell('date'),
    r.cell('event_name'),
  ]);

describe('a table of the district', () => {
  it('is read by the names of its columns, whatever their order and company', () => {
    expect(read('Event Name,who,date\r\n"Snow, again",x, 2026-01-05 \r\n')).toEqual([
      [2, '2026-01-05', 'Snow, again'],
    ]);
  });

  it('may have a byte order mark, semicolons and blank lines', () => {
    expect(read('\uFEFFdate;event_name\n\n2026-01-05;\n')).toEqual([[3, '2026-01-05', null]]);
  });

  it('without a column that is needed is an error naming file and column', () => {
    expect(() => read('date,name\n2026-01-05,Snow\n')).toThrow(DistrictTableError);
    expect(() => read('date,name\n')).toThrow('lists/days.csv');
    expect(() => read('date,name\n')).toThrow('event_name');
  });

  it('with a row of another length is an error that names the line and no cell', () => {
    const ragged = () => read('date,event_name\n2026-01-05,Snow\n2026-01-06,Ada,Park\n');
    expect(ragged).toThrow(expect.objectContaining({ where: 'lists/days.csv, line 3' }));
    expect(ragged).not.toThrow('Ada');
  });
});
