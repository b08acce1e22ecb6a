// Sends what is due: each ticket by one sender at a time, and none whose release is no longer what readers see.
import type { District } from '../../lib/district.ts';
import type { Lake } from '../lake/lake.ts';
import { currentReleaseId, readManifest } from '../release/release-store.ts';
import { readBounces } from './bounces.ts';
import { deliver } from './deliver.ts';
import type { Mailer } from './mailer.ts';
import { clearIfDone, type FoundTicket, messageKey, move, type Ticket, waitingTickets } from './outbox.ts';
import { dueAt } from './quiet-hours.ts';

export interface SendPlace {
  readonly lake: Lake;
  readonly district: Pick<District, 'timezone'> & {
    readonly reports: Pick<District['reports'], 'quietHours'>;
  };
}

export interface SendPorts {
  readonly mailer: Mailer;
  readonly now: () => Date;
  readonly wait: (ms: number) => Promise<void>;
}

/** A sender that has said nothing for so long is gone. */
const CUT_OFF_MS = 15 * 60_000;
/** A carrier that takes nothing is asked again after this, and given up after so many rounds. */
const ROUND_MS = 30 * 60_000;
const ROUNDS = 48;

/** Tickets that changed their state, in the order in which they were looked at. */
export async function sendDue(place: SendPlace, ports: SendPorts): Promise<Ticket[]> {
  const { lake } = place;
  const all = await waitingTickets(lake);
  if (all.length === 0) return [];
  const known = { all, seen: await releasesSeen(lake, all), bounces: await readBounces(lake) };
  const changed: Ticket[] = [];
  for (const one of all) {
    const ended = await sendOne(place, one, known, ports);
    if (ended !== undefined) changed.push(ended.ticket);
  }
  return changed;
}

interface Known {
  readonly all: readonly FoundTicket[];
  readonly seen: ReadonlySet<string>;
  readonly bounces: ReadonlyMap<string, string>;
}

async function sendOne(
  { lake, district }: SendPlace,
  one: FoundTicket,
  { all, seen, bounces }: Known,
  ports: SendPorts,
): Promise<FoundTicket | undefined> {
  const { ticket } = one;
  const { timezone, reports } = district;
  const now = ports.now();
  if (ticket.state === 'sending') {
    const isGone = now.getTime() - Date.parse(ticket.at) > CUT_OFF_MS;
    return isGone ? move(lake, one, { state: 'unsure', why: 'cut off' }, now) : undefined;
  }
  if (ticket.state !== 'waiting') {
    await clearIfDone(lake, ticket);
    return undefined;
  }
  if (!seen.has(ticket.release)) return move(lake, one, { state: 'withdrawn', why: 'rolled back' }, now);
  if (isSuperseded(ticket, all)) return move(lake, one, { state: 'superseded' }, now);
  // A mail may have come back since this one was written.
  const bounced = bounces.get(ticket.to.trim().toLowerCase());
  if (bounced !== undefined) return move(lake, one, { state: 'suppressed', why: bounced }, now);
  // A run that comes a day later may come in quiet hours too.
  if (Date.parse(ticket.due) > now.getTime() || dueAt(now, timezone, reports.quietHours) > now)
    return undefined;
  const mine = await move(lake, one, { state: 'sending', tries: ticket.tries + 1 }, now);
  if (mine === undefined) return undefined;
  const raw = Buffer.from((await lake.readText(messageKey(ticket.release, ticket.recipient))) ?? '');
  const found = await deliver(ports.mailer, { from: ticket.from, to: ticket.to, raw }, ports.wait);
  const after = ports.now();
  if (found.state === 'sent') return move(lake, mine, { state: 'sent', why: found.id }, after);
  if (found.state !== 'later') return move(lake, mine, { state: found.state, why: found.why }, after);
  const given = mine.ticket.tries >= ROUNDS;
  const due = dueAt(new Date(after.getTime() + ROUND_MS), timezone, reports.quietHours);
  const state = given ? 'refused' : 'waiting';
  return move(lake, mine, { state, due: due.toISOString(), why: found.why }, after);
}

/** Numbers of yesterday are not sent beside those of today; a letter is. */
function isSuperseded(ticket: Ticket, all: readonly FoundTicket[]): boolean {
  return (
    !ticket.kinds.includes('letter') &&
    all.some(
      ({ ticket: t }) =>
        t.recipient === ticket.recipient && t.release > ticket.release && t.kinds.includes('digest'),
    )
  );
}

/** The release that readers see and those before it, as far back as a mail waits. */
async function releasesSeen(lake: Lake, found: readonly FoundTicket[]): Promise<Set<string>> {
  const [oldest = ''] = found.map(({ ticket }) => ticket.release).sort();
  const seen = new Set<string>();
  let id: string | null | undefined = await currentReleaseId(lake);
  while (id !== undefined && id !== null && id >= oldest && !seen.has(id)) {
    seen.add(id);
    id = (await readManifest(lake, id))?.previous;
  }
  return seen;
}
