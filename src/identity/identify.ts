// The identity step: reads links and roles from the staged rows, resolves them, and leaves the identity map as a table.
import { createHmac } from 'node:crypto';
import type { Session } from '../adapters/duckdb.ts';
import { type BindingWorld, bindingSql, whole } from '../harmonize/bindings.ts';
import { parquetQuery } from '../harmonize/parquet-view.ts';
import type { Lake } from '../lake/lake.ts';
import type { KeyRing } from '../pseudonym/key-ring.ts';
import { literal } from '../sql-text/sql-text.ts';
import { decided, readDecisions } from './decisions.ts';
import { idRef, pseudonymIn, systemOf } from './id-ref.ts';
import type { MatchTokens } from './match-tokens.ts';
import { addMinted, readMinted } from './minted.ts';
import { type Resolution, resolve } from './resolve.ts';
import { writeReview } from './review.ts';

export interface IdentifyInput {
  readonly session: Session;
  readonly lake: Lake;
  readonly keys: KeyRing;
  readonly world: BindingWorld;
  readonly studentSystems: ReadonlySet<string>;
  /** Modules that say who is enrolled: student information systems and rosters. */
  readonly rosters: readonly string[];
  /** District id system of a module's own name for it. */
  readonly alias: (module: string, idSystem: string) => string;
  /** Files of ids seen by the new batches (id_system, id), with the day on which they came. */
  readonly seenFiles: readonly {
    readonly module: string;
    readonly path: string;
    readonly received: string;
  }[];
  /** What ids of different systems have in common by name and birth date. */
  readonly tokens: MatchTokens;
  readonly runId: string;
}

export interface Identified {
  readonly students: number;
  readonly minted: number;
  readonly merged: number;
  readonly idsSeen: number;
  readonly idsMatched: number;
  /** Pairs of ids that belong together, by what joined them. */
  readonly links: Readonly<Record<string, number>>;
  /** Pairs that share name and birth date and wait for a person's decision. */
  readonly review: number;
  /** An id that was known before has got, changed or lost its student. */
  readonly changed: boolean;
}

/** Leaves the tables `identity_seen_new` and `identity_map_new` in the session. */
export async function identify(input: IdentifyInput): Promise<Identified> {
  const { session, world } = input;
  await gatherSeen(input);
  for (const relation of ['mapped_identity_link', 'mapped_student']) {
    for (const sql of await bindingSql(world, relation, whole)) await session.run(sql);
  }
  const ref = (module: unknown, system: unknown, id: unknown) =>
    idRef(input.alias(String(module), String(system)), String(id));
  const ids = await session.rows('select distinct id_system, id from identity_seen_new');
  const links = await session.rows(
    'select module, id_system_a, id_a, id_system_b, id_b from mapped_identity_link where is_current and not is_deleted and id_a is not null and id_b is not null group by all',
  );
  const said = await session.rows(
    'select module, id_system, student_id, role from mapped_student where is_current and not is_deleted and role is not null group by all',
  );
  const log = await readMinted(input.lake);
  const subkey = await input.keys.subkey('student_key|1');
  const resolution = resolve({
    ids: ids.map((r) => idRef(String(r.id_system), String(r.id))),
    links: links.map(
      (r) => [ref(r.module, r.id_system_a, r.id_a), ref(r.module, r.id_system_b, r.id_b)] as const,
    ),
    roles: rolesOf(said, ref),
    studentSystems: input.studentSystems,
    listed: await listedIds(input),
    log,
    mint: (anchor) => `s${createHmac('sha256', subkey).update(anchor).digest('hex').slice(0, 19)}`,
    tokens: input.tokens,
    decided: decided(await readDecisions(input.lake)),
  });
  await writeReview(input.lake, resolution.review);
  await addMinted(input.lake, log, resolution.minted, input.runId);
  await session.run(
    'create or replace temp table identity_map_new (id_system varchar, id varchar, student_key varchar)',
  );
  await session.append(
    'identity_map_new',
    [...resolution.keys].map(([id, key]) => [systemOf(id), pseudonymIn(id), key]),
  );
  return {
    students: new Set(resolution.keys.values()).size,
    minted: resolution.minted.length,
    merged: resolution.merged.length,
    idsSeen: ids.length,
    idsMatched: await count(
      session,
      'select count(*) as n from (select distinct id_system, id from identity_seen_new) join identity_map_new using (id_system, id)',
    ),
    links: await linksByBasis(session, resolution.linked),
    review: resolution.review.length,
    changed: await identityChanged(input),
  };
}

async function listedIds({ session, rosters }: IdentifyInput): Promise<Set<string>> {
  const wanted = rosters.map(literal).join(', ') || "''";
  const rows = await session.rows(
    `select distinct id_system, id from identity_seen_new where module in (${wanted})`,
  );
  return new Set(rows.map((r) => idRef(String(r.id_system), String(r.id))));
}

async function linksByBasis(session: Session, linked: Resolution['linked']): Promise<Record<string, number>> {
  const rows = await session.rows(
    "select coalesce(basis, 'unnamed') as basis, count(distinct (id_system_a, id_a, id_system_b, id_b)) as n from mapped_identity_link where is_current and not is_deleted and id_a is not null and id_b is not null group by 1 order by 1",
  );
  return { ...Object.fromEntries(rows.map((r) => [String(r.basis), Number(r.n)])), ...linked };
}

function rolesOf(
  rows: readonly Record<string, unknown>[],
  ref: (module: unknown, system: unknown, id: unknown) => string,
): Map<string, 'student' | 'staff' | 'other'> {
  const roles = new Map<string, 'student' | 'staff' | 'other'>();
  for (const row of rows) {
    const role = row.role === 'student' || row.role === 'staff' ? row.role : 'other';
    const id = ref(row.module, row.id_system, row.student_id);
    // A person whom any source calls a student is one.
    if (role === 'student' || !roles.has(id)) roles.set(id, role);
  }
  return roles;
}

async function gatherSeen({ session, world, seenFiles }: IdentifyInput): Promise<void> {
  for (const sql of await bindingSql(world, 'identity_seen', whole)) await session.run(sql);
  const columns = [
    { name: 'id_system', type: 'varchar' },
    { name: 'id', type: 'varchar' },
  ];
  const fresh = seenFiles.map(
    (f) =>
      `select ${literal(f.module)}, id_system, id, cast(${literal(f.received)} as date) from (${parquetQuery(columns, [f.path])})`,
  );
  const all = ['select module, id_system, id, first_seen from identity_seen', ...fresh].join(' union all ');
  await session.run(
    `create or replace temp table identity_seen_new as select module, id_system, id, min(first_seen) as first_seen from (${all}) group by module, id_system, id`,
  );
}

async function identityChanged({ session, world }: IdentifyInput): Promise<boolean> {
  for (const sql of await bindingSql(world, 'identity_map', whole)) await session.run(sql);
  const n = await count(
    session,
    'select count(*) as n from (select distinct id_system, id from identity_seen) as s left join identity_map as p on p.id_system = s.id_system and p.id = s.id left join identity_map_new as m on m.id_system = s.id_system and m.id = s.id where p.student_key is distinct from m.student_key',
  );
  return n > 0;
}

async function count(session: Session, sql: string): Promise<number> {
  const [row] = await session.rows(sql);
  return Number(row?.n ?? 0);
}
