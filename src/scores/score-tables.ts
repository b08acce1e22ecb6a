// The tables of scores in a release: what the day's jobs found, the plain list where no model may speak, and the registry.

import { FORECAST_TASK } from '../../lib/models/district-tasks.ts';
import type { Session } from '../adapters/duckdb.ts';
import type { DistrictContext } from '../district/context.ts';
import { type FeatureFacts, featuresSchema, plainKey } from '../features/features-step.ts';
import { writeParts } from '../harmonize/make-table.ts';
import { duckType, olderParquetQuery, parquetQuery } from '../harmonize/parquet-view.ts';
import { type Column, readCatalog } from '../harmonize/sql-catalog.ts';
import type { Lake } from '../lake/lake.ts';
import { archivePrefix, type Registry, readRegistry } from '../registry/registry.ts';
import type { Manifest } from '../release/manifest.ts';
import { factsKey, readFacts } from '../run/facts.ts';
import { scoresKey } from '../run/scores-key.ts';
import { literal, identifier as q } from '../sql-text/sql-text.ts';

/** Days after which a list that nobody made again is no list any more. */
const PLAIN_DAYS = 14;

/** The six tables, or nothing where the run made no features: then those of the release before stay. */
export async function scoreTables(
  context: DistrictContext,
  runId: string,
  before: Manifest['tables'],
  date: string,
): Promise<Manifest['tables']> {
  const { lake } = context;
  if (!(await lake.exists(factsKey(runId, 'features')))) return {};
  const facts = await readFacts(lake, runId, 'features', featuresSchema);
  const session = await context.session();
  try {
    const world = { lake, session, runId, before, date, columns: columnsOf(context.root) };
    const registry = await readRegistry(lake);
    const speaks = speaking(registry);
    const forecasts = Object.hasOwn(registry.tasks, FORECAST_TASK)
      ? registry.tasks[FORECAST_TASK]
      : undefined;
    const queries = {
      risk_score: await riskScores(world, registry, facts),
      risk_reason: await fromJob(world, 'risk_reason', 'reasons', speaks),
      mark_forecast: await fromJob(
        world,
        'mark_forecast',
        'forecasts',
        String((forecasts?.champion ?? null) !== null),
      ),
      drift_record: await fromJob(world, 'drift_record', 'drift', `${speaks} and ${trainedHere(registry)}`),
      model_record: await modelRecords(world, registry),
      model_measure: await modelMeasures(world, registry),
    };
    const tables: Manifest['tables'] = {};
    for (const [name, query] of Object.entries(queries)) {
      const parts = await writeParts(
        session,
        { lake },
        name,
        `select *, 'all' as part from (${query})`,
        'part',
        runId,
      );
      tables[name] = { partition: 'all', parts };
    }
    return tables;
  } finally {
    session.close();
  }
}

interface World {
  readonly lake: Lake;
  readonly session: Session;
  readonly runId: string;
  readonly before: Manifest['tables'];
  /** The day of the run: a score may be shown through its own last day. */
  readonly date: string;
  readonly columns: (table: string) => readonly Column[];
}

function columnsOf(root: string): World['columns'] {
  const { reference } = readCatalog(root);
  return (table) => reference[table]?.columns ?? [];
}

async function riskScores(world: World, registry: Registry, facts: FeatureFacts): Promise<string> {
  const plain = `read_parquet(${literal(await world.lake.fetch(plainKey(world.runId)))})`;
  // On a day on which scoring failed, yesterday's scores carry their own last day.
  const before = `select * from (${await rowsBefore(world, 'risk_score')}) where basis = 'model'`;
  const scored = `(${await todayOrBefore(world, 'scores', before)})`;
  const sides: string[] = [];
  for (const task of Object.keys(facts.tasks).filter((t) => t !== FORECAST_TASK)) {
    const told = literal(task);
    // Without a champion, and beside one, everybody has his place on the plain list.
    const list = `select ${told} as task, student_key, school_key, as_of, 'plain' as basis, null::double as probability, null::integer as out_of_20, null::integer as out_of_20_low, null::integer as out_of_20_high, true as enough, points as plain_points, null::varchar as model_id, as_of + ${PLAIN_DAYS} as expires_on from ${plain}`;
    if ((registry.tasks[task]?.champion ?? null) === null) {
      sides.push(list);
      continue;
    }
    sides.push(
      `select p.task, p.student_key, p.school_key, coalesce(s.as_of, p.as_of) as as_of, case when s.student_key is null then 'plain' else 'model' end as basis, s.probability, s.out_of_20, s.out_of_20_low, s.out_of_20_high, coalesce(s.enough, true) as enough, p.plain_points, s.model_id, coalesce(s.expires_on, p.expires_on) as expires_on from (${list}) as p left join (select * from ${scored} where task = ${told}) as s on s.student_key = p.student_key`,
    );
  }
  const rows = sides.length > 0 ? sides.join(' union all ') : undefined;
  if (rows === undefined) return parquetQuery(world.columns('risk_score'), []);
  // What is not shown any more gives nobody a place.
  const shown = `case when expires_on >= date ${literal(world.date)} then probability end`;
  const ordered = `select *, row_number() over (partition by task order by ${shown} desc nulls last, plain_points desc, student_key) as list_order from (${rows})`;
  return cast(world.columns('risk_score'), ordered);
}

/** The rows of a table in the release before; none where it has no such table. */
async function rowsBefore({ lake, before, columns }: World, table: string): Promise<string> {
  const files = Object.values(before[table]?.parts ?? {}).flat();
  return olderParquetQuery(columns(table), await Promise.all(files.map((f) => lake.fetch(f.key))));
}

async function jobFile({ lake, runId }: World, table: string): Promise<string | undefined> {
  const key = scoresKey(runId, table);
  return (await lake.exists(key)) ? `read_parquet(${literal(await lake.fetch(key))})` : undefined;
}

/** A model that was taken off says nothing more: neither why nor what it expected. */
function speaking({ tasks }: Registry): string {
  const names = Object.keys(tasks).filter((name) => (tasks[name]?.champion ?? null) !== null);
  return `task in (${['', ...names].map(literal).join(', ')})`;
}

/** What was seen when a model was judged elsewhere says nothing of the students here. */
function trainedHere({ tasks }: Registry): string {
  const brought = Object.values(tasks).flatMap(({ models }) => models.filter((m) => m.origin !== undefined));
  return `model_id not in (${['', ...brought.map((m) => m.modelId)].map(literal).join(', ')})`;
}

/** What the job wrote today, else what the release before holds, of the models that may speak. */
async function fromJob(world: World, table: string, file: string, speaks: string): Promise<string> {
  const columns = world.columns(table);
  const before = await rowsBefore(world, table);
  const rows = columns.some((c) => c.name === 'task')
    ? await todayOrBefore(world, file, before)
    : await todayElseBefore(world, file, before);
  return cast(columns, `select * from (${rows}) where ${speaks}`);
}

async function todayElseBefore(world: World, file: string, before: string): Promise<string> {
  const today = await jobFile(world, file);
  return today === undefined ? before : `select * from ${today}`;
}

/** What the job wrote today, and of a task that it could not score what was released before. */
async function todayOrBefore(world: World, file: string, before: string): Promise<string> {
  const refused = await jobFile(world, 'refused');
  const rows = await todayElseBefore(world, file, before);
  if (refused === undefined || rows === before) return rows;
  return `${rows} union all by name select * from (${before}) where task in (select task from ${refused})`;
}

async function modelRecords(world: World, registry: Registry): Promise<string> {
  const columns = world.columns('model_record');
  const rows = Object.entries(registry.tasks).flatMap(([task, { champion, since, reasons, models }]) => [
    ...models.map((m) => [
      task,
      m.modelId,
      m.runId,
      m.decidedOn,
      m.approval,
      m.decision,
      String(m.modelId === champion),
      m.modelId === champion ? since : null,
      m.reasons.join(' '),
    ]),
    ...(champion === null
      ? [[task, 'plain', null, since, 'Approved', 'plain', 'true', since, reasons.join(' ')]]
      : []),
  ]);
  await world.session.run(
    `create or replace temp table raw_model_record (${columns.map((c) => `${q(c.name)} varchar`).join(', ')})`,
  );
  await world.session.append('raw_model_record', rows);
  return cast(columns, 'select * from raw_model_record');
}

async function modelMeasures(world: World, registry: Registry): Promise<string> {
  const columns = world.columns('model_measure');
  const paths: string[] = [];
  for (const [task, { models }] of Object.entries(registry.tasks)) {
    for (const { modelId } of models) {
      const key = `${archivePrefix(task, modelId)}/measures.parquet`;
      if (!(await world.lake.exists(key))) continue;
      const path = await world.lake.fetch(key);
      // A damaged file of one old model must not keep the day from its release.
      if (await isReadable(world.session, path)) paths.push(path);
    }
  }
  return parquetQuery(columns, paths);
}

/** Every byte of it, not its footer alone. */
async function isReadable(session: Session, path: string): Promise<boolean> {
  try {
    await session.rows(`select count(columns(*)) from read_parquet(${literal(path)})`);
    return true;
  } catch {
    return false;
  }
}

function cast(columns: readonly Column[], query: string): string {
  const list = columns.map((c) => `cast(${q(c.name)} as ${duckType(c.type)}) as ${q(c.name)}`).join(', ');
  return `select ${list} from (${query})`;
}
