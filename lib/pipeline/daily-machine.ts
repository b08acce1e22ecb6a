// The day's state machine in AWS: the generated definition with the names of this district's functions filled in.
import { RemovalPolicy } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { District } from '../district.ts';
import type { Naming } from '../naming.ts';
import { OwnRole, type Permission } from '../security/own-role.ts';
import { useKey } from '../security/permissions.ts';
import type { DistrictKeys } from '../storage/keys.ts';
import { dailyPipeline } from './daily.ts';
import type { StepFunction } from './step-function.ts';
import { functionPlaceholder, STEPS, type Step } from './steps.ts';
import { districtSubstitutions } from './substitute.ts';

/** What the requests of model jobs name: see lib/models/models-stack.ts. */
export interface ModelJobs {
  readonly role: iam.IRole;
  readonly image: string;
  readonly codeUri: string;
}

export interface DailyMachineProps {
  readonly district: District;
  readonly naming: Naming;
  readonly keys: DistrictKeys;
  readonly models: ModelJobs;
  /** A district that hands nothing off has no function for it. */
  readonly steps: Readonly<Record<Exclude<Step, 'handoff'>, StepFunction>> & {
    readonly handoff: StepFunction | undefined;
  };
}

export class DailyMachine extends Construct {
  readonly machine: sfn.StateMachine;

  constructor(scope: Construct, id: string, { district, naming, keys, models, steps }: DailyMachineProps) {
    super(scope, id);
    const logGroup = new logs.LogGroup(this, 'Log', {
      // Other names run into the size limit of CloudWatch's resource policy.
      logGroupName: `/aws/vendedlogs/states/${naming.name('daily')}`,
      encryptionKey: keys.operations,
      retention: district.retention.logDays,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const job = naming.name('harmonize');
    const { role } = new OwnRole(this, 'Run', {
      roleName: naming.name('daily'),
      service: 'states.amazonaws.com',
      description: 'Runs the steps of the day',
      permissions: [
        {
          actions: ['lambda:InvokeFunction'],
          resources: STEPS.flatMap((step) => steps[step]?.function.functionArn ?? []),
        },
        {
          actions: ['glue:StartJobRun', 'glue:GetJobRun', 'glue:GetJobRuns', 'glue:BatchStopJobRun'],
          resources: [naming.arn('glue', `job/${job}`)],
        },
        ...modelJobs(naming, models),
        useKey(keys.operations, 'write'),
        {
          actions: [
            'logs:CreateLogDelivery',
            'logs:GetLogDelivery',
            'logs:UpdateLogDelivery',
            'logs:DeleteLogDelivery',
            'logs:ListLogDeliveries',
            'logs:PutResourcePolicy',
            'logs:DescribeResourcePolicies',
            'logs:DescribeLogGroups',
          ],
          resources: ['*'],
          why: 'Log delivery and X-Ray have no resource-level permissions.',
        },
        {
          actions: [
            'xray:PutTraceSegments',
            'xray:PutTelemetryRecords',
            'xray:GetSamplingRules',
            'xray:GetSamplingTargets',
          ],
          resources: ['*'],
          why: 'Log delivery and X-Ray have no resource-level permissions.',
        },
      ],
    });
    this.machine = new sfn.StateMachine(this, 'Machine', {
      stateMachineName: naming.name('daily'),
      definitionBody: sfn.DefinitionBody.fromString(JSON.stringify(dailyPipeline())),
      definitionSubstitutions: {
        ...Object.fromEntries(
          STEPS.map((step) => [
            functionPlaceholder(step),
            // The name of a function that is not there: the state before it never leads to it.
            steps[step]?.function.functionArn ?? naming.arn('lambda', `function:${naming.name(step)}`),
          ]),
        ),
        HarmonizeJobName: job,
        LakeBucket: naming.bucket('lake'),
        LakeKeyArn: keys.lake.keyArn,
        ModelRoleArn: models.role.roleArn,
        ModelImage: models.image,
        ModelCodeUri: models.codeUri,
        ModelJobPrefix: naming.prefix,
        ...districtSubstitutions(district),
      },
      role,
      tracingEnabled: true,
      // Payloads hold names of runs and chunks only, yet logs keep less: states and errors.
      logs: { destination: logGroup, level: sfn.LogLevel.ALL, includeExecutionData: false },
      encryptionConfiguration: new sfn.CustomerManagedEncryptionConfiguration(keys.operations),
    });
  }
}

/** Starting jobs, waiting for them by the rule that Step Functions makes, and handing them their role. */
function modelJobs(naming: Naming, { role }: ModelJobs): Permission[] {
  const jobs = (kind: string) => naming.arn('sagemaker', `${kind}/${naming.prefix}-*`);
  return [
    {
      actions: [
        'sagemaker:CreateTrainingJob',
        'sagemaker:DescribeTrainingJob',
        'sagemaker:StopTrainingJob',
        'sagemaker:AddTags',
      ],
      resources: [jobs('training-job')],
      why: 'A job is named after its task and run, which are not known beforehand.',
    },
    {
      actions: [
        'sagemaker:CreateProcessingJob',
        'sagemaker:DescribeProcessingJob',
        'sagemaker:StopProcessingJob',
        'sagemaker:AddTags',
      ],
      resources: [jobs('processing-job')],
      why: 'A job is named after its run, which is not known beforehand.',
    },
    {
      actions: ['iam:PassRole'],
      resources: [role.roleArn],
      conditions: { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } },
    },
    {
      actions: ['events:PutTargets', 'events:PutRule', 'events:DescribeRule'],
      resources: ['Training', 'Processing'].map((kind) =>
        naming.arn('events', `rule/StepFunctionsGetEventsForSageMaker${kind}JobsRule`),
      ),
    },
  ];
}
