// Joins the ports to AWS inside a function: zones to buckets, the key ring to KMS, the catalog to Glue,
// the registry of models to SageMaker.
import { GlueClient } from '@aws-sdk/client-glue';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { SageMakerClient } from '@aws-sdk/client-sagemaker';
import { z } from 'zod';
import { readCatalog } from '../harmonize/sql-catalog.ts';
import type { Lake } from '../lake/lake.ts';
import { webTypeOf } from '../lake/web-type.ts';
import type { KeyRing } from '../pseudonym/key-ring.ts';
import type { ModelPackages } from '../registry/model-packages.ts';
import type { Catalog } from '../release/catalog.ts';
import { glueCatalog } from './glue-partitions.ts';
import { kmsKeyRing } from './kms-key-ring.ts';
import { s3Lake } from './s3-lake.ts';
import { sagemakerPackages } from './sagemaker-packages.ts';

const zonesSchema = z.record(z.string(), z.string());

export interface AwsStores {
  readonly lake: Lake;
  readonly keys: KeyRing;
  readonly catalog: Catalog | undefined;
  readonly modelPackages: ModelPackages | undefined;
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
    lake: s3Lake(new S3Client({}), place, cache, webTypeOf),
    keys: kmsKeyRing(new KMSClient({}), process.env.HOMEROOM_PSEUDONYM_KEY ?? '', district),
    catalog:
      database === undefined
        ? undefined
        : glueCatalog(new GlueClient({}), database, `s3://${place('lake/').bucket}`, readCatalog(root)),
    modelPackages: modelPackages(`s3://${place('model/').bucket}`),
  };
}

/** Only the gate is given HOMEROOM_MODEL_IMAGE, and HOMEROOM_MODEL_GROUPS: task to package group. */
function modelPackages(root: string): ModelPackages | undefined {
  const image = process.env.HOMEROOM_MODEL_IMAGE;
  if (image === undefined) return undefined;
  const groups = zonesSchema.parse(JSON.parse(process.env.HOMEROOM_MODEL_GROUPS ?? '{}'));
  return sagemakerPackages(new SageMakerClient({}), { root, image, group: (task) => groups[task] ?? task });
}
