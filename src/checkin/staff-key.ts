// The key under which a member of staff stands in the ledger: made from the sign-in's id, and nobody reads it back.
import { createHmac } from 'node:crypto';

/** "t" and 19 hex digits. @param secret the portal's own, never the one of the students' pseudonyms */
export function staffKey(secret: string, signInId: string): string {
  return `t${createHmac('sha256', secret).update(`staff|${signInId.trim().toLowerCase()}`).digest('hex').slice(0, 19)}`;
}
