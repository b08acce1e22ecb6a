// The outbox of a release: one ticket a recipient, made once, moved on by one sender at a time.
import { z } from 'zod';
import type { Lake } from '../lake/lake.ts';

export const ticketSchema = z.strictObject({
  recipient: z.string(),
  release: z.string(),
  kinds: z.array(z.enum(['letter', 'digest'])),
  roles: z.array(z.string()),
  to: z.string(),
  from: z.string(),
  subject: z.string(),
  messageId: z.string(),
  state: z.enum([
    'waiting',
    'sending',
    'sent',
    'refused',
    'unsure',
    'suppressed',
    /** A newer digest goes instead. */
    'superseded',
    /** The district went back behind this release. */
    'withdrawn',
  ]),
  due: z.iso.datetime(),
  tries: z.int().nonnegative(),
  why: z.string(),
  /** When the state was reached. */
  at: z.iso.datetime(),
});
export type Ticket = z.output<typeof ticketSchema>;

export const ticketKey = (release: string, recipient: string) => `outbox/${release}/${recipient}.json`;
export const messageKey = (release: string, recipient: string) => `outbox/${release}/${recipient}.eml`;

const waiting = 'outbox/waiting';
const waitingKey = (t: Pick<Ticket, 'release' | 'recipient'>) => `${waiting}/${t.release}/${t.recipient}`;

/** Puts message and ticket down; false where they lay there already. */
export async function post(lake: Lake, ticket: Ticket, message: Buffer): Promise<boolean> {
  // The ticket comes last: a ticket without a message, or one that nobody looks for, could never be sent.
  await lake.createText(messageKey(ticket.release, ticket.recipient), message.toString('utf8'));
  await lake.createText(waitingKey(ticket), '');
  const isNew = await lake.createText(
    ticketKey(ticket.release, ticket.recipient),
    JSON.stringify(ticketSchema.parse(ticket)),
  );
  if (!isNew) await clearIfDone(lake, ticket);
  return isNew;
}

/** Nobody needs to look for a ticket that has reached its end. */
export async function clearIfDone(lake: Lake, at: Pick<Ticket, 'release' | 'recipient'>): Promise<void> {
  const found = await readTicket(lake, at.release, at.recipient);
  if (found !== undefined && !['waiting', 'sending'].includes(found.ticket.state))
    await lake.remove(waitingKey(at));
}

export interface FoundTicket {
  readonly ticket: Ticket;
  readonly text: string;
}

export async function readTicket(
  lake: Lake,
  release: string,
  recipient: string,
): Promise<FoundTicket | undefined> {
  const text = await lake.readText(ticketKey(release, recipient));
  return text === undefined ? undefined : { ticket: ticketSchema.parse(JSON.parse(text)), text };
}

/** Moves a ticket on; undefined where somebody else was first. */
export async function move(
  lake: Lake,
  { ticket, text }: FoundTicket,
  to: Partial<Pick<Ticket, 'state' | 'due' | 'tries' | 'why'>>,
  at: Date,
): Promise<FoundTicket | undefined> {
  const next = { ...ticket, ...to, at: at.toISOString() };
  // A text that never comes back, as the lake wants it: tries only grow, and states lead on.
  const written = JSON.stringify(next);
  if (!(await lake.replaceText(ticketKey(ticket.release, ticket.recipient), text, written))) return undefined;
  if (next.state !== 'waiting' && next.state !== 'sending') await lake.remove(waitingKey(ticket));
  return { ticket: next, text: written };
}

/** Tickets that nobody has dealt with, oldest release first. One whose sending was cut off is among them. */
export async function waitingTickets(lake: Lake): Promise<FoundTicket[]> {
  const keys = await lake.list(waiting);
  const found = await Promise.all(
    keys.map((key) => {
      const [release = '', recipient = ''] = key.slice(waiting.length + 1).split('/');
      return readTicket(lake, release, recipient);
    }),
  );
  return found.filter((t) => t !== undefined);
}

export async function ticketsOf(lake: Lake, release: string): Promise<Ticket[]> {
  const keys = (await lake.list(`outbox/${release}`)).filter((k) => k.endsWith('.json'));
  const texts = await Promise.all(keys.map((k) => lake.readText(k)));
  return texts.flatMap((t) => {
    const found = t === undefined ? undefined : ticketSchema.safeParse(JSON.parse(t));
    return found?.success ? [found.data] : [];
  });
}
