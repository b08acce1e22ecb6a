// What runs each day: the steps as functions, the state machine over them, and the clock.
import { join } from 'node:path';
import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import type { Construct } from 'constructs';
import type { District } from '../district.ts';
import { layersFor, layersOf } from '../functions/layers.ts';
import { modelImage } from '../models/images.ts';
import type { Naming } from '../naming.ts';
import type { NarratorGuardrail } from '../narrator/guardrail.ts';
import { acknowledge } from '../security/acknowledge.ts';
import type { DistrictKeys } from '../storage/keys.ts';
import { DailyMachine, type ModelJobs } from './daily-machine.ts';
import { DailySchedule } from './daily-schedule.ts';
import { DueMailSchedule, hasQuietHours } from './due-mail-schedule.ts';
import { HandoffSecret } from './handoff-secret.ts';
import { type ModelRegistry, StepFunction } from './step-function.ts';
import type { Step } from './steps.ts';

export interface PipelineStackProps extends StackProps {
  readonly district: District;
  readonly naming: Naming;
  readonly keys: DistrictKeys;
  /** Folder that bin/bundle.ts fills. */
  readonly bundles: string;
  readonly models: Omit<ModelJobs & ModelRegistry, 'image'>;
  /** Where a model writes the prose of reports. */
  readonly guardrail: NarratorGuardrail | undefined;
}

export class PipelineStack extends Stack {
  readonly topic: sns.Topic;
  readonly deadLetters: sqs.Queue;
  readonly daily: DailyMachine;

  constructor(scope: Construct, id: string, { bundles, ...props }: PipelineStackProps) {
    super(scope, id, props);
    const models = { ...props.models, image: modelImage(this) };
    const { district, naming, keys } = props;
    this.topic = new sns.Topic(this, 'Operators', {
      displayName: `Homeroom ${district.name}`.slice(0, 100),
      masterKey: keys.operations,
      enforceSSL: true,
    });
    this.deadLetters = new sqs.Queue(this, 'DeadLetters', {
      encryption: sqs.QueueEncryption.KMS,
      encryptionMasterKey: keys.operations,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    acknowledge(
      this.deadLetters,
      'AwsSolutions-SQS3',
      'It is the dead-letter queue itself, of functions and the schedule.',
    );

    const guardrail = props.guardrail && {
      arn: props.guardrail.arn,
      id: props.guardrail.id,
      version: ssm.StringParameter.valueForStringParameter(this, props.guardrail.versionParameter),
    };
    const handoffSecret =
      district.checkins.handoff && new HandoffSecret(this, 'Handoff', { naming, keys }).secret;
    const layer = layersOf(this, join(bundles, 'layers'));
    const stepFunction = (step: Step) =>
      new StepFunction(this, `Step-${step}`, {
        step,
        district,
        naming,
        keys,
        code: join(bundles, 'lambdas', step),
        layers: layersFor(step).map(layer),
        deadLetters: this.deadLetters,
        topic: this.topic,
        models,
        guardrail,
        handoffSecret,
      });
    const notify = stepFunction('notify');
    this.daily = new DailyMachine(this, 'Daily', {
      district,
      naming,
      keys,
      models,
      steps: {
        plan: stepFunction('plan'),
        intake: stepFunction('intake'),
        check: stepFunction('check'),
        identify: stepFunction('identify'),
        harmonize: stepFunction('harmonize'),
        features: stepFunction('features'),
        gate: stepFunction('gate'),
        release: stepFunction('release'),
        report: stepFunction('report'),
        list: stepFunction('list'),
        handoff: handoffSecret && stepFunction('handoff'),
        notify,
        tell: stepFunction('tell'),
      },
    });
    new DailySchedule(this, 'Clock', {
      district,
      naming,
      keys,
      machine: this.daily.machine,
      deadLetters: this.deadLetters,
    });
    if (hasQuietHours(district)) {
      new DueMailSchedule(this, 'QuietHours', {
        district,
        naming,
        keys,
        notify: notify.function.functionArn,
        deadLetters: this.deadLetters,
      });
    }
  }
}
