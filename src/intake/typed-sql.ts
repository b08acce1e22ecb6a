// Compiles a contract's columns to SQL: from text cells to typed values, and the first rule that a row breaks.

import { type ColumnContract, type Contract, hasFullSets, type TableContract } from '../contract/contract.ts';
import { identifier, literal } from '../sql-text/sql-text.ts';
import { dateFormat, mayDisagree } from './date-formats.ts';

const isoStamp =
  '[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,9})?)?(Z|[+-][0-9]{2}:?[0-9]{2})?)?';

/** The cell without surrounding blanks, null where the contract says that the token means "nothing". */
export function cleanedSql(cell: string, column: ColumnContract, contract: Contract): string {
  const nulls = column.nulls ?? contract.nulls;
  const none = [...new Set(['', ...nulls])].map((token) => `when ${literal(token)} then null`);
  return `case ${trimmedSql(cell)} ${none.join(' ')} else ${trimmedSql(cell)} end`;
}

/** trim() decodes every sign; a text of ASCII that neither begins nor ends with a blank needs none of it. */
function trimmedSql(x: string): string {
  return `case when ${x} >= '!' and ${x} < '~' and not ends_with(${x}, ' ') and strlen(${x}) = length(${x}) then ${x} else trim(${x}) end`;
}

/** The typed value of a cleaned text `x`, or null where it cannot be read as declared. */
export function typedSql(x: string, column: ColumnContract, zones: Zones): string {
  switch (column.type) {
    case 'text':
      return x;
    case 'integer':
      // A number that is written back as it was read needs no pattern.
      return `case when strlen(${x}) <= 18 and cast(try_cast(${x} as bigint) as varchar) = ${x} then try_cast(${x} as bigint) when regexp_full_match(${x}, '[+-]?[0-9]{1,18}([.]0+)?') then try_cast(split_part(${x}, '.', 1) as bigint) end`;
    case 'double':
      return `case when regexp_full_match(${x}, '[+-]?([0-9]+([.][0-9]*)?|[.][0-9]+)([eE][+-]?[0-9]+)?') then try_cast(${x} as double) end`;
    case 'boolean':
      return booleanSql(x, column);
    case 'date':
      return datesSql(x, column.formats ?? ['yyyy-MM-dd']);
    case 'local_date':
      return `cast((${stampSql(x, column, zones)}) at time zone 'UTC' at time zone ${literal(zones.district)} as date)`;
    case 'timestamp':
      return stampSql(x, column, zones);
    case 'minutes_hms':
      return `case when regexp_full_match(${x}, '[0-9]{1,4}:[0-5][0-9]:[0-5][0-9]([.][0-9]+)?') then cast(split_part(${x}, ':', 1) as bigint) * 3600 + cast(split_part(${x}, ':', 2) as bigint) * 60 + cast(left(split_part(${x}, ':', 3), 2) as bigint) end`;
    case 'iso_duration':
      return durationSql(x);
  }
}

export interface Zones {
  /** Zone of stamps without a zone of their own in this module's files. */
  readonly files: string;
  /** Zone whose days are school days. */
  readonly district: string;
}

function booleanSql(x: string, column: ColumnContract): string {
  const words = (given: readonly string[] | undefined, usual: readonly string[], answer: string) =>
    [...new Set((given ?? usual).map((w) => w.toLowerCase()))].map(
      (w) => `when ${literal(w)} then ${answer}`,
    );
  const yes = words(column.true, ['true', 't', 'yes', 'y', '1'], 'true');
  const no = words(column.false, ['false', 'f', 'no', 'n', '0'], 'false');
  return `case lower(${x}) ${[...yes, ...no].join(' ')} end`;
}

function dateSql(x: string, format: string): string {
  const { pattern, strptime, iso } = dateFormat(format);
  const value = iso ? `try_cast(${x} as date)` : `try_cast(try_strptime(${x}, ${literal(strptime)}) as date)`;
  // The length alone proves an ISO date much faster than a pattern: "2024-01-05" is the only 10-sign spelling that casts.
  const shape = iso ? `length(${x}) = 10` : `regexp_full_match(${x}, ${literal(pattern)})`;
  return `case when ${shape} then ${value} end`;
}

function datesSql(x: string, formats: readonly string[]): string {
  const tries = formats.map((f) => dateSql(x, f));
  return tries.length === 1 ? (tries[0] ?? 'null') : `coalesce(${tries.join(', ')})`;
}

/** True where two declared formats read one text as different dates: it must not be guessed. */
export function ambiguousSql(x: string, column: ColumnContract): string | undefined {
  const formats = [...new Set(column.formats ?? [])];
  if (column.type !== 'date' || formats.length < 2) return undefined;
  const pairs = formats.flatMap((a, i) =>
    formats
      .slice(i + 1)
      .filter((b) => mayDisagree(a, b))
      .map((b) => `(${dateSql(x, a)}) <> (${dateSql(x, b)})`),
  );
  if (pairs.length === 0) return undefined;
  return `coalesce(${pairs.map((p) => `coalesce(${p}, false)`).join(' or ')}, false)`;
}

function stampSql(x: string, column: ColumnContract, zones: Zones): string {
  if (!column.formats?.length) {
    return `case when not regexp_full_match(${x}, ${literal(isoStamp)}) then null when regexp_matches(${x}, '[0-9](Z|[+-][0-9]{2}:?[0-9]{2})$') and length(${x}) > 10 then try_cast(${x} as timestamptz) at time zone 'UTC' else ${toUtc(`try_cast(${x} as timestamp)`, zones.files)} end`;
  }
  const tries = column.formats.map((format) => {
    const { pattern, strptime, zoned } = dateFormat(format);
    const bare = zoned ? `regexp_replace(${x}, '(Z|[+-][0-9]{2}:?[0-9]{2})$', '')` : x;
    const local = `try_strptime(${bare}, ${literal(strptime)})`;
    const minutes = `case when right(${x}, 1) = 'Z' then 0 else cast(regexp_extract(${x}, '([+-][0-9]{2}):?([0-9]{2})$', 1) as bigint) * 60 + cast(left(regexp_extract(${x}, '([+-][0-9]{2}):?([0-9]{2})$', 1), 1) || regexp_extract(${x}, '([+-][0-9]{2}):?([0-9]{2})$', 2) as bigint) end`;
    const value = zoned ? `${local} - to_minutes(${minutes})` : toUtc(local, zones.files);
    return `case when regexp_full_match(${x}, ${literal(pattern)}) then ${value} end`;
  });
  return `coalesce(${tries.join(', ')})`;
}

function toUtc(local: string, zone: string): string {
  return zone === 'UTC' ? local : `${local} at time zone ${literal(zone)} at time zone 'UTC'`;
}

function durationSql(x: string): string {
  const part = (unit: string) =>
    `coalesce(try_cast(nullif(regexp_extract(${x}, '([0-9]+)${unit}', 1), '') as bigint), 0)`;
  return `case when regexp_full_match(${x}, 'P([0-9]+D)?(T([0-9]+H)?([0-9]+M)?([0-9]+([.][0-9]+)?S)?)?') and length(${x}) > 1 then ${part('D')} * 86400 + ${part('H')} * 3600 + ${part('M')} * 60 + ${part('([.][0-9]+)?S')} end`;
}

/** The first rule that a row breaks as "rule:column", or null for a good row; "rule:column:key" where its key could be read all the same (only for full sets, where that matters). Columns are "c_<name>" (clean), "t_<name>" (typed), "n_<name>" (normal form of an id). */
export function faultSql(table: TableContract, idPatterns: ReadonlyMap<string, string>): string {
  const cases: string[] = [];
  const ofKey: string[] = [];
  const fault = (condition: string, rule: string, name: string) => {
    cases.push(`when ${condition} then ${literal(`${rule}:${name}`)}`);
    if (table.key.includes(name)) ofKey.push(`when ${condition} then ''`);
  };
  for (const [name, column] of Object.entries(table.columns)) {
    if (column.privacy === 'drop' || column.privacy === 'identity') continue;
    const clean = identifier(`c_${name}`);
    const typed = identifier(`t_${name}`);
    if (column.required) fault(`${clean} is null`, 'required', name);
    if (column.privacy === 'pseudonym') {
      const pattern = idPatterns.get(name);
      const normal = identifier(`n_${name}`);
      if (pattern)
        fault(
          `${clean} is not null and not regexp_full_match(${normal}, ${literal(pattern)})`,
          'id_pattern',
          name,
        );
      continue;
    }
    const ambiguous = ambiguousSql(clean, column);
    if (ambiguous) fault(`${clean} is not null and ${ambiguous}`, 'ambiguous_date', name);
    if (column.type !== 'text')
      fault(`${clean} is not null and ${typed} is null`, `type_${column.type}`, name);
    if (column.allowed) {
      const list = column.allowed.map((v) => literal(v.toLowerCase())).join(', ');
      fault(`${clean} is not null and lower(${clean}) not in (${list})`, 'allowed', name);
    }
    if (column.pattern !== undefined) {
      const fits = `regexp_full_match(${clean}, ${literal(column.pattern)})`;
      fault(`${clean} is not null and not ${fits}`, 'pattern', name);
    }
  }
  const keyIsNull = table.key.map((k) => `${identifier(`c_${k}`)} is null`).join(' and ');
  if (keyIsNull) fault(keyIsNull, 'key_null', table.key[0] ?? '');
  // A row without a month could be filed nowhere.
  if (table.partition !== undefined) ofKey.push(`when ${identifier(`t_${table.partition}`)} is null then ''`);
  const first = `case ${cases.join('\n    ')} end`;
  return hasFullSets(table) ? `${first} || case ${ofKey.join(' ')} else ':key' end` : first;
}
