// Starts the day at the district's hour, in the district's own time zone, summer and winter.
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { District } from '../district.ts';
import type { Naming } from '../naming.ts';
import { OwnRole } from '../security/own-role.ts';
import { useKey } from '../security/permissions.ts';
import type { DistrictKeys } from '../storage/keys.ts';

export interface DailyScheduleProps {
  readonly district: District;
  readonly naming: Naming;
  readonly keys: DistrictKeys;
  readonly machine: sfn.IStateMachine;
  readonly deadLetters: sqs.IQueue;
}

export class DailySchedule extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { district, naming, keys, machine, deadLetters }: DailyScheduleProps,
  ) {
    super(scope, id);
    const { role } = new OwnRole(this, 'Start', {
      roleName: naming.name('schedule'),
      service: 'scheduler.amazonaws.com',
      description: 'Starts the day',
      permissions: [
        { actions: ['states:StartExecution'], resources: [machine.stateMachineArn] },
        { actions: ['sqs:SendMessage'], resources: [deadLetters.queueArn] },
        useKey(keys.operations, 'write'),
      ],
    });
    new scheduler.CfnSchedule(this, 'Schedule', {
      name: naming.name('daily'),
      description: 'The day of the district',
      scheduleExpression: cronExpression(district.schedule),
      scheduleExpressionTimezone: district.timezone,
      flexibleTimeWindow: { mode: 'OFF' },
      kmsKeyArn: keys.operations.keyArn,
      target: {
        arn: machine.stateMachineArn,
        roleArn: role.roleArn,
        // An instant; Plan takes the local date from it.
        input: JSON.stringify({ district: district.district, time: '<aws.scheduler.scheduled-time>' }),
        deadLetterConfig: { arn: deadLetters.queueArn },
        retryPolicy: { maximumEventAgeInSeconds: 3600, maximumRetryAttempts: 5 },
      },
    });
  }
}

/** `{time: "05:30", days: "school_days"}` is `cron(30 5 ? * MON-FRI *)`. */
export function cronExpression({ time, days }: District['schedule']): string {
  const [hour, minute] = time.split(':').map(Number);
  return `cron(${minute} ${hour} ? * ${days === 'school_days' ? 'MON-FRI' : '*'} *)`;
}
