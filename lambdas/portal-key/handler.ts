// Function "portal-key": a resource of the Reports stack, the key pair behind the portal's cookies.
import { z } from 'zod';
import { awsCall } from '../../src/adapters/aws-call.ts';
import { answerStack, stackRequest } from '../../src/deployed/answer-stack.ts';
import { makeKeyPair } from '../../src/sign-in/make-key-pair.ts';

const wanted = z.object({ version: z.string() });

export async function handler(event: unknown): Promise<void> {
  const request = stackRequest.parse(event);
  const { version } = wanted.parse(request.ResourceProperties);
  const id = `pair-${version}`;
  await answerStack(request, async () => {
    // The secret goes with its stack.
    if (request.RequestType === 'Delete') return { id: request.PhysicalResourceId ?? id };
    const secret = process.env.HOMEROOM_SIGNING_SECRET ?? '';
    return { id, attributes: { publicKey: await makeKeyPair(awsCall, secret, request.RequestId) } };
  });
}
