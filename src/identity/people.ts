// What the identity store knows of each id for the name rule: given name, family name and birth date, in normal form.
import type { Session } from '../adapters/duckdb.ts';
import type { Contract, TableContract } from '../contract/contract.ts';
import { parquetQuery } from '../harmonize/parquet-view.ts';
import { ambiguousSql, typedSql } from '../intake/typed-sql.ts';
import type { Lake } from '../lake/lake.ts';
import { literal } from '../sql-text/sql-text.ts';
import { nameForm } from './name-form.ts';

/** Rows of intake's identity files that came with this run. */
export interface ToldFile {
  readonly module: string;
  readonly table: string;
  readonly key: string;
}

export interface PeopleInput {
  readonly session: Session;
  readonly lake: Lake;
  readonly contracts: readonly Contract[];
  readonly fresh: readonly ToldFile[];
  /** The run whose people are carried on; null where all begins anew. */
  readonly before: string | null;
  readonly runId: string;
}

const valuesZone = 'identity/values';
const peopleZone = 'identity/people';
const peopleKey = (runId: string) => `${peopleZone}/${runId}.parquet`;
const columns = ['module', 'id_system', 'id', 'field', 'value'].map((name) => ({ name, type: 'varchar' }));

/**
 * Leaves `identity_people` (module, id_system, id, field, value) in the session and keeps it beside the run, so that a
 * day reads its own files alone and a rollback goes on from what was known then.
 */
export async function gatherPeople(input: PeopleInput): Promise<void> {
  const { session, lake, contracts, before, runId } = input;
  const carried = before === null ? undefined : peopleKey(before);
  const isThere = carried !== undefined && (await lake.exists(carried));
  // Without the people of the day before, every value that was ever told is read again.
  const files = before === null || isThere ? input.fresh : await everyFile(lake);
  const heard = await heardSql(lake, contracts, files);
  await session.run(`create or replace temp table identity_heard as ${heard}`);
  await nameForms(session);
  const previous = parquetQuery(columns, isThere ? [await lake.fetch(carried)] : []);
  await session.run(
    `create or replace temp table identity_people as
select module, id_system, id, field, value from (${previous})
union
select module, id_system, id, field, form from identity_heard join name_forms using (clear_value) where field <> 'birth_date'
union
select module, id_system, id, field, strftime(birth_date, '%Y-%m-%d') from identity_heard where birth_date is not null`,
  );
  for (const table of ['identity_heard', 'name_forms']) await session.run(`drop table ${table}`);
  const local = await lake.scratch('people.parquet');
  await session.run(
    `copy (select * from identity_people order by all) to ${literal(local)} (format parquet, compression zstd)`,
  );
  await lake.publish(local, peopleKey(runId));
}

/** People of runs that are no release (any more) go; those of this run stay. */
export async function forgetPeople(lake: Lake, kept: ReadonlySet<string>): Promise<void> {
  for (const key of await lake.list(peopleZone)) {
    const run = key.slice(peopleZone.length + 1).replace(/\.parquet$/, '');
    if (!kept.has(run)) await lake.remove(key);
  }
}

/** Tables without names or birth dates leave no file that matters here. */
export function tellsNames(table: TableContract | undefined): boolean {
  return Object.values(table?.columns ?? {}).some(
    (c) => c.privacy === 'identity' && /^(given_name|family_name|birth_date)$/.test(c.field ?? ''),
  );
}

/** `identity/values/<module>/<table>/<name>` of the ids at `staged/ids/<module>/<table>/<name>`. */
export function valuesKey(seenKey: string): string {
  return `${valuesZone}/${seenKey.split('/').slice(2).join('/')}`;
}

async function everyFile(lake: Lake): Promise<ToldFile[]> {
  return (await lake.list(valuesZone)).map((key) => {
    const [, , module = '', table = ''] = key.split('/');
    return { module, table, key };
  });
}

async function heardSql(
  lake: Lake,
  contracts: readonly Contract[],
  files: readonly ToldFile[],
): Promise<string> {
  const told = ['id_system', 'id', 'field', 'clear_value'].map((name) => ({ name, type: 'varchar' }));
  const groups = Map.groupBy(files, (f) => `${f.module}/${f.table}`);
  const parts = [`select '' as module, *, cast(null as date) as birth_date from (${parquetQuery(told, [])})`];
  for (const list of groups.values()) {
    const [first] = list;
    const table = contracts.find((c) => c.module === first?.module)?.tables[first?.table ?? ''];
    if (!first || !tellsNames(table)) continue;
    const paths: string[] = [];
    for (const { key } of list) if (await lake.exists(key)) paths.push(await lake.fetch(key));
    const birth = `case when field = 'birth_date' then ${birthDateSql('clear_value', table)} end`;
    parts.push(
      `select distinct ${literal(first.module)}, id_system, id, field, clear_value, ${birth} from (${parquetQuery(told, paths)}) where field in ('given_name', 'family_name', 'birth_date')`,
    );
  }
  return parts.join(' union all ');
}

/** The formats that the contract declares for the birth date or for its twin, the birth year; else ISO alone. */
function birthDateSql(x: string, table: TableContract | undefined): string {
  const all = Object.values(table?.columns ?? {});
  const births = all.filter((c) => c.privacy === 'identity' && c.field === 'birth_date');
  const sources = new Set(births.flatMap((c) => c.from ?? []));
  const twins = all.filter((c) => c.type === 'date' && c.from?.some((name) => sources.has(name)));
  const formats = [...new Set([...births, ...twins].flatMap((c) => c.formats ?? []))];
  const column = {
    type: 'date',
    privacy: 'identity',
    required: false,
    formats: formats.length > 0 ? formats : ['yyyy-MM-dd'],
  } as const;
  const date = { ...column, formats: [...column.formats] };
  const zones = { files: 'UTC', district: 'UTC' };
  // A text that two formats read as different dates proves nothing about anybody.
  return `case when not ${ambiguousSql(x, date) ?? 'false'} then ${typedSql(x, date, zones)} end`;
}

async function nameForms(session: Session): Promise<void> {
  const names = await session.rows(
    "select distinct clear_value from identity_heard where field <> 'birth_date'",
  );
  await session.run('create or replace temp table name_forms (clear_value varchar, form varchar)');
  const forms = names.map((r) => [String(r.clear_value), nameForm(String(r.clear_value))] as const);
  await session.append(
    'name_forms',
    forms.filter(([, form]) => form !== ''),
  );
}
