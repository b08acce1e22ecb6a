// What queries see: tables and views, the workgroup, the Spark job, the drift crawler, and Lake Formation's record.
import { join } from 'node:path';
import { Stack, type StackProps } from 'aws-cdk-lib';
import * as glue from 'aws-cdk-lib/aws-glue';
import * as lakeformation from 'aws-cdk-lib/aws-lakeformation';
import type { Construct } from 'constructs';
import type { Naming } from '../naming.ts';
import { OwnRole } from '../security/own-role.ts';
import { readObjects, useKey, writeObjects } from '../security/permissions.ts';
import type { DistrictKeys } from '../storage/keys.ts';
import { DriftCrawler } from './drift-crawler.ts';
import { HarmonizeJob } from './harmonize-job.ts';
import { LakeTables } from './lake-tables.ts';
import { QueryWorkgroup } from './query.ts';

export interface CatalogStackProps extends StackProps {
  readonly naming: Naming;
  readonly keys: DistrictKeys;
  /** Folder that holds sql/ and glue-jobs/. */
  readonly definitions: string;
}

export class CatalogStack extends Stack {
  constructor(scope: Construct, id: string, { naming, keys, definitions, ...props }: CatalogStackProps) {
    super(scope, id, props);
    new LakeTables(this, 'Lake', { naming, definitions });
    new QueryWorkgroup(this, 'Query', { naming, key: keys.lake });

    const securityConfiguration = new glue.SecurityConfiguration(this, 'Encryption', {
      securityConfigurationName: naming.name('glue'),
      s3Encryption: glue.S3Encryption.kms(keys.lake),
      cloudWatchEncryption: glue.CloudWatchEncryption.kms(keys.operations),
      jobBookmarksEncryption: glue.JobBookmarksEncryption.clientSideKms(keys.operations),
    });
    new HarmonizeJob(this, 'Harmonize', {
      naming,
      lakeKey: keys.lake,
      operationsKey: keys.operations,
      securityConfiguration,
      script: join(definitions, 'glue-jobs', 'harmonize.py'),
    });
    new DriftCrawler(this, 'Drift', {
      naming,
      rawKey: keys.raw,
      operationsKey: keys.operations,
      securityConfiguration: securityConfiguration.securityConfigurationName,
    });

    const { role } = new OwnRole(this, 'LakeAccess', {
      roleName: naming.name('lake-access'),
      service: 'lakeformation.amazonaws.com',
      description: 'Lake Formation reads and writes the lake for readers who opted in',
      permissions: [
        ...readObjects(naming, ['lake']),
        ...writeObjects(naming, ['lake']),
        useKey(keys.lake, 'write'),
      ],
    });
    // Hybrid: the pipeline stays on IAM, people opt in to Lake Formation's grants.
    new lakeformation.CfnResource(this, 'LakeLocation', {
      resourceArn: `${naming.bucketArn('lake')}/lake`,
      useServiceLinkedRole: false,
      roleArn: role.roleArn,
      hybridAccessEnabled: true,
    });
  }
}
