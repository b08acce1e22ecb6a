// One step of the day as a Lambda function with its own role, log group and dead letters.
import { Duration, Stack } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { District } from '../district.ts';
import { DistrictFunction } from '../functions/district-function.ts';
import { type BucketPurpose, type Naming, ZONES, type Zone } from '../naming.ts';
import { askModels, type GuardrailPlace } from '../narrator/model-permissions.ts';
import { sendMail } from '../reports/mail-permissions.ts';
import type { Permission } from '../security/own-role.ts';
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
  /** Stands before the models that write prose; none where the template writes. */
  readonly guardrail: GuardrailPlace | undefined;
  /** Signs the messages of the hand-off; none where the district hands nothing off. */
  readonly handoffSecret: secretsmanager.ISecret | undefined;
}

/** Where a function finds the definitions: see lib/bundle/layers.ts. */
const DEFINITIONS = '/opt/homeroom';

export class StepFunction extends DistrictFunction {
  constructor(scope: Construct, id: string, props: StepFunctionProps) {
    const { step, district } = props;
    const { about, heavy } = STEP_ACCESS[step];
    super(scope, id, {
      ...props,
      name: step,
      about,
      permissions: permissions(props),
      environment: environment(props),
      memoryMb: memoryMb(step, district),
      timeout: Duration.minutes(15),
      diskMb: heavy ? 10 * 1024 : 512,
      unlimited:
        'The state machine limits how many run at once; a fresh account has a quota of 10, too few to reserve from.',
    });
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
  guardrail,
  handoffSecret,
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
    ...(access.names && { HOMEROOM_NAMED_BUCKET: naming.bucket('named') }),
    ...(access.mails && {
      HOMEROOM_MAIL_KEY: keys.staff.keyArn,
      HOMEROOM_MAIL_SET: naming.name('mail'),
    }),
    ...(access.handsOff && handoffSecret && { HOMEROOM_HANDOFF_SECRET_ID: handoffSecret.secretArn }),
    ...(access.writesProse &&
      guardrail && {
        HOMEROOM_GUARDRAIL: Stack.of(keys).toJsonString({ id: guardrail.id, version: guardrail.version }),
      }),
  };
}

function permissions(props: StepFunctionProps): Permission[] {
  const { district, naming, keys, step, topic, models, guardrail, handoffSecret } = props;
  const { reads, deletes = [], ...access } = STEP_ACCESS[step];
  // Who writes names writes them under their own key only, and of the portal's other files two without names.
  const writes = access.writes.filter((zone) => !(access.names && zone === 'portal'));
  const database = naming.database();
  const list: Permission[] = [
    ...readObjects(naming, [...new Set([...reads, ...deletes])]),
    ...writeObjects(naming, writes),
    ...deleteObjects(naming, deletes),
  ];
  const keyOf: readonly (readonly [BucketPurpose, Parameters<typeof useKey>[0]])[] = [
    ['raw', keys.raw],
    ['identity', keys.identity],
    ['lake', keys.lake],
    ['portal', keys.portal],
  ];
  const touches = (zones: readonly Zone[], purpose: BucketPurpose) =>
    zones.some((zone) => ZONES[zone] === purpose || (purpose === 'raw' && ZONES[zone] === 'landing'));
  for (const [purpose, key] of keyOf) {
    if (touches(writes, purpose)) list.push(useKey(key, 'write'));
    else if (touches([...reads, ...deletes], purpose)) list.push(useKey(key, 'read'));
  }
  if (access.pseudonyms) list.push({ actions: ['kms:GenerateMac'], resources: [keys.pseudonym.keyArn] });
  if (access.names) {
    const site = `${naming.bucketArn('portal')}/portal`;
    list.push(
      {
        actions: ['s3:PutObject'],
        resources: [`${naming.bucketArn('named')}/portal/*/named/*`, `${site}/*/listed.json`],
        why: 'Pages are named by release, school and student, which are not known beforehand.',
      },
      { actions: ['s3:PutObject'], resources: [`${site}/current.json`] },
      useKey(keys.named, 'write'),
      useKey(keys.portal, 'write'),
    );
  }
  if (access.mails) list.push(...sendMail(naming, keys, district.reports.from));
  // It lies under the key of the function's own settings.
  if (access.handsOff && handoffSecret)
    list.push({ actions: ['secretsmanager:GetSecretValue'], resources: [handoffSecret.secretArn] });
  if (access.writesProse && guardrail) {
    list.push(...askModels(naming, district.reports.narrator.models, guardrail));
  }
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
