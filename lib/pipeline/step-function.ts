// One step of the day as a Lambda function with its own role, log group and dead letters.
import { Duration, RemovalPolicy, Size } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { District } from '../district.ts';
import { type BucketPurpose, type Naming, ZONES, type Zone } from '../naming.ts';
import { acknowledge } from '../security/acknowledge.ts';
import { OwnRole, type Permission } from '../security/own-role.ts';
import { deleteObjects, readObjects, useKey, writeObjects } from '../security/permissions.ts';
import type { DistrictKeys } from '../storage/keys.ts';
import { STEP_ACCESS } from './step-access.ts';
import type { Step } from './steps.ts';

/** Where the gate keeps models: the groups by task, and the image that their packages name. */
export interface ModelRegistry {
  readonly image: string;
  readonly groups: Readonly<Record<string, string>>;
}

export interface StepFunctionProps {
  readonly step: Step;
  readonly district: District;
  readonly naming: Naming;
  readonly keys: DistrictKeys;
  /** Folder with the bundled handler. */
  readonly code: string;
  readonly layers: readonly lambda.ILayerVersion[];
  readonly deadLetters: sqs.IQueue;
  readonly topic: sns.ITopic;
  readonly models: ModelRegistry;
}

/** Where a function finds the definitions: see lib/bundle/layers.ts. */
const DEFINITIONS = '/opt/homeroom';

export class StepFunction extends Construct {
  readonly function: lambda.Function;

  constructor(scope: Construct, id: string, props: StepFunctionProps) {
    super(scope, id);
    const { step, district, naming, keys, code, layers, deadLetters } = props;
    const access = STEP_ACCESS[step];
    const logGroup = new logs.LogGroup(this, 'Log', {
      logGroupName: `/homeroom/${naming.prefix}/${step}`,
      encryptionKey: keys.operations,
      retention: district.retention.logDays,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const { role } = new OwnRole(this, 'Run', {
      roleName: naming.name(step),
      service: 'lambda.amazonaws.com',
      description: access.about,
      permissions: permissions(props, logGroup),
    });
    this.function = new lambda.Function(this, 'Function', {
      functionName: naming.name(step),
      description: access.about,
      runtime: lambda.Runtime.NODEJS_24_X,
      // DuckDB's binding in the layer is the one for this processor.
      architecture: lambda.Architecture.X86_64,
      handler: 'index.handler',
      code: lambda.Code.fromAsset(code),
      layers: [...layers],
      role,
      logGroup,
      loggingFormat: lambda.LoggingFormat.JSON,
      timeout: Duration.minutes(15),
      memorySize: memoryMb(step, district),
      ephemeralStorageSize: access.heavy ? Size.gibibytes(10) : Size.mebibytes(512),
      environment: environment(props),
      environmentEncryption: keys.operations,
      deadLetterQueue: deadLetters,
      retryAttempts: 0,
      ...(district.lambda.reservedConcurrency !== undefined && {
        reservedConcurrentExecutions: district.lambda.reservedConcurrency,
      }),
    });
    acknowledge(
      this.function,
      'NIST.800.53.R5-LambdaInsideVPC',
      'Reaches S3, KMS and Glue only, over TLS with IAM; a network of its own would bill while idle.',
    );
    if (district.lambda.reservedConcurrency === undefined) {
      acknowledge(
        this.function,
        'NIST.800.53.R5-LambdaConcurrency',
        'The state machine limits how many run at once; a fresh account has a quota of 10, too few to reserve from.',
      );
    }
  }
}

function memoryMb(step: Step, district: District): number {
  return STEP_ACCESS[step].heavy ? district.lambda.memoryMb : 512;
}

function environment({
  district,
  naming,
  keys,
  topic,
  step,
  models,
}: StepFunctionProps): Record<string, string> {
  const access = STEP_ACCESS[step];
  return {
    HOMEROOM_DISTRICT: district.district,
    HOMEROOM_DEFINITIONS: DEFINITIONS,
    HOMEROOM_ZONES: JSON.stringify(
      Object.fromEntries(Object.entries(ZONES).map(([zone, purpose]) => [zone, naming.bucket(purpose)])),
    ),
    HOMEROOM_LAKE_BUCKET: naming.bucket('lake'),
    HOMEROOM_MEMORY_MB: String(memoryMb(step, district)),
    // Whatever a step writes outside the buckets, it writes to the function's own disk.
    HOMEROOM_HOME: '/tmp/homeroom',
    ...(access.pseudonyms && { HOMEROOM_PSEUDONYM_KEY: keys.pseudonym.keyArn }),
    ...(access.catalog && { HOMEROOM_DATABASE: naming.database() }),
    ...(access.registry && {
      HOMEROOM_MODEL_IMAGE: models.image,
      HOMEROOM_MODEL_GROUPS: JSON.stringify(models.groups),
    }),
    ...(access.tells && { HOMEROOM_TOPIC: topic.topicArn }),
  };
}

function permissions(props: StepFunctionProps, logGroup: logs.ILogGroup): Permission[] {
  const { naming, keys, step, deadLetters, topic, models } = props;
  const { reads, writes, deletes = [], ...access } = STEP_ACCESS[step];
  const database = naming.database();
  const list: Permission[] = [
    {
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [logGroup.logGroupArn],
      why: 'A function names its log streams itself; the group is its own.',
    },
    { actions: ['sqs:SendMessage'], resources: [deadLetters.queueArn] },
    useKey(keys.operations, 'write'),
    ...readObjects(naming, [...new Set([...reads, ...deletes])]),
    ...writeObjects(naming, writes),
    ...deleteObjects(naming, deletes),
  ];
  const keyOf: readonly (readonly [BucketPurpose, Parameters<typeof useKey>[0]])[] = [
    ['raw', keys.raw],
    ['identity', keys.identity],
    ['lake', keys.lake],
  ];
  const touches = (zones: readonly Zone[], purpose: BucketPurpose) =>
    zones.some((zone) => ZONES[zone] === purpose || (purpose === 'raw' && ZONES[zone] === 'landing'));
  for (const [purpose, key] of keyOf) {
    if (touches(writes, purpose)) list.push(useKey(key, 'write'));
    else if (touches([...reads, ...deletes], purpose)) list.push(useKey(key, 'read'));
  }
  if (access.pseudonyms) list.push({ actions: ['kms:GenerateMac'], resources: [keys.pseudonym.keyArn] });
  if (access.tells) list.push({ actions: ['sns:Publish'], resources: [topic.topicArn] });
  if (access.registry) {
    list.push({
      actions: [
        'sagemaker:CreateModelPackage',
        'sagemaker:ListModelPackages',
        'sagemaker:UpdateModelPackage',
        'sagemaker:DescribeModelPackage',
      ],
      resources: Object.values(models.groups).flatMap((group) => [
        naming.arn('sagemaker', `model-package-group/${group}`),
        naming.arn('sagemaker', `model-package/${group}/*`),
      ]),
      why: 'A package gets its number from SageMaker.',
    });
  }
  if (access.catalog) {
    list.push({
      actions: [
        'glue:GetTable',
        'glue:GetTables',
        'glue:GetPartitions',
        'glue:BatchCreatePartition',
        'glue:BatchUpdatePartition',
        'glue:BatchDeletePartition',
      ],
      resources: [
        naming.arn('glue', 'catalog'),
        naming.arn('glue', `database/${database}`),
        naming.arn('glue', `table/${database}/*`),
      ],
      why: 'A release moves the partitions of every table of this one database.',
    });
  }
  return list;
}
