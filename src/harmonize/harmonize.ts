// Makes core and mart tables from staged rows: in order of their inputs, and only for the months and years that changed.
import type { Session } from '../adapters/duckdb.ts';
import { stagedLineage } from '../intake/staged-sql.ts';
import type { Manifest } from '../release/manifest.ts';
import type { BindingWorld, Span } from './bindings.ts';
import { changedDates } from './changed-dates.ts';
import { makeTable, type Parts } from './make-table.ts';
import { isQuiet } from './quiet-snapshots.ts';
import { mappingSql, type TableEntry } from './sql-catalog.ts';
import {
  monthsOfYear,
  schoolYearOf,
  type Touch,
  touchedEverything,
  touchMonths,
  union,
  untouched,
} from './touched.ts';

export interface HarmonizeInput {
  readonly session: Session;
  /** Makes every other month of a large table; has nothing of its own to keep. */
  readonly beside: Session;
  readonly world: BindingWorld;
  /** Tables of the release before. */
  readonly before: Manifest['tables'];
  /** Months of the new batches, a staged table ("module.table"); "all" for tables that are not cut by month. */
  readonly newMonths: ReadonlyMap<string, ReadonlySet<string>>;
  /** Ids of the new batches, a staged table. */
  readonly newBatches: ReadonlyMap<string, ReadonlySet<string>>;
  /** What changed reference relations touch. */
  readonly changedReferences: ReadonlyMap<string, Touch>;
  /** Nothing of the release before may be kept. */
  readonly rebuild: boolean;
  /** Only this school year of the tables that are cut by time: a large first load goes a year at a time. */
  readonly onlyYear?: number | undefined;
  readonly runId: string;
  readonly runDate: string;
  readonly onTable?: (name: string, made: boolean, seconds: number) => void;
}

/** The tables of the new release: remade where touched, carried over where not. */
export async function harmonize(input: HarmonizeInput): Promise<Manifest['tables']> {
  const { world } = input;
  const tables: Manifest['tables'] = { ...world.tables };
  const touches = new Map<string, Touch>();
  for (const name of world.catalog.order) {
    const entry = world.catalog.tables[name];
    if (!entry || entry.layer === 'view') continue;
    const started = performance.now();
    const need = input.rebuild
      ? touchedEverything
      : union(await Promise.all(entry.inputs.map((i) => inputTouch(input, i, touches))));
    const previous = input.before[name];
    const made = need.changed || need.everything || previous === undefined;
    if (!made) {
      tables[name] = previous;
      touches.set(name, untouched);
    } else {
      const here: BindingWorld = { ...world, tables };
      const result = await remake(input, here, name, entry, need, previous?.parts);
      tables[name] = { partition: entry.partition ?? 'all', parts: result.parts };
      touches.set(name, result.touch);
    }
    input.onTable?.(name, made, (performance.now() - started) / 1000);
  }
  return tables;
}

async function remake(
  input: HarmonizeInput,
  world: BindingWorld,
  name: string,
  entry: TableEntry,
  need: Touch,
  previous: Parts | undefined,
): Promise<{ parts: Parts; touch: Touch }> {
  const before = previous ?? {};
  const kept = Object.keys(before).length > 0;
  const months = input.onlyYear === undefined ? need.months : monthsOfYear(input.onlyYear, world.firstMonth);
  const partial = entry.partition !== 'all' && (input.onlyYear !== undefined || (kept && !need.everything));
  const loose = entry.partition !== 'month';
  const span = {
    loose,
    ...(partial ? spanOf(entry.partition, months, world.firstMonth) : { months: null, years: null }),
  };
  const made = await makeTable([input.session, input.beside], world, name, entry, span, input.runId);
  const parts = partial ? { ...without(before, span), ...made } : made;
  if (entry.partition === 'month') {
    return { parts, touch: partial ? touchMonths(months) : touchedEverything };
  }
  if (previous === undefined) return { parts, touch: touchedEverything };
  const touch = await changedDates(input.session, world.lake, entry, {
    before,
    after: parts,
    runDate: input.runDate,
    through: need.months,
  });
  return { parts, touch };
}

function spanOf(
  partition: TableEntry['partition'],
  months: ReadonlySet<string>,
  firstMonth: number,
): Omit<Span, 'loose'> {
  if (partition === 'month') return { months, years: null };
  return { months: null, years: new Set([...months].map((m) => schoolYearOf(m, firstMonth))) };
}

function without(parts: Parts, span: Omit<Span, 'loose'>): Parts {
  return Object.fromEntries(
    Object.entries(parts).filter(([part]) => !(span.months?.has(part) || span.years?.has(Number(part)))),
  );
}

/** What a change of an input means for the table that reads it. */
async function inputTouch(
  input: HarmonizeInput,
  relation: string,
  touches: ReadonlyMap<string, Touch>,
): Promise<Touch> {
  const made = touches.get(relation);
  if (made) return made;
  const reference = input.changedReferences.get(relation);
  if (reference) return reference;
  if (!relation.startsWith('mapped_')) return untouched;
  const feeding = input.world.feeds.get(relation) ?? [];
  return union(await Promise.all(feeding.map((staged) => stagedTouch(input, relation, staged))));
}

async function stagedTouch(input: HarmonizeInput, relation: string, staged: string): Promise<Touch> {
  const months = input.newMonths.get(staged);
  if (months === undefined) return untouched;
  const [module = '', table = ''] = staged.split('.');
  const shape = input.world.catalog.staged[module]?.[table];
  if (shape?.partition != null) return touchMonths(months);
  const sql = mappingSql(input.world.root, module, relation.slice('mapped_'.length)) ?? '';
  const quiet = await isQuiet({
    session: input.session,
    lake: input.world.lake,
    batches: input.world.batches[staged] ?? [],
    newBatches: input.newBatches.get(staged) ?? new Set(),
    columns: (shape?.columns ?? []).filter((c) => !stagedLineageNames.has(c.name) && mentions(sql, c.name)),
  });
  return quiet ? untouched : touchedEverything;
}

const stagedLineageNames: ReadonlySet<string> = new Set([...stagedLineage.map(([name]) => name), 'month']);

function mentions(sql: string, column: string): boolean {
  return new RegExp(`\\b${column}\\b`, 'i').test(sql);
}
