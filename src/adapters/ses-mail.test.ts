// SES gets the message as it was made; what it answers becomes: sent, never, later, or nobody knows.
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { afterEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { type Answer, awsStub, type Stub } from '../../test/aws/stub.ts';
import { deliver } from '../notify/deliver.ts';
import { sesMail } from './ses-mail.ts';

let stub: Stub;
afterEach(() => stub.close());

const sentSchema = z.object({
  FromEmailAddress: z.string(),
  Destination: z.object({ ToAddresses: z.array(z.string()) }),
  Content: z.object({ Raw: z.object({ Data: z.string() }) }),
  ConfigurationSetName: z.string().optional(),
});

const json = (status: number, body: object, error?: string): Answer => ({
  status,
  headers: { 'content-type': 'application/json', ...(error ? { 'x-amzn-errortype': error } : {}) },
  body: JSON.stringify(body),
});
const fault = (status: number, error: string) => json(status, { message: 'of someone@maple.example' }, error);
const notOnList = fault(404, 'NotFoundException');
const taken = json(200, { MessageId: 'ses-1' });

/** SES that answers each SendEmail in turn; a cut line is an answer too. */
async function ses(answers: (Answer | 'cut')[], suppressed = notOnList) {
  const sent: z.infer<typeof sentSchema>[] = [];
  stub = await awsStub((request, body) => {
    if (request.method === 'GET') return suppressed;
    sent.push(sentSchema.parse(JSON.parse(body.toString('utf8'))));
    const answer = answers.shift() ?? taken;
    if (answer !== 'cut') return answer;
    request.socket.destroy();
    return {};
  });
  const waits: number[] = [];
  const mailer = sesMail(new SESv2Client({ maxAttempts: 1 }), 'homeroom-mail');
  const raw = Buffer.from('Subject: x\r\n\r\nhällo');
  const envelope = { from: 'homeroom@maple.example', to: 'data@maple.example', raw };
  const found = await deliver(mailer, envelope, async (ms) => {
    waits.push(ms);
  });
  return { found, sent, waits, raw };
}

describe('a message', () => {
  it('reaches SES byte by byte, for one recipient', async () => {
    const { found, sent, raw } = await ses([]);
    expect(found).toEqual({ state: 'sent', id: 'ses-1' });
    expect(sent).toEqual([
      {
        FromEmailAddress: 'homeroom@maple.example',
        Destination: { ToAddresses: ['data@maple.example'] },
        Content: { Raw: { Data: raw.toString('base64') } },
        ConfigurationSetName: 'homeroom-mail',
      },
    ]);
  });

  it('is tried again, each time later, while SES is busy', async () => {
    const { found, waits } = await ses([
      fault(429, 'TooManyRequestsException'),
      fault(500, 'InternalFailure'),
    ]);
    expect(found).toMatchObject({ state: 'sent' });
    expect(waits).toEqual([500, 2000]);
  });

  it('waits for a later round when SES stays busy or may not send at all', async () => {
    const paused = Array.from({ length: 9 }, () => fault(400, 'SendingPausedException'));
    const { found, sent } = await ses(paused);
    expect(found).toEqual({ state: 'later', why: 'SendingPausedException' });
    expect(sent).toHaveLength(4);
  });

  it('that is refused is not tried again, and the answer, which may hold an address, is not kept', async () => {
    const { found, sent } = await ses([fault(400, 'MessageRejected')]);
    expect(found).toEqual({ state: 'refused', why: 'MessageRejected' });
    expect(sent).toHaveLength(1);
  });

  it('is not sent twice when the line was cut: nobody knows whether it was taken', async () => {
    const { found, sent } = await ses(['cut']);
    expect(found).toMatchObject({ state: 'unsure' });
    expect(sent).toHaveLength(1);
  });

  it("is not sent to an address on the account's list", async () => {
    const { found, sent } = await ses(
      [],
      json(200, {
        SuppressedDestination: { EmailAddress: 'data@maple.example', Reason: 'BOUNCE', LastUpdateTime: 1 },
      }),
    );
    expect(found).toEqual({ state: 'suppressed', why: 'BOUNCE' });
    expect(sent).toEqual([]);
  });
});
