// Mail that comes back: SES says so to a topic, and a function puts the address on the district's list.
import { Duration } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import * as ses from 'aws-cdk-lib/aws-ses';
import * as sns from 'aws-cdk-lib/aws-sns';
import { LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { bouncesKey } from '../../src/notify/bounces.ts';
import type { Naming } from '../naming.ts';
import { acknowledge } from '../security/acknowledge.ts';
import type { Permission } from '../security/own-role.ts';
import { useKey } from '../security/permissions.ts';
import type { DistrictKeys } from '../storage/keys.ts';

export interface MailBouncesProps {
  readonly naming: Naming;
  readonly keys: DistrictKeys;
  readonly set: ses.ConfigurationSet;
  /** Makes the function, with dead letters of its own. */
  readonly make: (given: {
    readonly permissions: readonly Permission[];
    readonly environment: Readonly<Record<string, string>>;
    readonly deadLetters: sqs.IQueue;
  }) => lambda.IFunction;
}

export class MailBounces extends Construct {
  /** A message means that an address is not on the list yet. */
  readonly lost: sqs.Queue;

  constructor(scope: Construct, id: string, { naming, keys, set, make }: MailBouncesProps) {
    super(scope, id);
    this.lost = new sqs.Queue(this, 'Lost', {
      encryption: sqs.QueueEncryption.KMS,
      encryptionMasterKey: keys.operations,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    acknowledge(
      this.lost,
      'AwsSolutions-SQS3',
      'It is the dead-letter queue itself, of the topic and its function.',
    );
    const topic = new sns.Topic(this, 'CameBack', {
      topicName: naming.name('mail-came-back'),
      displayName: 'Mail that came back',
      masterKey: keys.operations,
      enforceSSL: true,
    });
    set.addEventDestination('CameBack', {
      destination: ses.EventDestination.snsTopic(topic),
      events: [ses.EmailSendingEvent.BOUNCE, ses.EmailSendingEvent.COMPLAINT],
    });
    const list = `${naming.bucketArn('lake')}/${bouncesKey}`;
    const bounce = make({
      // The one file, read and written whole under a condition: no other address, no mail, no list of the bucket.
      permissions: [
        { actions: ['s3:GetObject', 's3:PutObject'], resources: [list] },
        useKey(keys.lake, 'write'),
      ],
      environment: { HOMEROOM_LAKE: naming.bucket('lake') },
      deadLetters: this.lost,
    });
    topic.addSubscription(new LambdaSubscription(bounce, { deadLetterQueue: this.lost }));
  }
}
