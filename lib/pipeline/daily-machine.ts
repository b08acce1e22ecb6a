// The day's state machine in AWS: the generated definition with the names of this district's functions filled in.
import { RemovalPolicy } from 'aws-cdk-lib';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { District } from '../district.ts';
import type { Naming } from '../naming.ts';
import { OwnRole } from '../security/own-role.ts';
import { useKey } from '../security/permissions.ts';
import type { DistrictKeys } from '../storage/keys.ts';
import { dailyPipeline } from './daily.ts';
import type { StepFunction } from './step-function.ts';
import { functionPlaceholder, STEPS, type Step } from './steps.ts';
import { districtSubstitutions } from './substitute.ts';

export interface DailyMachineProps {
  readonly district: District;
  readonly naming: Naming;
  readonly keys: DistrictKeys;
  readonly steps: Readonly<Record<Step, StepFunction>>;
}

export class DailyMachine extends Construct {
  readonly machine: sfn.StateMachine;

  constructor(scope: Construct, id: string, { district, naming, keys, steps }: DailyMachineProps) {
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
          resources: STEPS.map((step) => steps[step].function.functionArn),
        },
        {
          actions: ['glue:StartJobRun', 'glue:GetJobRun', 'glue:GetJobRuns', 'glue:BatchStopJobRun'],
          resources: [naming.arn('glue', `job/${job}`)],
        },
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
          STEPS.map((step) => [functionPlaceholder(step), steps[step].function.functionArn]),
        ),
        HarmonizeJobName: job,
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
