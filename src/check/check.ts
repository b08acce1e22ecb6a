// The check step: brings the chunks' facts together, guards against mass deletion, and names what the run may use.
import type { Session } from '../adapters/duckdb.ts';
import type { TableContract } from '../contract/contract.ts';
import type { DistrictContext } from '../district/context.ts';
import { parquetQuery } from '../harmonize/parquet-view.ts';
import { schoolYearOf } from '../harmonize/touched.ts';
import type { Batch, Manifest } from '../release/manifest.ts';
import { currentManifest } from '../release/release-store.ts';
import { type CheckFacts, type FileFacts, intakeSchema, planSchema, readFacts, writeFacts } from '../run/facts.ts';
import { identifier as q } from '../sql-text/sql-text.ts';
import { approved } from './decisions.ts';
import { tooManyGone } from './deletion-guard.ts';

export async function checkRun(context: DistrictContext, runId: string): Promise<CheckFacts> {
  const { lake, district } = context;
  const plan = await readFacts(lake, runId, 'plan', planSchema);
  const before = await currentManifest(lake, district.district);
  const batches: Manifest['batches'] = Object.fromEntries(
    Object.entries(plan.rebuild ? {} : before.batches).map(([t, list]) => [t, [...list]]),
  );
  const facts: CheckFacts = { files: [], consumed: [], batches, newMonths: {}, years: [], bytes: 0, changed: false };
  const session = await context.session();
  try {
    for (const chunk of plan.chunks.keys()) {
      const part = await readFacts(lake, runId, `intake-${chunk}`, intakeSchema);
      facts.consumed.push(...part.consumed);
      for (const file of part.files) facts.files.push(await judged(context, session, batches, file));
    }
  } finally {
    session.close();
  }
  await addSpan(context, facts);
  facts.changed = facts.files.some((f) => f.status === 'accepted' && f.batch !== null);
  await writeFacts(lake, runId, 'check', facts);
  return facts;
}

/** The file's facts after the guard; an accepted batch is added to `batches` in the order of what it speaks of. */
async function judged(
  context: DistrictContext,
  session: Session,
  batches: Manifest['batches'],
  file: FileFacts,
): Promise<FileFacts> {
  if (file.status !== 'accepted' || file.batch === null) return file;
  const batch = file.batch;
  const id = `${file.module}.${file.batchTable}`;
  const known = batches[id] ?? [];
  if (known.some((b) => b.batchId === batch.batchId)) return repeated(file);
  if (batch.delivery === 'snapshot' && !(await approved(context.lake, batch.batchId))) {
    const reason = await guard(context, session, file, known, batch);
    if (reason !== undefined) {
      return { ...file, status: 'held', reason, held: file.rowsIn, accepted: 0, superseded: 0, quarantined: {} };
    }
  }
  batches[id] = [...known, batch].sort((a, b) => (a.asOf + a.batchId < b.asOf + b.batchId ? -1 : 1));
  return file;
}

export function repeated(file: FileFacts): FileFacts {
  return {
    ...file,
    status: 'repeated',
    reason: 'the same file was taken in before',
    superseded: file.rowsIn,
    accepted: 0,
    quarantined: {},
    held: 0,
    batch: null,
  };
}

async function guard(
  context: DistrictContext,
  session: Session,
  file: FileFacts,
  known: readonly Batch[],
  batch: Batch,
): Promise<string | undefined> {
  const previous = known.filter((b) => b.delivery === 'snapshot' && b.asOf < batch.asOf).at(-1);
  const table = context.contracts.find((c) => c.module === file.module)?.tables[file.batchTable];
  if (!previous || !table) return undefined;
  const gone = await keysGone(context, session, table, previous, batch);
  return tooManyGone({ gone, before: previous.accepted, limits: context.district.deletionGuard });
}

async function keysGone(
  { lake }: DistrictContext,
  session: Session,
  table: TableContract,
  previous: Batch,
  batch: Batch,
): Promise<number> {
  const columns = [...new Set([...table.key, ...(table.scope ?? [])])].map((name) => ({ name, type: 'varchar' }));
  const side = async (b: Batch) =>
    parquetQuery(columns, await Promise.all(b.files.map((f) => lake.fetch(f.key))));
  const same = (a: string, b: string, names: readonly string[]) =>
    names.map((k) => `${a}.${q(k)} is not distinct from ${b}.${q(k)}`).join(' and ');
  const inScope = table.scope
    ? `and exists (select 1 from (${await side(batch)}) as s where ${same('p', 's', table.scope)})`
    : '';
  const [row] = await session.rows(
    `select count(*) as n from (${await side(previous)}) as p where not exists (select 1 from (${await side(batch)}) as n where ${same('p', 'n', table.key)}) ${inScope}`,
  );
  return Number(row?.n ?? 0);
}

async function addSpan({ lake, district }: DistrictContext, facts: CheckFacts): Promise<void> {
  const years = new Set<number>();
  for (const file of facts.files) {
    if (file.status !== 'accepted' || file.batch === null) continue;
    const id = `${file.module}.${file.batchTable}`;
    const months = new Set(facts.newMonths[id]);
    for (const f of file.batch.files) {
      months.add(f.month);
      if (f.month !== 'all') years.add(schoolYearOf(f.month, district.calendar.firstMonth));
      facts.bytes += await lake.size(f.key);
    }
    facts.newMonths[id] = [...months].sort();
  }
  facts.years = [...years].sort();
}
