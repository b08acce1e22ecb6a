// What training, judging and scoring need in AWS: their code, the role of the jobs, and SageMaker's registry of models.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Annotations, Stack, type StackProps } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import { CfnModelPackageGroup } from 'aws-cdk-lib/aws-sagemaker';
import type { Construct } from 'constructs';
import type { Naming } from '../naming.ts';
import { OwnRole } from '../security/own-role.ts';
import { readObjects, useKey, writeObjects } from '../security/permissions.ts';
import type { DistrictKeys } from '../storage/keys.ts';

export interface ModelsStackProps extends StackProps {
  readonly naming: Naming;
  readonly keys: DistrictKeys;
  /** Folder with the package `models`, and its wheels where bin/wheels.ts has fetched them. */
  readonly code: string;
  readonly tasks: readonly string[];
}

export class ModelsStack extends Stack {
  readonly role: iam.IRole;
  readonly codeUri: string;
  /** Package group by task. */
  readonly groups: Readonly<Record<string, string>>;

  constructor(scope: Construct, id: string, { naming, keys, code, tasks, ...props }: ModelsStackProps) {
    super(scope, id, props);
    if (!existsSync(join(code, 'wheels'))) {
      Annotations.of(this).addInfo(
        'The jobs have no network and install wheels that travel with the code: run "node bin/wheels.ts" before deploying.',
      );
    }
    const asset = new Asset(this, 'Code', { path: code });
    this.codeUri = asset.s3ObjectUrl;
    const { role } = new OwnRole(this, 'Jobs', {
      roleName: naming.name('models'),
      service: 'sagemaker.amazonaws.com',
      description: 'Trains, judges and scores with pseudonymous cases; its jobs have no network',
      permissions: [
        ...readObjects(naming, ['model', 'runs']),
        ...writeObjects(naming, ['runs']),
        useKey(keys.lake, 'write'),
        { actions: ['s3:GetObject'], resources: [`${asset.bucket.bucketArn}/${asset.s3ObjectKey}`] },
        { actions: ['s3:ListBucket'], resources: [asset.bucket.bucketArn] },
        {
          actions: [
            'logs:CreateLogGroup',
            'logs:CreateLogStream',
            'logs:PutLogEvents',
            'logs:DescribeLogStreams',
          ],
          resources: [naming.arn('logs', 'log-group:/aws/sagemaker/*')],
          why: 'SageMaker names the log groups and streams of its jobs itself.',
        },
        {
          actions: ['ecr:GetAuthorizationToken', 'cloudwatch:PutMetricData'],
          resources: ['*'],
          why: 'Neither action has resource-level permissions.',
        },
        {
          actions: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchCheckLayerAvailability'],
          resources: [`arn:${this.partition}:ecr:${this.region}:*:repository/sagemaker-xgboost`],
          why: "The image lies in SageMaker's own account, another one in each region.",
        },
      ],
    });
    this.role = role;
    this.groups = Object.fromEntries(tasks.map((task) => [task, packageGroup(naming.prefix, task)]));
    for (const [task, group] of Object.entries(this.groups)) {
      new CfnModelPackageGroup(this, `Registry-${task}`, {
        modelPackageGroupName: group,
        modelPackageGroupDescription: `Models of the task ${task}, as the gate judged them`,
      });
    }
  }
}

/** SageMaker allows letters, digits and dashes. */
export function packageGroup(prefix: string, task: string): string {
  return `${prefix}-${task}`.replaceAll('_', '-');
}
