// The Athena workgroup: the only way in for queries, with encrypted results and a limit on what one query may scan.
import * as athena from 'aws-cdk-lib/aws-athena';
import type * as kms from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { Naming } from '../naming.ts';

/** Bytes; a whole district is smaller, so a query above it is a mistake (about 0.25 USD). */
const SCAN_LIMIT = 50 * 1024 ** 3;

export class QueryWorkgroup extends Construct {
  readonly name: string;

  constructor(scope: Construct, id: string, { naming, key }: { naming: Naming; key: kms.IKey }) {
    super(scope, id);
    this.name = naming.name('analysts');
    new athena.CfnWorkGroup(this, 'Workgroup', {
      name: this.name,
      description: 'Analyst queries; settings of a client are overruled',
      workGroupConfiguration: {
        enforceWorkGroupConfiguration: true,
        publishCloudWatchMetricsEnabled: true,
        bytesScannedCutoffPerQuery: SCAN_LIMIT,
        engineVersion: { selectedEngineVersion: 'Athena engine version 3' },
        resultConfiguration: {
          outputLocation: `s3://${naming.bucket('lake')}/athena/`,
          expectedBucketOwner: naming.account,
          encryptionConfiguration: { encryptionOption: 'SSE_KMS', kmsKey: key.keyArn },
        },
      },
    });
  }
}
