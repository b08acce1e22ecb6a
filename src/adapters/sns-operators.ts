// Operators in AWS: everybody who subscribed to the district's topic.
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import type { Operators } from '../run/operators.ts';

export function snsOperators(sns: SNSClient, topicArn: string): Operators {
  return {
    async tell({ subject, text }) {
      await sns.send(new PublishCommand({ TopicArn: topicArn, Subject: subject, Message: text }));
    },
  };
}

export function operatorsOf(topicArn: string): Operators {
  return snsOperators(new SNSClient({}), topicArn);
}
