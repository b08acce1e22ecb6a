// Reads an ID token: signed by the pool (RS256), for this client, not yet over, and answering our own question.
import { createPublicKey, verify } from 'node:crypto';
import { z } from 'zod';
import { HomeroomError } from '../errors/homeroom-error.ts';

export class TokenError extends HomeroomError {
  constructor(what: string) {
    super('SIGN_IN_TOKEN', `The sign-in was not accepted: ${what}.`, {
      where: 'sign-in',
      mend: 'Sign in again. If it comes back, compare the client and the pool of the Reports stack with the sign-in.',
    });
  }
}

export interface Expected {
  readonly issuer: string;
  readonly client: string;
  /** Left out for a token that was taken before: its question is answered. */
  readonly nonce?: string;
  readonly now: Date;
}

const jwk = z.object({ kid: z.string(), kty: z.literal('RSA'), n: z.string(), e: z.string() });
export const keySet = z.object({ keys: z.array(jwk) });
export type KeySet = z.output<typeof keySet>;

const headerSchema = z.object({ alg: z.literal('RS256'), kid: z.string() });
const claimsSchema = z.looseObject({
  iss: z.string(),
  aud: z.string(),
  exp: z.number(),
  nonce: z.string(),
  token_use: z.literal('id'),
});

export type Claims = z.output<typeof claimsSchema>;

const part = (text: string): unknown => JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));

/** @throws TokenError, which says what was wrong and repeats nothing of the token */
export function verifyToken(token: string, { keys }: KeySet, expected: Expected): Claims {
  const parts = token.split('.');
  const [head = '', body = '', signature = ''] = parts;
  if (parts.length !== 3) throw new TokenError('no token');
  try {
    const { kid } = headerSchema.parse(part(head));
    const key = keys.find((k) => k.kid === kid);
    if (key === undefined) throw new TokenError('unknown key');
    const isOurs = verify(
      'RSA-SHA256',
      Buffer.from(`${head}.${body}`),
      createPublicKey({ key: { kty: key.kty, n: key.n, e: key.e }, format: 'jwk' }),
      Buffer.from(signature, 'base64url'),
    );
    if (!isOurs) throw new TokenError('signature');
    const claims = claimsSchema.parse(part(body));
    if (claims.iss !== expected.issuer) throw new TokenError('issuer');
    if (claims.aud !== expected.client) throw new TokenError('client');
    if (expected.nonce !== undefined && claims.nonce !== expected.nonce)
      throw new TokenError('answer to another question');
    if (claims.exp * 1000 <= expected.now.getTime()) throw new TokenError('over');
    return claims;
  } catch (error) {
    if (error instanceof TokenError) throw error;
    throw new TokenError('not readable');
  }
}
