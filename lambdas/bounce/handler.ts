// Function "bounce": SES says by SNS that mail came back; the address is put on the district's list. Logs hold counts alone.
import { S3Client } from '@aws-sdk/client-s3';
import { z } from 'zod';
import { s3Lake } from '../../src/adapters/s3-lake.ts';
import { addBounces } from '../../src/notify/bounces.ts';
import { readCameBack } from '../../src/notify/mail-came-back.ts';

const snsEvent = z.object({ Records: z.array(z.object({ Sns: z.object({ Message: z.string() }) })) });

export async function handler(event: unknown): Promise<void> {
  const bucket = process.env.HOMEROOM_LAKE ?? '';
  const lake = s3Lake(new S3Client({}), (key) => ({ bucket, key }), '/tmp/homeroom');
  const read = snsEvent.parse(event).Records.map(({ Sns }) => readCameBack(Sns.Message));
  const listed = await addBounces(
    lake,
    read.flatMap((r) => r.lasting),
  );
  const sum = (of: (r: (typeof read)[number]) => number) => read.reduce((n, r) => n + of(r), 0);
  const told = sum((r) => r.lasting.length);
  console.log(
    JSON.stringify({
      // A mailbox that is full today takes mail tomorrow: transient bounces are counted and not kept.
      bounces: {
        listed,
        before: told - listed,
        passing: sum((r) => r.passing),
        unread: sum((r) => r.unread),
      },
    }),
  );
}
