// Who read or wrote student data: a trail with the data events of the district's buckets and functions, kept in S3.
import { Aws, Duration } from 'aws-cdk-lib';
import * as cloudtrail from 'aws-cdk-lib/aws-cloudtrail';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Naming } from '../naming.ts';
import { acknowledge } from '../security/acknowledge.ts';
import { PrivateBucket } from '../storage/private-bucket.ts';

/** Days; three school years of access can be looked up. */
const TRAIL_DAYS = 1096;

export interface AuditTrailProps {
  readonly naming: Naming;
  readonly key: kms.IKey;
  readonly accessLogs: s3.IBucket;
}

export class AuditTrail extends Construct {
  constructor(scope: Construct, id: string, { naming, key, accessLogs }: AuditTrailProps) {
    super(scope, id);
    const bucket = new PrivateBucket(this, 'Trail', {
      bucketName: naming.bucket('trail'),
      key,
      accessLogs,
      lifecycle: [
        {
          id: 'old-events',
          expiration: Duration.days(TRAIL_DAYS),
          noncurrentVersionExpiration: Duration.days(30),
        },
      ],
    });
    const trailName = naming.name('trail');
    const fromTrail = { 'aws:SourceArn': naming.arn('cloudtrail', `trail/${trailName}`) };
    const service = new iam.ServicePrincipal('cloudtrail.amazonaws.com');
    bucket.addToResourcePolicy(
      new iam.PolicyStatement({
        principals: [service],
        actions: ['s3:GetBucketAcl'],
        resources: [bucket.bucketArn],
        conditions: { StringEquals: fromTrail },
      }),
    );
    bucket.addToResourcePolicy(
      new iam.PolicyStatement({
        principals: [service],
        actions: ['s3:PutObject'],
        resources: [bucket.arnForObjects(`AWSLogs/${Aws.ACCOUNT_ID}/*`)],
        conditions: { StringEquals: { ...fromTrail, 's3:x-amz-acl': 'bucket-owner-full-control' } },
      }),
    );
    const trail = new cloudtrail.CfnTrail(this, 'Events', {
      trailName,
      s3BucketName: bucket.bucketName,
      kmsKeyId: key.keyArn,
      isLogging: true,
      isMultiRegionTrail: false,
      includeGlobalServiceEvents: false,
      enableLogFileValidation: true,
      advancedEventSelectors: [
        {
          name: 'Reads and writes of student data',
          fieldSelectors: [
            { field: 'eventCategory', equalTo: ['Data'] },
            { field: 'resources.type', equalTo: ['AWS::S3::Object'] },
            {
              field: 'resources.ARN',
              startsWith: (['landing', 'raw', 'identity', 'lake', 'named'] as const).map(
                (purpose) => `${naming.bucketArn(purpose)}/`,
              ),
            },
          ],
        },
        {
          name: 'Changes of settings',
          fieldSelectors: [
            { field: 'eventCategory', equalTo: ['Management'] },
            { field: 'readOnly', equalTo: ['false'] },
          ],
        },
      ],
    });
    if (bucket.policy) trail.node.addDependency(bucket.policy);
    acknowledge(
      trail,
      'NIST.800.53.R5-CloudTrailCloudWatchLogsEnabled',
      'Data events of a lake are many; they are read in S3 with Athena instead of being billed a second time.',
    );
  }
}
