// Joins the ports to AWS inside a function: zones to buckets, the key ring to KMS, the catalog to Glue.
import { GlueClient } from '@aws-sdk/client-glue';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { z } from 'zod';
import { readCatalog } from '../harmonize/sql-catalog.ts';
import type { Lake } from '../lake/lake.ts';
import type { KeyRing } from '../pseudonym/key-ring.ts';
import type { Catalog } from '../release/catalog.ts';
import { glueCatalog } from './glue-partitions.ts';
import { kmsKeyRing } from './kms-key-ring.ts';
import { s3Lake } from './s3-lake.ts';

const zonesSchema = z.record(z.string(), z.string());

export interface AwsStores {
  readonly lake: Lake;
  readonly keys: KeyRing;
  readonly catalog: Catalog | undefined;
}

/**
 * HOMEROOM_ZONES maps a zone (landing, raw, identity …) to its bucket; a step without the key cannot make pseudonyms,
 * and only a step that is given HOMEROOM_DATABASE moves the tables of the catalog. `root` holds the definitions.
 */
export function awsStores(district: string, root: string): AwsStores {
  const zones = zonesSchema.parse(JSON.parse(process.env.HOMEROOM_ZONES ?? '{}'));
  const usual = process.env.HOMEROOM_LAKE_BUCKET ?? '';
  const place = (key: string) => ({ bucket: zones[key.split('/')[0] ?? ''] ?? usual, key });
  const database = process.env.HOMEROOM_DATABASE;
  const cache = process.env.HOMEROOM_HOME ?? '/tmp/homeroom';
  return {
    lake: s3Lake(new S3Client({}), place, cache),
    keys: kmsKeyRing(new KMSClient({}), process.env.HOMEROOM_PSEUDONYM_KEY ?? '', district),
    catalog:
      database === undefined
        ? undefined
        : glueCatalog(new GlueClient({}), database, `s3://${place('lake/').bucket}`, readCatalog(root)),
  };
}
