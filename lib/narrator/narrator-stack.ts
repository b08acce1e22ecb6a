// What a district needs that lets a model write: a guardrail with a version, and the account's word to keep nothing.
import { CustomResource, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { District } from '../district.ts';
import { DistrictFunction } from '../functions/district-function.ts';
import type { Naming } from '../naming.ts';
import { acknowledge } from '../security/acknowledge.ts';
import { OwnRole } from '../security/own-role.ts';
import { useKey } from '../security/permissions.ts';
import type { DistrictKeys } from '../storage/keys.ts';
import { NarratorGuardrail } from './guardrail.ts';

export interface NarratorStackProps extends StackProps {
  readonly district: District;
  readonly naming: Naming;
  readonly keys: DistrictKeys;
  /** Folder with the bundled handler of the function "retention". */
  readonly code: string;
}

export class NarratorStack extends Stack {
  readonly guardrail: NarratorGuardrail;
  /** A message means that the nightly check failed. */
  readonly failedChecks: sqs.IQueue;

  constructor(scope: Construct, id: string, { district, naming, keys, code, ...props }: NarratorStackProps) {
    super(scope, id, props);
    this.guardrail = new NarratorGuardrail(this, 'Before', { naming, key: keys.operations });
    const failedChecks = new sqs.Queue(this, 'FailedChecks', {
      encryption: sqs.QueueEncryption.KMS,
      encryptionMasterKey: keys.operations,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    acknowledge(
      failedChecks,
      'AwsSolutions-SQS3',
      'It is the dead-letter queue itself, of the nightly check.',
    );
    this.failedChecks = failedChecks;

    const { function: retention } = new DistrictFunction(this, 'Retention', {
      name: 'retention',
      about: 'Sets what Bedrock keeps of this account to nothing, and checks it each night',
      district,
      naming,
      keys,
      code,
      deadLetters: failedChecks,
      permissions: [
        {
          actions: ['bedrock:PutAccountDataRetention'],
          resources: ['*'],
          conditions: { StringEquals: { 'bedrock:DataRetentionMode': 'none' } },
          why: 'The setting is of the account and has no resource; the condition allows the one value.',
        },
        {
          actions: ['bedrock:GetAccountDataRetention'],
          resources: ['*'],
          why: 'The setting is of the account and has no resource.',
        },
      ],
      environment: {},
      memoryMb: 256,
      timeout: Duration.minutes(1),
      unlimited: 'It runs once a night.',
    });
    // CloudFormation has no type for it. Going away it leaves the setting alone: others may rely on it by now.
    new CustomResource(this, 'NothingIsKept', {
      serviceToken: retention.functionArn,
      serviceTimeout: Duration.minutes(2),
      resourceType: 'Custom::BedrockDataRetention',
      properties: { mode: 'none' },
    });
    const { role } = new OwnRole(this, 'Check', {
      roleName: naming.name('retention-check'),
      service: 'scheduler.amazonaws.com',
      description: 'Starts the nightly check of what Bedrock keeps',
      permissions: [
        { actions: ['lambda:InvokeFunction'], resources: [retention.functionArn] },
        { actions: ['sqs:SendMessage'], resources: [failedChecks.queueArn] },
        useKey(keys.operations, 'write'),
      ],
    });
    new scheduler.CfnSchedule(this, 'EachNight', {
      name: naming.name('retention'),
      description: 'Checks what Bedrock keeps of this account',
      scheduleExpression: 'cron(15 2 * * ? *)',
      scheduleExpressionTimezone: district.timezone,
      flexibleTimeWindow: { mode: 'OFF' },
      kmsKeyArn: keys.operations.keyArn,
      target: {
        arn: retention.functionArn,
        roleArn: role.roleArn,
        input: JSON.stringify({ check: true }),
        deadLetterConfig: { arn: failedChecks.queueArn },
        retryPolicy: { maximumEventAgeInSeconds: 3600, maximumRetryAttempts: 2 },
      },
    });
  }
}
