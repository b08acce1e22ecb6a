// The signature of a message: who holds the secret wrote these bytes, at this time.
import { createHmac, timingSafeEqual } from 'node:crypto';

/** "v1=" and 64 hex digits: HMAC-SHA256 over "<timestamp>.<body>"; the timestamp in seconds since 1970. */
export function sign(secret: string, timestamp: number, body: string): string {
  return `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;
}

export interface Signed {
  readonly signature: string;
  readonly timestamp: number;
  readonly body: string;
}

/** What a receiver does: an old message is refused too, so that a recorded one cannot be played again. */
export function isSignedBy(
  secret: string,
  message: Signed,
  nowSeconds: number,
  toleranceSeconds = 300,
): boolean {
  if (!(Math.abs(nowSeconds - message.timestamp) <= toleranceSeconds)) return false;
  const expected = Buffer.from(sign(secret, message.timestamp, message.body));
  const given = Buffer.from(message.signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
