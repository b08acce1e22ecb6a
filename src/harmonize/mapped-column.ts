// A mapping speaks of id systems as its module calls them; what all modules share speaks of the district's.
import { literal } from '../sql-text/sql-text.ts';

const idSystemColumn = /^id_system(_[ab])?$/;

/** The column as it stands in `mapped_<target>`; `mark` is the engine's sign around names. */
export function mappedColumnSql(
  name: string,
  idSystems: Readonly<Record<string, string>> = {},
  mark: '"' | '`',
): string {
  const column = `${mark}${name}${mark}`;
  const renamed = Object.entries(idSystems);
  if (!idSystemColumn.test(name) || renamed.length === 0) return column;
  const cases = renamed.map(([own, districts]) => `when ${literal(own)} then ${literal(districts)}`);
  return `case ${column} ${cases.join(' ')} else ${column} end as ${column}`;
}
