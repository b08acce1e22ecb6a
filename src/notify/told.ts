// What owners have been told, and so what is news to them today: new faults, those unmended for a week, those mended.
import { z } from 'zod';
import { type Fault, faultSchema, rowsOf } from './fault.ts';

export const toldSchema = z.strictObject({
  /** The release whose letters were made last. */
  release: z.string(),
  faults: z.array(
    z.strictObject({
      fault: faultSchema,
      /** Address of the owner. */
      owner: z.string(),
      first: z.iso.date(),
      last: z.iso.date(),
    }),
  ),
});
export type Told = z.output<typeof toldSchema>;
type ToldFault = Told['faults'][number];

export const nothingTold: Told = { release: '', faults: [] };

const REMIND_DAYS = 7;
/** A fault that has grown so much is told again, though it is the same. */
const GROWN = { times: 2, rows: 10 };

export interface Mend {
  readonly file: string;
  readonly rows: number;
}

export interface News {
  readonly owner: string;
  readonly fresh: readonly Fault[];
  readonly reminders: readonly { readonly fault: Fault; readonly since: string }[];
  readonly mended: readonly { readonly fault: Fault; readonly mend: Mend }[];
}

interface Gathered {
  readonly fresh: Fault[];
  readonly reminders: News['reminders'][number][];
  readonly mended: News['mended'][number][];
}

export interface Today {
  readonly release: string;
  readonly date: string;
  readonly open: readonly Fault[];
  /** Address of the owner, or undefined where nobody is named. */
  ownerOf(fault: Fault): string | undefined;
  /** What mended a fault that is open no more; undefined where nothing did, as after a rollback. */
  mendOf(fault: Fault): Mend | undefined;
}

export function newsOf(told: Told, today: Today): { news: News[]; after: Told } {
  const known = new Map(told.faults.map((t) => [t.fault.id, t]));
  const openIds = new Set(today.open.map((f) => f.id));
  const after: ToldFault[] = [];
  const news = new Map<string, Gathered>();
  const of = (owner: string) => {
    const found = news.get(owner) ?? { fresh: [], reminders: [], mended: [] };
    news.set(owner, found);
    return found;
  };
  for (const fault of today.open) {
    const owner = today.ownerOf(fault);
    if (owner === undefined) continue;
    const before = known.get(fault.id);
    if (before === undefined || hasGrown(before.fault, fault)) {
      of(owner).fresh.push(fault);
      after.push({ fault, owner, first: before?.first ?? today.date, last: today.date });
    } else if (isReminded(fault) && daysBetween(before.last, today.date) >= REMIND_DAYS) {
      of(owner).reminders.push({ fault, since: before.first });
      after.push({ ...before, fault, owner, last: today.date });
    } else after.push({ ...before, owner });
  }
  for (const { fault, owner } of told.faults.filter((t) => !openIds.has(t.fault.id))) {
    const mend = today.mendOf(fault);
    if (mend !== undefined) of(owner).mended.push({ fault, mend });
  }
  return {
    news: [...news].map(([owner, found]) => ({ owner, ...found })).filter(isNews),
    after: { release: today.release, faults: after },
  };
}

/** A column that is dropped does no harm: it is told once. */
const isReminded = (fault: Fault) => fault.kind !== 'columns';

const isNews = (n: News) => n.fresh.length + n.reminders.length + n.mended.length > 0;

function hasGrown(before: Fault, now: Fault): boolean {
  const [was, is] = [rowsOf(before), rowsOf(now)];
  return now.kind === 'rows' && is >= was * GROWN.times && is >= was + GROWN.rows;
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
