// Signing in inside its function: where each part of it lies in AWS, from the settings that the Reports stack gives.
import { createPrivateKey } from 'node:crypto';
import { S3Client } from '@aws-sdk/client-s3';
import { z } from 'zod';
import { awsCall } from '../adapters/aws-call.ts';
import { s3Lake } from '../adapters/s3-lake.ts';
import { definitionsRoot } from '../definitions/definitions.ts';
import { readDistrict } from '../district/district-home.ts';
import { currentSiteKey, currentSiteSchema } from '../lists/write-lists.ts';
import { closedPageOf, doorPageOf } from './closed-page.ts';
import { secrets } from './make-key-pair.ts';
import type { SignInPlace } from './sign-in.ts';
import { staffSecretOf } from './staff-secret.ts';
import { keySet, TokenError } from './verify-token.ts';

const settings = z.object({
  HOMEROOM_DISTRICT: z.string(),
  HOMEROOM_PORTAL: z.string(),
  HOMEROOM_PORTAL_BUCKET: z.string(),
  HOMEROOM_STAFF_KEY: z.string(),
  HOMEROOM_SIGNING_SECRET: z.string(),
  HOMEROOM_SIGNING_KEY_ID: z.string(),
  HOMEROOM_SIGN_IN: z.string(),
  HOMEROOM_ISSUER: z.string(),
  HOMEROOM_CLIENT: z.string(),
  HOMEROOM_SESSION_MINUTES: z.coerce.number().int().positive(),
});

const secretValue = z.object({ SecretString: z.string() });
const tokens = z.object({ id_token: z.string() });

/** Read when it is first asked for, and kept as long as the function stays warm. */
export function inFunction(): () => Promise<SignInPlace> {
  let place: SignInPlace | undefined;
  return async () => {
    place ??= placeOf(settings.parse(process.env));
    return place;
  };
}

function placeOf(env: z.output<typeof settings>): SignInPlace {
  const { district } = readDistrict(env.HOMEROOM_DISTRICT, definitionsRoot());
  const site = s3Lake(
    new S3Client({}),
    (key) => ({ bucket: env.HOMEROOM_PORTAL_BUCKET, key }),
    '/tmp/homeroom',
  );
  return {
    portal: env.HOMEROOM_PORTAL,
    address: env.HOMEROOM_SIGN_IN,
    issuer: env.HOMEROOM_ISSUER,
    client: env.HOMEROOM_CLIENT,
    minutes: env.HOMEROOM_SESSION_MINUTES,
    now: () => new Date(),
    // Asked anew each time: a new pair is used at once, and signing in is rare.
    async signer() {
      const found = await secrets(awsCall, 'GetSecretValue', { SecretId: env.HOMEROOM_SIGNING_SECRET });
      const { SecretString } = secretValue.parse(found);
      return { keyId: env.HOMEROOM_SIGNING_KEY_ID, key: createPrivateKey(SecretString) };
    },
    staffSecret: staffSecretOf(district.district, env.HOMEROOM_STAFF_KEY),
    async release() {
      const text = await site.readText(currentSiteKey);
      return text === undefined ? undefined : currentSiteSchema.parse(JSON.parse(text)).release;
    },
    async keys() {
      const answer = await fetch(`${env.HOMEROOM_ISSUER}/.well-known/jwks.json`, {
        signal: AbortSignal.timeout(5_000),
      });
      return keySet.parse(await answer.json());
    },
    async exchange(form) {
      const answer = await fetch(`${env.HOMEROOM_SIGN_IN}/oauth2/token`, {
        method: 'POST',
        body: form,
        signal: AbortSignal.timeout(10_000),
      });
      if (!answer.ok) throw new TokenError('the code was refused');
      return tokens.parse(await answer.json()).id_token;
    },
    log: (entry) => console.log(JSON.stringify(entry)),
    closedPage: closedPageOf(district),
    doorPage: doorPageOf(district),
  };
}
