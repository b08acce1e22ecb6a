// The check-ins of a release as pages, the portal, mails and the hand-off read them: lists, ledger, schools, precision.
import { z } from 'zod';
import type { ReleaseSession } from '../query/release-session.ts';
import { literal } from '../sql-text/sql-text.ts';
import { type Act, type Item, WHY_NOT } from './item.ts';
import { dispositionOf, itemOf } from './item-rows.ts';
import type { Precision } from './precision.ts';

/** An item with what was tried with the student, on any list, the last first. */
export interface ListedItem extends Item {
  readonly tried: readonly Act[];
}

/** Counts for leaders; nobody is named here. */
export interface SchoolCheckins {
  readonly schoolKey: string;
  readonly schoolName: string;
  readonly madeOn: string;
  readonly capacity: number;
  readonly open: number;
  readonly openSafety: number;
  readonly openMinutes: number;
  readonly escalated: number;
  readonly handled: number;
  readonly closed: number;
  readonly need: number;
  readonly beyondCapacity: number;
  readonly resting: number;
  readonly settled: number;
  readonly highAbsence: number;
  readonly noContact: number;
  readonly noContactSince: string;
  /** The first disposition of the district; null where there is none, so that nobody can have been met. */
  readonly ledgerSince: string | null;
}

export interface ReadCheckins {
  /** Every item there ever was, by school, the open ones first in their places. */
  readonly items: readonly ListedItem[];
  /** Oldest first. */
  readonly acts: readonly Act[];
  readonly schools: readonly SchoolCheckins[];
  readonly precision: readonly (Precision & { readonly source: string })[];
}

const TRIED = 5;
/** States of an item that waits for somebody. */
const LIVE: ReadonlySet<string> = new Set(['open', 'handled', 'escalated']);

export const isLive = ({ state }: Pick<Item, 'state'>): boolean => LIVE.has(state);

export async function readCheckins(release: Pick<ReleaseSession, 'ask'>): Promise<ReadCheckins> {
  const ask = async (sql: string) => {
    const { columns, rows } = await release.ask(sql);
    return rows.map((row) => Object.fromEntries(columns.map((name, i) => [name, row[i]])));
  };
  const { acts, items } = await readItems(ask, 'true');
  const schools = (await ask('select * from check_in_school order by school_name, school_key')).map((r) =>
    schoolRow.parse(r),
  );
  const precision = (await ask('select * from check_in_precision order by made_by, task, month')).map((r) =>
    precisionRow.parse(r),
  );
  return { items, acts, schools, precision };
}

type AskRows = (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;

/** A student's items that wait for somebody. */
export async function askItems(ask: AskRows, studentKey: string): Promise<readonly ListedItem[]> {
  const { items } = await readItems(ask, `student_key = ${literal(studentKey)}`);
  return items.filter(isLive);
}

/** Days as text, whatever form the engine hands them out in. */
async function readItems(ask: AskRows, where: string) {
  const days = (names: readonly string[]) => names.map((d) => `cast(${d} as varchar) as ${d}`).join(', ');
  const acts = (
    await ask(
      `select * replace (strftime(acted_at, '%Y-%m-%dT%H:%M:%S.%gZ') as acted_at, ${days(['acted_on', 'due_on'])}), is_contact as has_contact_code from check_in_act where ${where} order by check_in_act.acted_at, disposition_id`,
    )
  ).map((row) => ({ ...dispositionOf(row), ...judged.parse(row) }));
  const ofStudent = Map.groupBy(acts, (a) => a.studentKey);
  const items = (
    await ask(
      `select * replace (${days(['made_on', 'lapses_on', 'as_of', 'state_on', 'due_on', 'closed_on'])}) from check_in_record where ${where} order by school_key, place nulls last, check_in_record.state_on desc, item_id`,
    )
  ).map((row): ListedItem => {
    const item = itemOf(row);
    return { ...item, tried: (ofStudent.get(item.studentKey) ?? []).slice(-TRIED).reverse() };
  });
  return { acts, items };
}

const judged = z
  .object({
    task: z.string().nullable(),
    made_by: z.string().nullable(),
    is_contact: z.boolean(),
    counts: z.boolean(),
    why_not: z.enum(WHY_NOT).nullable(),
  })
  .transform((r) => ({
    task: r.task,
    madeBy: r.made_by,
    isContact: r.is_contact,
    counts: r.counts,
    whyNot: r.why_not,
  }));

const schoolRow = z
  .object({
    school_key: z.string(),
    school_name: z.string().nullable(),
    made_on: z.string(),
    capacity: z.number(),
    open_items: z.number(),
    open_safety_items: z.number(),
    open_minutes: z.number(),
    escalated_items: z.number(),
    handled_items: z.number(),
    closed_items: z.number(),
    need: z.number(),
    beyond_capacity: z.number(),
    resting: z.number(),
    settled: z.number(),
    high_absence: z.number(),
    no_contact: z.number(),
    no_contact_since: z.string(),
    ledger_since: z.string().nullable(),
  })
  .transform(
    (r): SchoolCheckins => ({
      schoolKey: r.school_key,
      schoolName: r.school_name ?? r.school_key,
      madeOn: r.made_on,
      capacity: r.capacity,
      open: r.open_items,
      openSafety: r.open_safety_items,
      openMinutes: r.open_minutes,
      escalated: r.escalated_items,
      handled: r.handled_items,
      closed: r.closed_items,
      need: r.need,
      beyondCapacity: r.beyond_capacity,
      resting: r.resting,
      settled: r.settled,
      highAbsence: r.high_absence,
      noContact: r.no_contact,
      noContactSince: r.no_contact_since,
      ledgerSince: r.ledger_since,
    }),
  );

const precisionRow = z
  .object({
    made_by: z.string(),
    source: z.string(),
    task: z.string(),
    month: z.string(),
    items_closed: z.number(),
    items_right: z.number(),
    items_known: z.number(),
    items_wrong: z.number(),
    items_unknown: z.number(),
  })
  .transform((r) => ({
    madeBy: r.made_by,
    source: r.source,
    task: r.task,
    month: r.month,
    closed: r.items_closed,
    right: r.items_right,
    known: r.items_known,
    wrong: r.items_wrong,
    unknown: r.items_unknown,
  }));
