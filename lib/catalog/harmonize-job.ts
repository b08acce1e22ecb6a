// The Spark job for loads too large for a function: the same SQL, started by the state machine.
import { Duration } from 'aws-cdk-lib';
import * as glue from 'aws-cdk-lib/aws-glue';
import type * as kms from 'aws-cdk-lib/aws-kms';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import { Construct } from 'constructs';
import type { Naming } from '../naming.ts';
import { OwnRole } from '../security/own-role.ts';
import { deleteObjects, glueLogs, readObjects, useKey, writeObjects } from '../security/permissions.ts';

export interface HarmonizeJobProps {
  readonly naming: Naming;
  readonly lakeKey: kms.IKey;
  readonly operationsKey: kms.IKey;
  readonly securityConfiguration: glue.ISecurityConfiguration;
  /** Path of the PySpark entry point. */
  readonly script: string;
}

export class HarmonizeJob extends Construct {
  constructor(scope: Construct, id: string, props: HarmonizeJobProps) {
    super(scope, id);
    const { naming, lakeKey, operationsKey, securityConfiguration, script } = props;
    const code = new Asset(this, 'Code', { path: script });
    const { role } = new OwnRole(this, 'Run', {
      roleName: naming.name('harmonize-spark'),
      service: 'glue.amazonaws.com',
      description: 'Runs the SQL of core and mart on staged rows',
      permissions: [
        ...readObjects(naming, ['staged', 'lake', 'runs']),
        ...writeObjects(naming, ['lake', 'runs']),
        // Spark writes to a temporary name first and then removes it.
        ...deleteObjects(naming, ['lake']),
        useKey(lakeKey, 'write'),
        ...glueLogs(naming, operationsKey),
        { actions: ['s3:GetObject'], resources: [`${code.bucket.bucketArn}/${code.s3ObjectKey}`] },
        {
          actions: ['glue:GetSecurityConfiguration', 'cloudwatch:PutMetricData'],
          resources: ['*'],
          why: 'Neither action has resource-level permissions.',
        },
      ],
    });
    new glue.PySparkEtlJob(this, 'Job', {
      jobName: naming.name('harmonize'),
      description: 'Core and mart of one run, from staged rows',
      role,
      script: glue.Code.fromBucket(code.bucket, code.s3ObjectKey),
      glueVersion: glue.GlueVersion.V5_1,
      workerConfiguration: { workerType: glue.WorkerType.G_1X, numberOfWorkers: 4 },
      securityConfiguration,
      maxConcurrentRuns: 1,
      // The state machine decides about another try.
      maxRetries: 0,
      timeout: Duration.hours(4),
      defaultArguments: {
        '--lake': `s3://${naming.bucket('lake')}`,
        '--conf': 'spark.sql.session.timeZone=UTC --conf spark.sql.ansi.enabled=true',
      },
    });
  }
}
