// Mail that came back, as SES tells it: which addresses nothing is sent to any more, and which only failed for the moment.
import { z } from 'zod';

const people = z.array(z.object({ emailAddress: z.string() })).default([]);

/** What SES publishes for a configuration set; other events say nothing of an address. */
const eventSchema = z.discriminatedUnion('eventType', [
  z.object({
    eventType: z.literal('Bounce'),
    bounce: z.object({ bounceType: z.string(), bouncedRecipients: people, timestamp: z.iso.datetime() }),
  }),
  z.object({
    eventType: z.literal('Complaint'),
    complaint: z.object({
      complainedRecipients: people,
      /** "not-spam" takes a complaint back. */
      complaintFeedbackType: z.string().nullish(),
      timestamp: z.iso.datetime(),
    }),
  }),
]);

/** A row of the bounce list. */
export interface CameBack {
  readonly address: string;
  readonly kind: 'permanent' | 'complaint';
  /** YYYY-MM-DD, UTC. */
  readonly on: string;
}

export interface Read {
  readonly lasting: readonly CameBack[];
  /** Addresses of transient bounces, complaints taken back, events of other kinds: nothing is kept of them. */
  readonly passing: number;
  /** What stood where an address should: it is not put on the list. */
  readonly unread: number;
}

export function readCameBack(text: string): Read {
  const found = eventSchema.safeParse(parsed(text));
  if (!found.success) return { lasting: [], passing: 0, unread: 1 };
  const { recipients, kind, at } = partsOf(found.data);
  if (kind === undefined) return { lasting: [], passing: recipients.length, unread: 0 };
  const addresses = recipients.map((r) => addressIn(r.emailAddress)).filter((a) => a !== undefined);
  return {
    lasting: addresses.map((address) => ({ address, kind, on: at.slice(0, 10) })),
    passing: 0,
    unread: recipients.length - addresses.length,
  };
}

interface Parts {
  readonly recipients: z.output<typeof people>;
  /** Undefined where it passes. */
  readonly kind: CameBack['kind'] | undefined;
  readonly at: string;
}

function partsOf(event: z.output<typeof eventSchema>): Parts {
  if (event.eventType === 'Bounce') {
    const { bouncedRecipients: recipients, bounceType, timestamp: at } = event.bounce;
    return { recipients, kind: bounceType === 'Permanent' ? 'permanent' : undefined, at };
  }
  const { complainedRecipients: recipients, complaintFeedbackType, timestamp: at } = event.complaint;
  return { recipients, kind: complaintFeedbackType === 'not-spam' ? undefined : 'complaint', at };
}

const address = z.email();

/** `Name <address>` is an address too. It is written into a list, so nothing else of the other side gets there. */
function addressIn(text: string): string | undefined {
  const found = address.safeParse((/<([^<>]+)>\s*$/.exec(text)?.[1] ?? text).trim().toLowerCase());
  return found.success ? found.data : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
