// CloudFormation always gets an answer, and a fault is one too.
import { expect, it } from '@jest/globals';
import { answerStack, stackRequest } from './answer-stack.ts';

const request = stackRequest.parse({
  RequestType: 'Create',
  ResponseURL: 'https://answers.example/1',
  StackId: 'stack',
  RequestId: 'request',
  LogicalResourceId: 'Pair',
  ResourceProperties: { version: '1' },
});

async function answered(make: Parameters<typeof answerStack>[1]): Promise<unknown> {
  const sent: string[] = [];
  await answerStack(request, make, async (url, body) => sent.push(`${url} ${body}`));
  expect(sent).toHaveLength(1);
  const [line = ''] = sent;
  expect(line.startsWith('https://answers.example/1 ')).toBe(true);
  return JSON.parse(line.slice(line.indexOf(' ') + 1));
}

it('answers with what was made', async () => {
  expect(await answered(async () => ({ id: 'pair-1', attributes: { publicKey: 'P' } }))).toMatchObject({
    Status: 'SUCCESS',
    PhysicalResourceId: 'pair-1',
    Data: { publicKey: 'P' },
    RequestId: 'request',
  });
});

it('answers that it failed, and why', async () => {
  const fault = async () => {
    throw new Error('no rights');
  };
  expect(await answered(fault)).toMatchObject({ Status: 'FAILED', Reason: 'no rights' });
});
