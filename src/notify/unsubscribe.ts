// Leaving the optional mails: a signed address that needs no sign-in, and the list of those who have left.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Lake } from '../lake/lake.ts';

const prefix = 'decisions/mail-opt-outs';
const optOutKey = (recipient: string) => `${prefix}/${recipient}.json`;

/** Stands for an address in keys and links, so that neither shows it. */
export function recipientId(district: string, address: string): string {
  return createHash('sha256')
    .update(`${district}|${address.trim().toLowerCase()}`)
    .digest('hex')
    .slice(0, 20);
}

export const UNSUBSCRIBE_PURPOSE = 'mail|unsubscribe|1';

const signature = (secret: Buffer, recipient: string) =>
  createHmac('sha256', secret).update(recipient).digest('hex').slice(0, 40);

export function unsubscribeUrl(portal: string, secret: Buffer, recipient: string): URL {
  const url = new URL('unsubscribe', portal.endsWith('/') ? portal : `${portal}/`);
  url.search = new URLSearchParams({ r: recipient, s: signature(secret, recipient) }).toString();
  return url;
}

/** The recipient whom a link names, if the link is ours. A link lasts: mail is read years later. */
export function recipientOfLink(query: URLSearchParams, secret: Buffer): string | undefined {
  const recipient = query.get('r') ?? '';
  const given = Buffer.from(query.get('s') ?? '');
  const ours = Buffer.from(signature(secret, recipient));
  return given.length === ours.length && timingSafeEqual(given, ours) ? recipient : undefined;
}

/** Answers a POST to the link (RFC 8058); a GET must change nothing, for scanners follow links. */
export async function unsubscribe(
  lake: Lake,
  query: URLSearchParams,
  secret: Buffer,
  at: Date,
): Promise<boolean> {
  const recipient = recipientOfLink(query, secret);
  if (recipient === undefined) return false;
  await lake.createText(optOutKey(recipient), JSON.stringify({ recipient, at: at.toISOString() }));
  return true;
}

export async function hasOptedOut(lake: Lake, recipient: string): Promise<boolean> {
  return lake.exists(optOutKey(recipient));
}
