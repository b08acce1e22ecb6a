// The secret behind the keys of staff inside a function: derived from the KMS key for staff, once a process.
import { KMSClient } from '@aws-sdk/client-kms';
import { kmsKeyRing } from '../adapters/kms-key-ring.ts';
import { STAFF_PURPOSE } from './viewer-of.ts';

export function staffSecretOf(district: string, key: string): () => Promise<Buffer> {
  const ring = kmsKeyRing(new KMSClient({}), key, district);
  return () => ring.subkey(STAFF_PURPOSE);
}
