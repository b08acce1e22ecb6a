// The tables of check-ins in a release: yesterday's items as staff left them, and the lists of the day.
import type { Session } from '../adapters/duckdb.ts';
import type { DistrictContext } from '../district/context.ts';
import { writeParts } from '../harmonize/make-table.ts';
import { duckType, olderParquetQuery } from '../harmonize/parquet-view.ts';
import { bindReleased } from '../harmonize/released-views.ts';
import { type Column, readCatalog, type SqlCatalog } from '../harmonize/sql-catalog.ts';
import type { Manifest } from '../release/manifest.ts';
import { readManifest } from '../release/release-store.ts';
import { identifier as q } from '../sql-text/sql-text.ts';
import { type Checkins, makeCheckins } from './checkins.ts';
import { addDays } from './days.ts';
import type { Disposition, Item } from './item.ts';
import {
  actRowOf,
  dispositionOf,
  itemOf,
  needRowOf,
  recordRowOf,
  type SchoolNeed,
  type TextRow,
} from './item-rows.ts';
import { type DayFacts, READS, readDayFacts } from './read-facts.ts';

export interface CheckinDay {
  readonly runId: string;
  readonly date: string;
  readonly previous: string | null;
  /** The tables of the coming release, scores included; of the items, those of the release before. */
  readonly tables: Manifest['tables'];
}

export async function checkInTables(context: DistrictContext, day: CheckinDay): Promise<Manifest['tables']> {
  const { root, lake } = context;
  const catalog = readCatalog(root);
  const session = await context.session();
  try {
    const bound = neededTables(catalog, day.tables, day.date);
    await bindReleased(session, root, lake, bound);
    const settings = context.district.checkins;
    const facts = await readDayFacts(session, day.date, settings);
    const teams = new Map(
      Object.entries(settings.teams).map(([school, places]) => [school.toLowerCase(), places]),
    );
    const dispositions = await readDispositions(session);
    const made = makeCheckins({
      today: day.date,
      settings,
      candidates: facts.candidates,
      items: await itemsBefore(context, session, catalog, day),
      dispositions,
      schools: facts.schools.map(({ schoolKey, name, noContactSince }) => ({
        schoolKey,
        capacity: teams.get(schoolKey) ?? teams.get(name.toLowerCase()) ?? settings.capacityPerSchool,
        noContactSince,
      })),
      isEnrolled: (student, school) => facts.enrolled.has(`${student}|${school}`),
    });
    const since = dispositions.map((d) => d.actedOn).sort()[0] ?? null;
    const rows: Readonly<Record<string, readonly TextRow[]>> = {
      check_in_record: made.items.map(recordRowOf),
      check_in_act: made.acts.map(actRowOf),
      check_in_need: schoolNeeds(made, facts).map((need) => needRowOf(need, day.date, since)),
    };
    const tables: Manifest['tables'] = {};
    for (const [name, list] of Object.entries(rows)) {
      const columns = catalog.reference[name]?.columns ?? [];
      tables[name] = {
        partition: 'all',
        parts: await write({ session, lake, name, columns, runId: day.runId }, list),
      };
    }
    return tables;
  } finally {
    session.close();
  }
}

/** The stored tables that the questions read, and of the daily facts the last months only: the rest stays where it is. */
function neededTables(catalog: SqlCatalog, tables: Manifest['tables'], date: string): Manifest['tables'] {
  const wanted = new Set<string>();
  const visit = (name: string) => {
    if (wanted.has(name)) return;
    wanted.add(name);
    const entry = catalog.tables[name];
    if (entry?.layer === 'view') for (const input of entry.inputs) visit(input);
  };
  for (const name of READS) visit(name);
  const from = addDays(date, -300).slice(0, 7);
  return Object.fromEntries(
    Object.entries(tables)
      .filter(([name]) => wanted.has(name))
      .map(([name, table]) => {
        if (table.partition !== 'month') return [name, table];
        const parts = Object.entries(table.parts).filter(([month]) => month >= from);
        return [name, { ...table, parts: Object.fromEntries(parts) }];
      }),
  );
}

/** What was listed is known to no source: where everything is made anew, it comes from the release before all the same. */
async function itemsBefore(
  { lake }: DistrictContext,
  session: Session,
  catalog: SqlCatalog,
  { tables, previous }: CheckinDay,
): Promise<Item[]> {
  const before = previous === null ? undefined : await readManifest(lake, previous);
  const table = tables.check_in_record ?? before?.tables.check_in_record;
  const files = Object.values(table?.parts ?? {}).flat();
  const paths = await Promise.all(files.map((f) => lake.fetch(f.key)));
  const columns = catalog.reference.check_in_record?.columns ?? [];
  const rows = await session.rows(
    `select ${columns.map(readable).join(', ')} from (${olderParquetQuery(columns, paths)}) order by made_on, item_id`,
  );
  return rows.map(itemOf);
}

async function readDispositions(session: Session): Promise<Disposition[]> {
  const rows = await session.rows(
    `select * replace (strftime(acted_at, '%Y-%m-%dT%H:%M:%S.%gZ') as acted_at, strftime(acted_on, '%Y-%m-%d') as acted_on, strftime(due_on, '%Y-%m-%d') as due_on) from check_in_disposition where student_key is not null order by disposition_id`,
  );
  return rows.map(dispositionOf);
}

function schoolNeeds({ needs, acts }: Checkins, { schools, highAbsence }: DayFacts): SchoolNeed[] {
  const since = new Map(schools.map((s) => [s.schoolKey, s.noContactSince]));
  const contacts = Map.groupBy(
    acts.filter((a) => a.isContact),
    (a) => a.studentKey,
  );
  const high = Map.groupBy(highAbsence, (s) => s.schoolKey);
  return needs.map((need) => {
    const from = since.get(need.schoolKey) ?? '';
    const here = high.get(need.schoolKey) ?? [];
    const met = (student: string) => (contacts.get(student) ?? []).some((a) => a.actedOn >= from);
    return {
      ...need,
      highAbsence: here.length,
      noContact: here.filter((s) => !met(s.studentKey)).length,
      noContactSince: from,
    };
  });
}

interface Destination {
  readonly session: Session;
  readonly lake: DistrictContext['lake'];
  readonly name: string;
  readonly columns: readonly Column[];
  readonly runId: string;
}

async function write({ session, lake, name, columns, runId }: Destination, rows: readonly TextRow[]) {
  const raw = q(`raw_${name}`);
  await session.run(
    `create or replace temp table ${raw} (${columns.map((c) => `${q(c.name)} varchar`).join(', ')})`,
  );
  await session.append(
    `raw_${name}`,
    rows.map((row) => columns.map((c) => cell(row[c.name]))),
  );
  const cast = columns.map((c) => `cast(${q(c.name)} as ${duckType(c.type)}) as ${q(c.name)}`).join(', ');
  return writeParts(session, { lake }, name, `select ${cast}, 'all' as part from ${raw}`, 'part', runId);
}

const cell = (value: string | number | boolean | null | undefined) =>
  value === null || value === undefined ? null : String(value);

/** Days as text: a day has no time, and no zone may move it. */
function readable({ name, type }: Column): string {
  return type === 'date' ? `strftime(${q(name)}, '%Y-%m-%d') as ${q(name)}` : q(name);
}
