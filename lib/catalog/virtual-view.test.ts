// A view in the catalog decodes to exactly what was put in, and names types the way each reader wants them.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeVirtualView, hiveType, virtualView } from './virtual-view.ts';

describe('a virtual view', () => {
  const columns = [
    { name: 'school', type: 'varchar' },
    { name: 'school_year', type: 'integer' },
    { name: 'rate', type: 'double' },
  ];
  const view = virtualView('v', 'select school, school_year, rate from m;\n', columns, 'homeroom_maple_dev');

  it('names Hive types outside and Athena types inside', () => {
    expect(view.columns.map((column) => column.type)).toEqual(['string', 'int', 'double']);
    expect(decodeVirtualView(view.viewOriginalText).columns).toEqual(columns);
  });

  it('looks names up in its own database', () => {
    expect(decodeVirtualView(view.viewOriginalText)).toMatchObject({
      originalSql: 'select school, school_year, rate from m',
      catalog: 'awsdatacatalog',
      schema: 'homeroom_maple_dev',
    });
  });

  it('carries any text unharmed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const sql = `select '${text}' as a`;
        return decodeVirtualView(virtualView('v', sql, [], 'd').viewOriginalText).originalSql === sql;
      }),
    );
  });

  it.each([
    ['varchar', 'string'],
    ['integer', 'int'],
    ['real', 'float'],
    ['varbinary', 'binary'],
    ['bigint', 'bigint'],
  ])('Athena calls it %s, Hive %s', (athena, hive) => expect(hiveType(athena)).toBe(hive));
});
