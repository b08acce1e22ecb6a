// Makes core and mart tables from staged rows: in order of their inputs, and only for the months and years that changed.
import type { Session } from '../adapters/duckdb.ts';
import type { Manifest } from '../release/manifest.ts';
import type { BindingWorld, Span } from './bindings.ts';
import { changedDates } from './changed-dates.ts';
import { makeTable, type Parts } from './make-table.ts';
import type { SqlCatalog, TableEntry } from './sql-catalog.ts';
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
  readonly world: BindingWorld;
  /** Tables of the release before. */
  readonly before: Manifest['tables'];
  /** Months of the new batches, a staged table ("module.table"); "all" for tables that are not cut by month. */
  readonly newMonths: ReadonlyMap<string, ReadonlySet<string>>;
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
      : union(entry.inputs.map((i) => inputTouch(input, i, touches)));
    const previous = input.before[name];
    const made = need.changed || need.everything || previous === undefined;
    if (!made) {
      tables[name] = previous;
      touches.set(name, untouched);
    } else {
      const here: BindingWorld = { ...world, tables };
      const result = await remake(input, here, name, entry, need, previous?.parts ?? {});
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
  before: Parts,
): Promise<{ parts: Parts; touch: Touch }> {
  const kept = Object.keys(before).length > 0;
  const months = input.onlyYear === undefined ? need.months : monthsOfYear(input.onlyYear, world.firstMonth);
  const partial = entry.partition !== 'all' && (input.onlyYear !== undefined || (kept && !need.everything));
  const loose = entry.partition !== 'month';
  const span = {
    loose,
    ...(partial ? spanOf(entry.partition, months, world.firstMonth) : { months: null, years: null }),
  };
  const made = await makeTable(input.session, world, name, entry, span, input.runId);
  const parts = partial ? { ...without(before, span), ...made } : made;
  if (entry.partition === 'month') {
    return { parts, touch: partial ? touchMonths(months) : touchedEverything };
  }
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
function inputTouch(input: HarmonizeInput, relation: string, touches: ReadonlyMap<string, Touch>): Touch {
  const made = touches.get(relation);
  if (made) return made;
  const reference = input.changedReferences.get(relation);
  if (reference) return reference;
  if (!relation.startsWith('mapped_')) return untouched;
  return union(feeding(input.world.catalog, input, relation).map((months) => stagedTouch(months)));
}

function stagedTouch(months: ReadonlySet<string>): Touch {
  return months.has('all') ? touchedEverything : touchMonths(months);
}

function feeding(catalog: SqlCatalog, input: HarmonizeInput, relation: string): ReadonlySet<string>[] {
  const inputs = input.world.feeds.get(relation) ?? [];
  return inputs.flatMap((staged) => {
    const months = input.newMonths.get(staged);
    const [module = '', table = ''] = staged.split('.');
    if (months === undefined) return [];
    return [catalog.staged[module]?.[table]?.partition == null ? new Set(['all']) : months];
  });
}
