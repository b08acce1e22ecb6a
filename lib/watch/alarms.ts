// Rings when a day failed, when no day succeeded, or when something was left undelivered.
import { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { Naming } from '../naming.ts';

export interface AlarmsProps {
  readonly naming: Naming;
  readonly topic: sns.ITopic;
  readonly machine: sfn.IStateMachine;
  /** Queues that should be empty, with what a message in them means. */
  readonly deadLetters: readonly {
    readonly name: string;
    readonly queue: sqs.IQueue;
    readonly meaning: string;
  }[];
}

export class Alarms extends Construct {
  constructor(scope: Construct, id: string, { naming, topic, machine, deadLetters }: AlarmsProps) {
    super(scope, id);
    const alarm = (name: string, meaning: string, props: Omit<cloudwatch.AlarmProps, 'evaluationPeriods'>) =>
      new cloudwatch.Alarm(this, name, {
        alarmName: naming.name(name),
        alarmDescription: meaning,
        evaluationPeriods: 1,
        ...props,
      }).addAlarmAction(new SnsAction(topic));
    const anyOf = (metric: cloudwatch.IMetric) => ({
      metric,
      threshold: 1,
      comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
    });
    const perHour = { period: Duration.hours(1), statistic: 'Sum' };

    alarm(
      'day-failed',
      "A day failed; readers still see yesterday's release.",
      anyOf(machine.metricFailed(perHour)),
    );
    alarm('day-too-long', 'A day ran into its time limit.', anyOf(machine.metricTimedOut(perHour)));
    for (const { name, queue, meaning } of deadLetters) {
      alarm(
        name,
        meaning,
        anyOf(queue.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(5) })),
      );
    }
  }
}
