// The harmonize step of a run: writes the district's decisions as tables, then remakes what the day's rows touched.
import { join } from 'node:path';
import { PRESENT_FRACTION } from '../../lib/district.ts';
import type { Session } from '../adapters/duckdb.ts';
import type { DistrictContext } from '../district/context.ts';
import type { Lake } from '../lake/lake.ts';
import { policyDefaults } from '../metrics/registry.ts';
import { calendarDays } from '../reference/calendar-days.ts';
import { type ReferenceRows, referenceRows } from '../reference/reference-rows.ts';
import type { Manifest } from '../release/manifest.ts';
import { currentManifest } from '../release/release-store.ts';
import {
  checkSchema,
  type FileFacts,
  factsKey,
  type HarmonizeFacts,
  harmonizeSchema,
  identifySchema,
  planSchema,
  readFacts,
  writeFacts,
} from '../run/facts.ts';
import { tellProgress } from '../run/step-progress.ts';
import { identifier as q } from '../sql-text/sql-text.ts';
import { fingerprintOf } from './fingerprint.ts';
import { harmonize } from './harmonize.ts';
import { writeParts } from './make-table.ts';
import { duckType } from './parquet-view.ts';
import { type SparkPlan, sparkPlan, sparkPlanKey } from './spark-plan.ts';
import { monthsBetween, type Touch, touchedEverything, touchMonths } from './touched.ts';
import { worldOf } from './world.ts';

export async function harmonizeRun(
  context: DistrictContext,
  runId: string,
  year?: number,
): Promise<HarmonizeFacts> {
  const session = await context.session();
  const beside = await context.session();
  try {
    const { plan, check, identified, before, earlier, world, fingerprint } = await bindRun(
      context,
      session,
      runId,
      year,
    );
    const made: HarmonizeFacts['made'] = [];
    const result = await harmonize({
      session,
      beside,
      world,
      before: before.tables,
      newMonths: new Map(Object.entries(check.newMonths).map(([t, m]) => [t, new Set(m)])),
      newBatches: newBatchesOf(check.files),
      changedReferences: referenceTouches(identified.changed, before.date, plan.date),
      onlyYear: year,
      rebuild: year !== undefined || plan.rebuild || fingerprint !== before.fingerprint,
      runId,
      runDate: plan.date,
      onTable: (table, wasMade, seconds) => {
        tellProgress({
          done: world.catalog.order.indexOf(table) + 1,
          total: world.catalog.order.length,
          what: 'tables',
        });
        if (!wasMade) return;
        made.push({ table, seconds });
      },
    });
    const facts: HarmonizeFacts = { tables: result, fingerprint, made: [...(earlier?.made ?? []), ...made] };
    await writeFacts(context.lake, runId, 'harmonize', facts);
    return facts;
  } finally {
    beside.close();
    session.close();
  }
}

/** For a load that Spark makes: what this step alone knows, written down for the job. */
export async function planSparkRun(context: DistrictContext, runId: string): Promise<SparkPlan> {
  const session = await context.session();
  try {
    const { world, fingerprint } = await bindRun(context, session, runId);
    const carried = Object.entries(world.tables).filter(([name]) => !(name in world.catalog.tables));
    const plan = sparkPlan(world, runId, Object.fromEntries(carried), fingerprint);
    await context.lake.writeText(sparkPlanKey(runId), JSON.stringify(plan));
    return plan;
  } finally {
    session.close();
  }
}

/** The facts of the steps before, and the district's decisions written as tables beside those of the last release. */
async function bindRun(context: DistrictContext, session: Session, runId: string, year?: number) {
  const { lake, district } = context;
  const plan = await readFacts(lake, runId, 'plan', planSchema);
  const check = await readFacts(lake, runId, 'check', checkSchema);
  const identified = await readFacts(lake, runId, 'identify', identifySchema);
  const released = await currentManifest(lake, district.district);
  const earlier = year === undefined ? undefined : await yearsSoFar(lake, runId);
  const before = { ...released, tables: earlier?.tables ?? (plan.rebuild ? {} : released.tables) };
  const world = worldOf(context, check, before.tables);
  const rows = decisionRows(
    context,
    plan.date,
    (world.catalog.reference.policy?.columns ?? []).map((c) => c.name),
  );
  // A table that the SQL no longer makes or reads ends here: carried on, it would look like today's.
  const tables: Manifest['tables'] = Object.fromEntries(
    Object.entries(before.tables).filter(([t]) => t in world.catalog.tables || t in world.catalog.reference),
  );
  for (const [name, parts] of Object.entries(identified.parts)) tables[name] = { partition: 'all', parts };
  for (const [name, list] of Object.entries(rows)) {
    tables[name] = { partition: 'all', parts: await writeReference(session, world, name, list, runId) };
  }
  tables.load_file = await loadReport(session, world, check.files, before.tables.load_file, runId);
  return {
    plan,
    check,
    identified,
    before,
    earlier,
    world: { ...world, tables },
    fingerprint: fingerprintOf(context, rows, identified.optOuts.fingerprint),
  };
}

/** What the school years before this one, of the same run, have made. */
async function yearsSoFar(lake: Lake, runId: string): Promise<HarmonizeFacts | undefined> {
  return (await lake.exists(factsKey(runId, 'harmonize')))
    ? readFacts(lake, runId, 'harmonize', harmonizeSchema)
    : undefined;
}

function decisionRows(
  context: DistrictContext,
  runDate: string,
  policyColumns: readonly string[],
): ReferenceRows {
  const { district, root } = context;
  const rows = referenceRows(
    {
      codes: district.attendance.codes,
      moduleCodes: Object.fromEntries(
        Object.entries(district.attendance.modules).map(([m, v]) => [m, v.codes]),
      ),
      presentFraction: PRESENT_FRACTION,
      holidays: district.calendar.holidays,
      firstMonth: district.calendar.firstMonth,
      thresholds: { ...policyDefaults(join(root, 'metrics')), ...district.thresholds },
    },
    context.contracts,
    runDate,
    policyColumns,
  );
  return {
    ...rows,
    district_calendar: [...(rows.district_calendar ?? []), ...calendarDays(context)],
  };
}

async function writeReference(
  session: Session,
  world: ReturnType<typeof worldOf>,
  name: string,
  rows: readonly (readonly (string | null)[])[],
  runId: string,
) {
  const columns = world.catalog.reference[name]?.columns ?? [];
  await session.run(
    `create or replace temp table ${q(`raw_${name}`)} (${columns.map((c) => `${q(c.name)} varchar`).join(', ')})`,
  );
  await session.append(`raw_${name}`, rows);
  const cast = columns.map((c) => `cast(${q(c.name)} as ${duckType(c.type)}) as ${q(c.name)}`).join(', ');
  return writeParts(
    session,
    world,
    name,
    `select ${cast}, 'all' as part from ${q(`raw_${name}`)}`,
    'part',
    runId,
  );
}

/** The report grows by one partition a run; earlier ones are carried over as they are. */
async function loadReport(
  session: Session,
  world: ReturnType<typeof worldOf>,
  files: readonly FileFacts[],
  before: Manifest['tables'][string] | undefined,
  runId: string,
): Promise<Manifest['tables'][string]> {
  const sum = (record: Readonly<Record<string, number>>) => Object.values(record).reduce((a, b) => a + b, 0);
  const rows = files.map((f) =>
    [
      runId,
      f.module,
      f.table,
      f.fileName,
      f.rowsIn,
      f.accepted,
      sum(f.quarantined),
      f.superseded,
      f.held,
      f.blankLines,
      f.headerLines,
      f.status,
      f.reason,
    ].map(String),
  );
  const parts = await writeReference(session, world, 'load_file', rows, runId);
  return { partition: 'all', parts: { ...before?.parts, [runId]: parts.all ?? [] } };
}

function newBatchesOf(files: readonly FileFacts[]): ReadonlyMap<string, ReadonlySet<string>> {
  const batches = new Map<string, Set<string>>();
  for (const { status, batch, module, batchTable } of files) {
    if (status !== 'accepted' || batch === null) continue;
    const id = `${module}.${batchTable}`;
    batches.set(id, (batches.get(id) ?? new Set<string>()).add(batch.batchId));
  }
  return batches;
}

/** Ids are new every day, which touches nothing that is there; the run's date touches the days since the last run. */
function referenceTouches(identityChanged: boolean, from: string, to: string): ReadonlyMap<string, Touch> {
  const grown: Touch = { everything: false, months: new Set(), changed: true };
  const [first = '', last = ''] = [from, to].sort();
  return new Map([
    ['identity_map', identityChanged ? touchedEverything : grown],
    ['identity_seen', grown],
    ['load_file', grown],
    ['policy', touchMonths(monthsBetween(first.slice(0, 7), last))],
  ]);
}
