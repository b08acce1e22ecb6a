// Only columns that name an id system are translated, in either engine's spelling of names.
import { describe, expect, it } from '@jest/globals';
import { mappedColumnSql } from './mapped-column.ts';

const idSystems = { iready_student: 'sis_student' };

describe('a column of a mapped relation', () => {
  it.each(['id_system', 'id_system_a', 'id_system_b'])('%s speaks of the district', (name) => {
    expect(mappedColumnSql(name, idSystems, '`')).toBe(
      `case \`${name}\` when 'iready_student' then 'sis_student' else \`${name}\` end as \`${name}\``,
    );
  });

  it('stays as it is where nothing is renamed', () => {
    expect(mappedColumnSql('id_system', {}, '"')).toBe('"id_system"');
    expect(mappedColumnSql('student_id', idSystems, '"')).toBe('"student_id"');
  });
});
