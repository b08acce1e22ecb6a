// CloudFront's signed cookies: one set a folder, sent by the browser to that folder alone.
import { createSign, type KeyObject } from 'node:crypto';

export interface Signer {
  readonly keyId: string;
  readonly key: KeyObject;
}

export interface Opening {
  /** Address of the portal, without a slash at its end. */
  readonly portal: string;
  /** `/<release>/<folder>/` */
  readonly folder: string;
  readonly until: Date;
}

/** CloudFront's own base64: the letters that mean something in a cookie are others. */
const encoded = (bytes: Buffer) =>
  bytes.toString('base64').replaceAll('+', '-').replaceAll('=', '_').replaceAll('/', '~');

/**
 * Lines for Set-Cookie. A policy of CloudFront has one resource, so each folder has a set of its own, told apart by
 * the cookies' path. SameSite is Lax: a link in a mail opens its page.
 */
export function signedCookies(
  { portal, folder, until }: Opening,
  { keyId, key }: Signer,
  now: Date,
): string[] {
  const seconds = Math.floor(until.getTime() / 1000);
  const policy = JSON.stringify({
    Statement: [
      { Resource: `${portal}${folder}*`, Condition: { DateLessThan: { 'AWS:EpochTime': seconds } } },
    ],
  });
  // SHA-1 is what CloudFront verifies for RSA keys.
  const signature = createSign('RSA-SHA1').update(policy).sign(key);
  const age = Math.max(0, seconds - Math.floor(now.getTime() / 1000));
  const values = {
    'CloudFront-Policy': encoded(Buffer.from(policy)),
    'CloudFront-Signature': encoded(signature),
    'CloudFront-Key-Pair-Id': keyId,
  };
  return Object.entries(values).map(
    ([name, value]) => `${name}=${value}; Path=${folder}; Max-Age=${age}; Secure; HttpOnly; SameSite=Lax`,
  );
}
