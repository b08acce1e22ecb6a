// Where the portal's pages lie: those without names and those with, each with its own key, and the record of visits.
import { Duration } from 'aws-cdk-lib';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Naming } from '../naming.ts';
import { acknowledge } from '../security/acknowledge.ts';
import type { DistrictKeys } from '../storage/keys.ts';
import { PrivateBucket } from '../storage/private-bucket.ts';

/** Days after which pages of an old release go. A portal that nobody makes any more is better gone than wrong. */
const PAGE_DAYS = 90;
/** A list lapses in two weeks; no name stays in a page much longer. */
const NAMED_DAYS = 21;
const UNDO_DAYS = 1;
const VISIT_DAYS = 400;

export class PortalBuckets extends Construct {
  readonly pages: s3.Bucket;
  readonly named: s3.Bucket;
  /** CloudFront's record of each request: address, time, status; never a cookie. */
  readonly visits: s3.Bucket;

  constructor(
    scope: Construct,
    id: string,
    { naming, keys, accessLogs }: { naming: Naming; keys: DistrictKeys; accessLogs: s3.IBucket },
  ) {
    super(scope, id);
    const pages = (days: number): s3.LifecycleRule => ({
      id: 'old-pages',
      prefix: 'portal/',
      expiration: Duration.days(days),
      noncurrentVersionExpiration: Duration.days(UNDO_DAYS),
    });
    this.pages = new PrivateBucket(this, 'Pages', {
      bucketName: naming.bucket('portal'),
      key: keys.portal,
      accessLogs,
      lifecycle: [pages(PAGE_DAYS)],
    });
    this.named = new PrivateBucket(this, 'Named', {
      bucketName: naming.bucket('named'),
      key: keys.named,
      accessLogs,
      lifecycle: [pages(NAMED_DAYS)],
    });
    this.visits = new PrivateBucket(this, 'Visits', {
      bucketName: naming.bucket('visits'),
      accessLogs,
      lifecycle: [
        {
          id: 'old-visits',
          expiration: Duration.days(VISIT_DAYS),
          noncurrentVersionExpiration: Duration.days(UNDO_DAYS),
        },
      ],
    });
    // CloudFront delivers its record with an access control list, which such a bucket alone accepts.
    const visits = this.visits.node.defaultChild;
    if (visits instanceof s3.CfnBucket)
      visits.ownershipControls = { rules: [{ objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_PREFERRED }] };
    acknowledge(
      this.visits,
      'NIST.800.53.R5-S3BucketLevelPublicAccessProhibited',
      'Public access is blocked; CloudFront needs lists that name its own delivery account.',
    );
  }
}
