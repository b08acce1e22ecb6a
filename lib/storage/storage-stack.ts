// Where a district's files lie: the drop zone, what was received, the identity store, the lake, and their keys.
import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { District } from '../district.ts';
import type { Naming } from '../naming.ts';
import { DistrictKeys } from './keys.ts';
import { PrivateBucket } from './private-bucket.ts';

/** Days that a superseded or deleted version can still be brought back. */
const UNDO_DAYS = 30;
/** Days after which a file in the drop zone, long since copied to raw, is removed. */
const LANDING_DAYS = 30;
const ACCESS_LOG_DAYS = 400;

export interface StorageStackProps extends StackProps {
  readonly district: District;
  readonly naming: Naming;
}

export class StorageStack extends Stack {
  readonly keys: DistrictKeys;
  readonly accessLogs: s3.IBucket;
  readonly undeliveredArrivals: sqs.Queue;

  constructor(scope: Construct, id: string, { district, naming, ...props }: StorageStackProps) {
    super(scope, id, props);
    this.keys = new DistrictKeys(this, 'Keys', { naming });
    const { raw, identity, lake, operations } = this.keys;

    this.accessLogs = new PrivateBucket(this, 'Logs', {
      bucketName: naming.bucket('logs'),
      lifecycle: [
        {
          id: 'old-logs',
          expiration: Duration.days(ACCESS_LOG_DAYS),
          noncurrentVersionExpiration: Duration.days(UNDO_DAYS),
        },
      ],
    });
    const accessLogs = this.accessLogs;
    const undo: s3.LifecycleRule = {
      id: 'old-versions',
      noncurrentVersionExpiration: Duration.days(UNDO_DAYS),
      expiredObjectDeleteMarker: true,
    };

    const landing = new PrivateBucket(this, 'Landing', {
      bucketName: naming.bucket('landing'),
      key: raw,
      accessLogs,
      lifecycle: [
        {
          id: 'copied-to-raw',
          expiration: Duration.days(LANDING_DAYS),
          noncurrentVersionExpiration: Duration.days(UNDO_DAYS),
        },
      ],
    });
    new PrivateBucket(this, 'Raw', {
      bucketName: naming.bucket('raw'),
      key: raw,
      accessLogs,
      lifecycle: [
        {
          id: 'retention',
          expiration: Duration.days(district.retention.rawDays),
          noncurrentVersionExpiration: Duration.days(UNDO_DAYS),
        },
      ],
    });
    new PrivateBucket(this, 'Identity', {
      bucketName: naming.bucket('identity'),
      key: identity,
      accessLogs,
      lifecycle: [undo],
    });
    // Releases are pruned by manifest, never by age; only query results and scratch grow old.
    new PrivateBucket(this, 'Lake', {
      bucketName: naming.bucket('lake'),
      key: lake,
      accessLogs,
      lifecycle: [undo, { id: 'query-results', prefix: 'athena/', expiration: Duration.days(14) }],
    });

    this.undeliveredArrivals = new sqs.Queue(this, 'UndeliveredArrivals', {
      encryption: sqs.QueueEncryption.KMS,
      encryptionMasterKey: operations,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    // No step reads it: Plan lists the drop zone, which can't miss a file. It is what arrived in the last two weeks,
    // for people and for tools that want to know of a file before the day begins.
    const arrivals = new sqs.Queue(this, 'Arrivals', {
      encryption: sqs.QueueEncryption.KMS,
      encryptionMasterKey: operations,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
      visibilityTimeout: Duration.minutes(16),
      deadLetterQueue: { queue: this.undeliveredArrivals, maxReceiveCount: 5 },
    });
    announceArrivals(landing);
    new events.Rule(this, 'FileArrived', {
      description: 'A file was put into the drop zone',
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: { bucket: { name: [landing.bucketName] } },
      },
      targets: [
        new targets.SqsQueue(arrivals, {
          deadLetterQueue: this.undeliveredArrivals,
          maxEventAge: Duration.hours(24),
          retryAttempts: 10,
        }),
      ],
    });
  }
}

/** Set in the template itself: the construct's own switch would add a function with wide rights to do it. */
function announceArrivals(bucket: s3.Bucket): void {
  const cfn = bucket.node.defaultChild;
  if (!isCfnBucket(cfn)) throw new Error('a bucket without its resource');
  cfn.addPropertyOverride('NotificationConfiguration.EventBridgeConfiguration.EventBridgeEnabled', true);
}

function isCfnBucket(node: unknown): node is s3.CfnBucket {
  return typeof node === 'object' && node !== null && 'addPropertyOverride' in node;
}
