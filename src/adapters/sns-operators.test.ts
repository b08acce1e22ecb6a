// The message reaches the topic as it was written.

import { SNSClient } from '@aws-sdk/client-sns';
import { afterEach, describe, expect, it } from '@jest/globals';
import { awsStub, type Stub } from '../../test/aws/stub.ts';
import { snsOperators } from './sns-operators.ts';

let stub: Stub;
afterEach(() => stub.close());

describe('telling the operators', () => {
  it('publishes subject and text to the topic', async () => {
    const published: Record<string, string>[] = [];
    stub = await awsStub((_, body) => {
      published.push(Object.fromEntries(new URLSearchParams(body.toString('utf8'))));
      const result = '<PublishResult><MessageId>1</MessageId></PublishResult>';
      return {
        headers: { 'content-type': 'text/xml' },
        body: `<PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/">${result}</PublishResponse>`,
      };
    });
    const topic = 'arn:aws:sns:us-east-1:111122223333:operators';
    await snsOperators(new SNSClient({}), topic).tell({
      subject: 'It stopped',
      text: 'What: größe\nWhere: x',
    });
    expect(published).toEqual([
      expect.objectContaining({
        Action: 'Publish',
        TopicArn: topic,
        Subject: 'It stopped',
        Message: 'What: größe\nWhere: x',
      }),
    ]);
  });
});
