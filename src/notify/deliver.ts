// Hands one message to the carrier: tried again while it is busy, never once it may have been taken.
import { type Envelope, type Mailer, MailLaterError, MailRefusedError, MailUnsureError } from './mailer.ts';

export type Delivered =
  | { readonly state: 'sent'; readonly id: string }
  | { readonly state: 'later' | 'refused' | 'unsure' | 'suppressed'; readonly why: string };

/** Milliseconds before the second, third and fourth try. */
export const WAITS = [500, 2000, 8000] as const;

export async function deliver(
  mailer: Mailer,
  envelope: Envelope,
  wait: (ms: number) => Promise<void>,
): Promise<Delivered> {
  let why = '';
  for (const before of [0, ...WAITS]) {
    if (before > 0) await wait(before);
    const found = await once(mailer, envelope);
    if (found.state !== 'later') return found;
    why = found.why;
  }
  return { state: 'later', why };
}

async function once(mailer: Mailer, envelope: Envelope): Promise<Delivered> {
  try {
    const why = await mailer.suppressed(envelope.to);
    if (why !== undefined) return { state: 'suppressed', why };
    return { state: 'sent', id: await mailer.send(envelope) };
  } catch (error) {
    if (error instanceof MailLaterError) return { state: 'later', why: error.where };
    if (error instanceof MailRefusedError) return { state: 'refused', why: error.where };
    if (error instanceof MailUnsureError) return { state: 'unsure', why: error.where };
    throw error;
  }
}
