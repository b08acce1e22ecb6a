// The key ring in AWS: one call a purpose, the district in what is signed, and an error where KMS gives nothing.

import { createHmac } from 'node:crypto';
import { KMSClient } from '@aws-sdk/client-kms';
import { afterEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { jsonStub, type Stub } from '../../test/aws/stub.ts';
import { kmsKeyRing, MacMissingError } from './kms-key-ring.ts';

const input = z.object({ KeyId: z.string(), MacAlgorithm: z.literal('HMAC_SHA_256'), Message: z.base64() });

let stub: Stub;
afterEach(() => stub.close());

async function ring(withMac: boolean) {
  const calls: string[] = [];
  stub = await jsonStub((operation, given) => {
    const { KeyId, Message } = input.parse(given);
    const message = Buffer.from(Message, 'base64');
    calls.push(`${operation} ${KeyId} ${message.toString('utf8')}`);
    const mac = createHmac('sha256', 'inside KMS').update(message).digest('base64');
    return withMac ? { KeyId, Mac: mac, MacAlgorithm: 'HMAC_SHA_256' } : { KeyId };
  });
  return { calls, keys: kmsKeyRing(new KMSClient({}), 'the-key', 'maple') };
}

describe('the key ring in KMS', () => {
  it('asks once for each purpose, and signs the name of the district with it', async () => {
    const { calls, keys } = await ring(true);
    const first = await keys.subkey('pseudonym|sis_student|1');
    expect(await keys.subkey('pseudonym|sis_student|1')).toEqual(first);
    expect(await keys.subkey('match|1')).not.toEqual(first);
    expect(first).toHaveLength(32);
    expect(calls).toEqual([
      'GenerateMac the-key maple|pseudonym|sis_student|1',
      'GenerateMac the-key maple|match|1',
    ]);
  });

  it('never goes on without a key', async () => {
    const { keys } = await ring(false);
    await expect(keys.subkey('match|1')).rejects.toThrow(MacMissingError);
  });
});
