// The district's list of opt-outs: ids in clear, which become pseudonyms here before any table holds them.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Session } from '../adapters/duckdb.ts';
import { readBeside } from '../district/beside.ts';
import type { DistrictContext } from '../district/context.ts';
import type { IdSystemRule } from '../intake/stage.ts';
import { pseudonymPurpose } from '../pseudonym/key-ring.ts';
import { normalFormSql, pseudonymOf } from '../pseudonym/pseudonym.ts';
import { csvTable, DistrictTableError, type TableRow } from '../reference/csv-table.ts';
import { identifier as q } from '../sql-text/sql-text.ts';

/** Where the list lies in AWS; it wins over a file beside the district file. */
export const optOutsKey = 'identity/opt-outs.csv';

/** all: no measure at all; digital: no activity online; models: no prediction. */
export const optOutScopes = ['all', 'digital', 'models'] as const;

type Row = TableRow<'id_system' | 'id' | 'scope'>;

export interface OptOuts {
  readonly listed: number;
  /** Of the list as pseudonyms: another list is another picture of everything. */
  readonly fingerprint: string;
}

/**
 * Leaves the table `opt_out_new` (id_system, id, scope) in the session.
 * @throws DistrictListMissingError, DistrictTableError
 */
export async function gatherOptOuts(context: DistrictContext, session: Session): Promise<OptOuts> {
  const list = await clearList(context);
  const rows: [string, string, string][] = [];
  for (const [system, group] of Map.groupBy(list.rows, (row) => row.cell('id_system') ?? '')) {
    const subkey = await context.keys.subkey(pseudonymPurpose(system));
    for (const { id, scope } of await normalised(context, session, list.file, system, group)) {
      rows.push([system, pseudonymOf(subkey, id), scope]);
    }
  }
  const unique = [...new Map(rows.map((row) => [row.join('|'), row])).values()].sort((a, b) =>
    a.join('|') < b.join('|') ? -1 : 1,
  );
  await session.run(
    'create or replace temp table opt_out_new (id_system varchar, id varchar, scope varchar)',
  );
  await session.append('opt_out_new', unique);
  const fingerprint = createHash('sha256').update(JSON.stringify(unique)).digest('hex').slice(0, 16);
  return { listed: unique.length, fingerprint };
}

async function clearList(context: DistrictContext): Promise<{ file: string; rows: Row[] }> {
  const { lake, district, districtFile } = context;
  const columns = ['id_system', 'id', 'scope'] as const;
  if (await lake.exists(optOutsKey)) {
    return {
      file: optOutsKey,
      rows: csvTable(readFileSync(await lake.fetch(optOutsKey)), optOutsKey, columns),
    };
  }
  if (district.optOuts === undefined) return { file: '', rows: [] };
  const bytes = readBeside(districtFile, district.optOuts, 'optOuts', optOutsKey);
  return { file: district.optOuts, rows: csvTable(bytes, district.optOuts, columns) };
}

/** Normal forms are SQL, the same as intake's, so that list and files can't part. */
async function normalised(
  context: DistrictContext,
  session: Session,
  file: string,
  system: string,
  group: readonly Row[],
): Promise<{ id: string; scope: string }[]> {
  const [first] = group;
  const rule = ruleOf(context, system);
  if (!rule) {
    const mend = `Write one of: ${Object.keys(context.district.idSystems).join(', ')}.`;
    throw new DistrictTableError(file, first?.line ?? 1, 'id_system names none of this district', mend);
  }
  await session.run('create or replace temp table opt_out_clear (line varchar, id varchar)');
  await session.append(
    'opt_out_clear',
    group.map((row) => [String(row.line), row.cell('id')]),
  );
  const found = await session.rows(
    `select line, ${normalFormSql(q('id'), rule.normalForm)} as id from opt_out_clear`,
  );
  await session.run('drop table opt_out_clear');
  const ids = new Map(found.map((r) => [Number(r.line), typeof r.id === 'string' ? r.id : '']));
  return group.map((row) => {
    const id = ids.get(row.line) ?? '';
    const scope = (row.cell('scope') ?? 'all').toLowerCase();
    const problem = faultOf(id, scope, rule);
    // A row that means nobody must not pass in silence: somebody trusts that it works.
    if (problem) throw new DistrictTableError(file, row.line, ...problem);
    return { id, scope };
  });
}

function ruleOf({ district }: DistrictContext, system: string): IdSystemRule | undefined {
  const declared = district.idSystems[system];
  return declared && { name: system, normalForm: declared.normalForm, pattern: declared.pattern };
}

function faultOf(id: string, scope: string, rule: IdSystemRule): [string, string] | undefined {
  if (id === '') return ['a row has no id', 'Write the id as the source system shows it.'];
  if (rule.pattern !== undefined && !new RegExp(`^(?:${rule.pattern})$`, 'u').test(id)) {
    return [`an id does not look like one of ${rule.name}`, `Its pattern is ${rule.pattern}.`];
  }
  if (!optOutScopes.some((known) => known === scope)) {
    return ['a scope is not known', `Write one of: ${optOutScopes.join(', ')}.`];
  }
  return undefined;
}
