// Joins the ports to AWS inside a function: zones to buckets, the key ring to KMS.
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { z } from 'zod';
import type { Lake } from '../lake/lake.ts';
import type { KeyRing } from '../pseudonym/key-ring.ts';
import { kmsKeyRing } from './kms-key-ring.ts';
import { s3Lake } from './s3-lake.ts';

const zonesSchema = z.record(z.string(), z.string());

/** HOMEROOM_ZONES maps a zone (landing, raw, identity …) to its bucket; a step without the key cannot make pseudonyms. */
export function awsStores(district: string): { lake: Lake; keys: KeyRing } {
  const zones = zonesSchema.parse(JSON.parse(process.env.HOMEROOM_ZONES ?? '{}'));
  const usual = process.env.HOMEROOM_LAKE_BUCKET ?? '';
  const place = (key: string) => ({ bucket: zones[key.split('/')[0] ?? ''] ?? usual, key });
  const cache = process.env.HOMEROOM_HOME ?? '/tmp/homeroom';
  return {
    lake: s3Lake(new S3Client({}), place, cache),
    keys: kmsKeyRing(new KMSClient({}), process.env.HOMEROOM_PSEUDONYM_KEY ?? '', district),
  };
}
