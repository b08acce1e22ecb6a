// Sends the mail that waited for the end of quiet hours, by the district's own clock, summer and winter.
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { District } from '../district.ts';
import type { Naming } from '../naming.ts';
import { OwnRole } from '../security/own-role.ts';
import { useKey } from '../security/permissions.ts';
import type { DistrictKeys } from '../storage/keys.ts';

export interface DueMailScheduleProps {
  readonly district: District;
  readonly naming: Naming;
  readonly keys: DistrictKeys;
  /** ARN of the notify function. */
  readonly notify: string;
  readonly deadLetters: sqs.IQueue;
}

/** A district that sends no mail, or at any hour, has nothing that waits. */
export function hasQuietHours({ reports }: District): boolean {
  const { from, to } = reports.quietHours;
  return reports.use && reports.from !== undefined && from !== to;
}

export class DueMailSchedule extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { district, naming, keys, notify, deadLetters }: DueMailScheduleProps,
  ) {
    super(scope, id);
    const { role } = new OwnRole(this, 'Start', {
      roleName: naming.name('due-mail'),
      service: 'scheduler.amazonaws.com',
      description: 'Has mail sent at the end of quiet hours',
      permissions: [
        { actions: ['lambda:InvokeFunction'], resources: [notify] },
        { actions: ['sqs:SendMessage'], resources: [deadLetters.queueArn] },
        useKey(keys.operations, 'write'),
      ],
    });
    new scheduler.CfnSchedule(this, 'Schedule', {
      name: naming.name('due-mail'),
      description: 'The end of quiet hours',
      scheduleExpression: minuteOfDay(district.reports.quietHours.to),
      scheduleExpressionTimezone: district.timezone,
      flexibleTimeWindow: { mode: 'OFF' },
      kmsKeyArn: keys.operations.keyArn,
      target: {
        arn: notify,
        roleArn: role.roleArn,
        input: JSON.stringify({ district: district.district, due: true }),
        deadLetterConfig: { arn: deadLetters.queueArn },
        // Twice is as once: each mail is taken by one sender.
        retryPolicy: { maximumEventAgeInSeconds: 3600, maximumRetryAttempts: 5 },
      },
    });
  }
}

/** "07:00" is `cron(0 7 * * ? *)`. */
function minuteOfDay(time: string): string {
  const [hour, minute] = time.split(':').map(Number);
  return `cron(${minute} ${hour} * * ? *)`;
}
