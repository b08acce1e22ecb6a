// A small made-up district as staged rows and reference rows: every module, with versions, deletes and odd values.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Contract,
  hasFullSets,
  survivingColumns,
  type TableContract,
} from '../../src/contract/contract.ts';
import { readContract } from '../../src/contract/read-contract.ts';
import { cellValue, KNOWN_PEOPLE, personId, type Value, wordsAskedFor } from './fixture-values.ts';
import type { Plan } from './plan.ts';
import { type Dice, dice } from './random.ts';

export type Rows = readonly Readonly<Record<string, Value>>[];

const BATCHES = ['2022-01-10 05:00:00', '2022-01-11 05:00:00', '2022-01-12 05:30:00'];
const ROWS_A_BATCH = 90;
const RUN_DATE = '2022-01-18';

/** Staged rows by relation name. */
export function stagedFixture(root: string, plan: Plan, seed = 7): Map<string, Rows> {
  const all = new Map<string, Rows>();
  for (const module of plan.modules) {
    const contract = readContract(join(root, 'modules'), module);
    const words = wordsAskedFor(moduleSql(join(root, 'modules', module)));
    for (const name of Object.keys(plan.catalog.staged[module] ?? {})) {
      const table = contract.tables[name];
      if (table) all.set(`staged_${module}_${name}`, tableRows(dice(seed), contract, name, table, words));
    }
  }
  return all;
}

function tableRows(
  rng: Dice,
  contract: Contract,
  name: string,
  table: TableContract,
  words: ReadonlyMap<string, readonly string[]>,
): Rows {
  const columns = survivingColumns(table);
  const deletable =
    table.row_delete !== undefined || Object.values(contract.tables).some((t) => t.deletes === name);
  return BATCHES.flatMap((asOf, b) => {
    const seen = new Set<string>();
    const rows: Record<string, Value>[] = [];
    for (let record = 1; record <= ROWS_A_BATCH; record++) {
      const row: Record<string, Value> = {};
      for (const [c, spec] of columns) row[c] = cellValue(rng, c, spec, words, table.key.includes(c));
      const key = JSON.stringify(table.key.map((k) => row[k]));
      if (seen.has(key)) continue;
      seen.add(key);
      const gone = deletable && rng.chance(0.1);
      const keep = new Set([...table.key, table.change_number]);
      const unread = !gone && hasFullSets(table) && record % 11 === 0;
      if (gone || unread) for (const [c] of columns) if (!keep.has(c)) row[c] = null;
      const operation = gone ? 'delete' : unread ? 'unread' : 'upsert';
      rows.push({ ...row, ...lineage(rng, table, row, asOf, b, record, operation) });
    }
    return rows;
  });
}

function lineage(
  rng: Dice,
  table: TableContract,
  row: Readonly<Record<string, Value>>,
  asOf: string,
  batch: number,
  record: number,
  operation: string,
): Record<string, Value> {
  const delivery = table.delivery_from ? (batch === 1 ? 'delta' : 'snapshot') : table.delivery;
  const partition = table.partition === undefined ? null : row[table.partition];
  return {
    batch_id: `batch-${batch + 1}`,
    record_no: record,
    as_of: asOf,
    change_no: table.change_number === undefined ? null : (row[table.change_number] ?? null),
    operation,
    delivery,
    known_from: rng.chance(0.5) ? asOf.slice(0, 10) : '2021-10-01',
    known_basis: rng.pick(['received', 'assumed']),
    ...(typeof partition === 'string' ? { month: partition.slice(0, 7) } : {}),
  };
}

export interface LocalCode {
  readonly module: string;
  readonly local_code: string | null;
  readonly local_status: string | null;
}

/** Reference rows; `codes` are the local attendance codes that the mappings gave. */
export function referenceFixture(root: string, plan: Plan, codes: readonly LocalCode[]): Map<string, Rows> {
  const columns = plan.catalog.reference.policy?.columns ?? [];
  const policy = Object.fromEntries(columns.map((c, i) => [c.name, policyValue(c.name, c.type, i)]));
  const systems = idSystems(root, plan);
  return new Map<string, Rows>([
    [
      'identity_map',
      systems.flatMap((s) =>
        people().map((p) => ({ id_system: s, id: personId(s, p), student_key: `student-${p}` })),
      ),
    ],
    ['attendance_code', codes.map((c, i) => ({ ...c, ...CATEGORIES[i % CATEGORIES.length] }))],
    ['policy', [policy]],
    [
      'district_calendar',
      [
        {
          source_school_id: null,
          calendar_date: '2021-09-06',
          is_school_day: false,
          event_name: 'Labor Day',
        },
      ],
    ],
    ['opt_out', systems.slice(0, 1).map((s) => ({ id_system: s, id: personId(s, 3), scope: 'all' }))],
    ['load_file', plan.modules.map((m, i) => loadFile(m, i))],
    ...scoreFixture(),
    ...checkInFixture(),
  ]);
}

/** When predictions are made, and what the jobs of a day may have written: one lapsed, one of the plain list. */
function scoreFixture(): [string, Rows][] {
  const ends = (i: number) => ({ model_id: `model-${i}`, expires_on: i === 0 ? '2020-01-31' : '2030-01-31' });
  const scored = people().map((i) => ({
    task: 'dropout',
    student_key: `student-${i}`,
    school_key: 'a',
    as_of: '2022-03-01',
    basis: i % 3 === 2 ? 'plain' : 'model',
    probability: i % 3 === 2 ? null : i / 10,
    out_of_20: i % 3 === 2 ? null : 2 * i,
    out_of_20_low: i % 3 === 2 ? null : i,
    out_of_20_high: i % 3 === 2 ? null : 2 * i + 1,
    enough: i !== 1,
    plain_points: i + 0.5,
    list_order: i + 1,
    ...ends(i),
  }));
  const reasons = people().map((i) => ({
    task: 'dropout',
    student_key: `student-${i}`,
    kind: 'reason',
    place: 1,
    fact: 'absence',
    words: 'school days missed: 6',
    share: 0.25,
  }));
  const forecasts = people().map((i) => ({
    student_key: `student-${i}`,
    as_of: '2022-03-01',
    forecast: 70 + i,
    low: 60,
    high: 90,
    ...ends(i),
  }));
  const of = { task: 'dropout', model_id: 'model-0' };
  return [
    [
      'prediction_policy',
      [{ every_school_days: 2, mark_lag_days: 7, dropout_horizon_days: 3, last_day: null }],
    ],
    ['risk_score', scored],
    ['risk_reason', reasons],
    ['mark_forecast', forecasts],
    [
      'model_record',
      [
        {
          ...of,
          run_id: 'run-1',
          decided_on: '2022-03-01',
          approval: 'Approved',
          decision: 'promote',
          in_use: true,
          in_use_since: '2022-03-01',
          reasons: 'it passed',
        },
      ],
    ],
    [
      'model_measure',
      [
        {
          ...of,
          attribute: 'all',
          attribute_value: 'all',
          measure: 'auc',
          students: 60,
          value: 0.8,
          low: null,
          high: null,
          verdict: '',
        },
      ],
    ],
    ['drift_record', [{ ...of, as_of: '2022-03-01', input: 'mean_mark', psi: 0.3, verdict: 'moved' }]],
  ];
}

/** Items in every state, of a model and of rules, closed in two months; notes that count and notes that do not. */
function checkInFixture(): [string, Rows][] {
  const states = ['open', 'done', 'handled', 'wrong', 'known', 'could_not_reach', 'escalated', 'lapsed'];
  const verdicts: readonly Value[] = [null, 'right', 'right', 'wrong', 'known', 'unknown', null, null];
  const of = (i: number) => ({
    item_id: `item-${i}`,
    student_key: `student-${i}`,
    school_key: ['a', '100', 'nowhere'][i % 3] ?? null,
    task: 'dropout',
    made_by: i % 4 === 0 ? 'plain_list' : 'model-0',
  });
  const records = people().map((i) => {
    const verdict = verdicts[i % states.length] ?? null;
    return {
      ...of(i),
      made_on: '2022-01-10',
      lapses_on: '2022-01-24',
      source: i % 4 === 0 ? 'rule' : 'model',
      bypasses_budget: i % 7 === 0,
      place: i % states.length === 0 ? i + 1 : null,
      out_of_20: i % 4 === 0 ? null : i,
      as_of: '2022-01-07',
      points: i + 0.5,
      ...{ fact_1: 'absence', reason_1: 'school days missed: 6', fact_2: null, reason_2: null },
      ...{ fact_3: null, reason_3: null, strength_fact: null, strength: i % 2 === 0 ? 'été' : null },
      ...{ next_step: 'call_family', who: 'counselor', minutes: 10 },
      state: states[i % states.length] ?? null,
      state_on: '2022-01-12',
      owner: 'counselor',
      due_on: i % 5 === 0 ? '2022-02-01' : null,
      closed_on: verdict === null ? null : i % 3 === 0 ? '2022-02-02' : '2022-01-12',
      verdict,
    };
  });
  const acts = people().map((i) => ({
    ...of(i % 9),
    disposition_id: `said-${i}`,
    item_id: i === 8 ? null : `item-${i % 9}`,
    acted_at: `2022-01-${10 + (i % 9)} 15:0${i % 10}:07.125`,
    acted_on: `2022-01-${10 + (i % 9)}`,
    by_key: `staff-${i % 2}`,
    kind: 'contacted',
    note_code: 'met_student',
    ...{ next_step: null, owner: null, due_on: null },
    is_contact: i % 3 !== 0,
    counts: i % 4 !== 0,
    why_not: i % 4 === 0 ? 'burst' : null,
  }));
  const needs = ['a', '100'].map((school_key, i) => ({
    school_key,
    made_on: '2022-01-18',
    ...{
      capacity: 15,
      need: 20 + i,
      beyond_capacity: 5 + i,
      resting: 1,
      settled: 0,
      high_absence: 9,
      no_contact: 4,
    },
    no_contact_since: '2021-11-01',
    ledger_since: i === 0 ? '2022-01-10' : null,
  }));
  return [
    ['check_in_record', records],
    ['check_in_act', acts],
    ['check_in_need', needs],
  ];
}

const CATEGORIES = [
  { category: 'present', present_fraction: 1 },
  { category: 'absent_unexcused', present_fraction: 0 },
  { category: 'tardy', present_fraction: 1 },
  { category: 'absent_excused', present_fraction: 0 },
  { category: 'early_departure', present_fraction: 0.5 },
  { category: 'not_counted', present_fraction: null },
];

function policyValue(name: string, type: string, i: number): Value {
  if (name === 'run_date') return RUN_DATE;
  if (name === 'first_month') return 8;
  if (type === 'varchar') return 'positive';
  return type === 'double' ? Math.round(100 - 5 * (1 + (i % 8))) / 100 : 1 + (i % 3);
}

function loadFile(module: string, i: number): Record<string, Value> {
  const counts = {
    rows_in: 100 + i,
    accepted: 90,
    quarantined: 6 + i,
    superseded: 4,
    held: 0,
    blank_lines: 1,
    header_lines: 1,
  };
  return {
    run_id: 'run-1',
    module,
    table_name: 'any',
    file_name: `${module}.csv`,
    ...counts,
    status: 'accepted',
    reason: null,
  };
}

function idSystems(root: string, plan: Plan): string[] {
  const systems = plan.modules.flatMap((m) =>
    Object.values(readContract(join(root, 'modules'), m).tables).flatMap((t) =>
      Object.values(t.columns).flatMap((c) => (c.id_system ? [c.id_system] : [])),
    ),
  );
  return [...new Set(systems)].sort();
}

function people(): number[] {
  return Array.from({ length: KNOWN_PEOPLE }, (_, i) => i);
}

function moduleSql(folder: string): string {
  const files = readdirSync(folder).filter((f) => f.endsWith('.sql'));
  return files.map((f) => readFileSync(join(folder, f), 'utf8')).join('\n');
}
