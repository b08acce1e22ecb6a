// A bucket that is private, encrypted, versioned, reached over TLS only, logged, and cleaned up by a lifecycle.
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { acknowledge } from '../security/acknowledge.ts';

const NO_REPLICA =
  'Rebuilt from the files as received, which the vendors keep and send again; versioning guards against deletion.';

export interface PrivateBucketProps {
  readonly bucketName: string;
  /** None only for access logs, which S3 delivers to no other encryption than its own. */
  readonly key?: kms.IKey;
  readonly accessLogs?: s3.IBucket;
  readonly lifecycle: readonly s3.LifecycleRule[];
}

export class PrivateBucket extends s3.Bucket {
  constructor(scope: Construct, id: string, { bucketName, key, accessLogs, lifecycle }: PrivateBucketProps) {
    super(scope, id, {
      bucketName,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: key ? s3.BucketEncryption.KMS : s3.BucketEncryption.S3_MANAGED,
      ...(key && { encryptionKey: key, bucketKeyEnabled: true }),
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      ...(accessLogs && {
        serverAccessLogsBucket: accessLogs,
        serverAccessLogsPrefix: `${id.toLowerCase()}/`,
      }),
      lifecycleRules: [
        { id: 'unfinished-uploads', abortIncompleteMultipartUploadAfter: Duration.days(7) },
        ...lifecycle,
      ],
      removalPolicy: RemovalPolicy.RETAIN,
    });
    acknowledge(this, 'NIST.800.53.R5-S3BucketReplicationEnabled', NO_REPLICA);
    if (!key) {
      acknowledge(
        this,
        'NIST.800.53.R5-S3DefaultEncryptionKMS',
        'S3 delivers access logs only to buckets with S3-managed encryption; they hold no student data.',
      );
    }
  }
}
