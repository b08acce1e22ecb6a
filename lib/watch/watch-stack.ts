// What looks on: alarms to the operators, a budget, and the audit trail.
import { Stack, type StackProps } from 'aws-cdk-lib';
import * as budgets from 'aws-cdk-lib/aws-budgets';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import * as sns from 'aws-cdk-lib/aws-sns';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import type { District } from '../district.ts';
import type { Naming } from '../naming.ts';
import type { DistrictKeys } from '../storage/keys.ts';
import { Alarms } from './alarms.ts';
import { AuditTrail } from './audit-trail.ts';

export interface WatchStackProps extends StackProps {
  readonly district: District;
  readonly naming: Naming;
  readonly keys: DistrictKeys;
  readonly accessLogs: s3.IBucket;
  readonly topic: sns.ITopic;
  readonly machine: sfn.IStateMachine;
  readonly deadLetters: sqs.IQueue;
  readonly undeliveredArrivals: sqs.IQueue;
  /** Where a model writes the prose of reports. */
  readonly failedChecks: sqs.IQueue | undefined;
  /** Where the district sends mail. */
  readonly lostBounces: sqs.IQueue | undefined;
}

export class WatchStack extends Stack {
  constructor(scope: Construct, id: string, props: WatchStackProps) {
    super(scope, id, props);
    const { district, naming, keys, accessLogs, topic, machine } = props;
    new Alarms(this, 'Alarms', {
      naming,
      topic,
      machine,
      deadLetters: [
        {
          name: 'dead-letters',
          queue: props.deadLetters,
          meaning: 'A step or the schedule could not be started.',
        },
        {
          name: 'undelivered-arrivals',
          queue: props.undeliveredArrivals,
          meaning: 'News of a delivered file was lost; the next day finds the file all the same.',
        },
        ...(props.failedChecks === undefined
          ? []
          : [
              {
                name: 'kept-by-models',
                queue: props.failedChecks,
                meaning:
                  'Bedrock was told to keep what is sent to it, or could not be asked; see the log of "retention".',
              },
            ]),
        ...(props.lostBounces === undefined
          ? []
          : [
              {
                name: 'lost-bounces',
                queue: props.lostBounces,
                meaning:
                  'Mail came back and its address is not on the list yet; see the log of "bounce" and send the message again.',
              },
            ]),
      ],
    });
    new AuditTrail(this, 'Audit', { naming, key: keys.operations, accessLogs });

    const { email, monthlyBudgetUsd } = district.alarms;
    if (email === undefined) return;
    new sns.Subscription(this, 'Mail', { topic, protocol: sns.SubscriptionProtocol.EMAIL, endpoint: email });
    new budgets.CfnBudget(this, 'Budget', {
      budget: {
        budgetName: naming.name('monthly'),
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount: monthlyBudgetUsd, unit: 'USD' },
        costFilters: { TagKeyValue: [`user:homeroom:district$${district.district}`] },
      },
      notificationsWithSubscribers: [80, 100].map((threshold) => ({
        notification: { notificationType: 'ACTUAL', comparisonOperator: 'GREATER_THAN', threshold },
        subscribers: [{ subscriptionType: 'EMAIL', address: email }],
      })),
    });
  }
}
