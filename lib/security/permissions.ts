// The few kinds of permission that roles of this app hold, each as narrow as its service allows.
import type * as kms from 'aws-cdk-lib/aws-kms';
import { type Naming, ZONES, type Zone } from '../naming.ts';
import type { Permission } from './own-role.ts';

const BY_ZONE = 'Objects of a zone are named by module, table and batch, which are not known beforehand.';

export function readObjects(naming: Naming, zones: readonly Zone[]): Permission[] {
  if (zones.length === 0) return [];
  return [
    {
      actions: ['s3:GetObject'],
      resources: zones.map((zone) => objects(naming, zone)),
      why: BY_ZONE,
    },
    listing(naming, zones),
  ];
}

export function writeObjects(naming: Naming, zones: readonly Zone[]): Permission[] {
  if (zones.length === 0) return [];
  return [
    {
      actions: ['s3:PutObject', 's3:AbortMultipartUpload'],
      resources: zones.map((zone) => objects(naming, zone)),
      why: BY_ZONE,
    },
  ];
}

export function deleteObjects(naming: Naming, zones: readonly Zone[]): Permission[] {
  if (zones.length === 0) return [];
  return [
    {
      actions: ['s3:DeleteObject'],
      resources: zones.map((zone) => objects(naming, zone)),
      why: BY_ZONE,
    },
  ];
}

/** Multipart uploads must decrypt as well as encrypt, so writing includes reading. */
export function useKey(key: kms.IKey, use: 'read' | 'write'): Permission {
  return {
    actions: use === 'read' ? ['kms:Decrypt'] : ['kms:Decrypt', 'kms:GenerateDataKey'],
    resources: [key.keyArn],
  };
}

/** Glue writes to log groups that it names itself, and ties them to the security configuration's key. */
export function glueLogs(naming: Naming, key: kms.IKey): Permission[] {
  return [
    {
      actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents', 'logs:AssociateKmsKey'],
      resources: [naming.arn('logs', 'log-group:/aws-glue/*')],
      why: 'Glue names its log groups after the job or crawler and its security configuration.',
    },
    useKey(key, 'write'),
  ];
}

function objects(naming: Naming, zone: Zone): string {
  return `${naming.bucketArn(ZONES[zone])}/${zone}/*`;
}

/**
 * Without a condition on the prefix: S3 answers "not found" for a missing object only to those who may list the
 * bucket, and asks without a prefix. Keys name modules, tables and batches, never students.
 */
function listing(naming: Naming, zones: readonly Zone[]): Permission {
  const buckets = new Set(zones.map((zone) => ZONES[zone]));
  return { actions: ['s3:ListBucket'], resources: [...buckets].map((bucket) => naming.bucketArn(bucket)) };
}
