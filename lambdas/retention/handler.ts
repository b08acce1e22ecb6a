// Function "retention": what Bedrock keeps of the account is nothing; as a resource of the stack, and as a nightly check.
import { awsCall } from '../../src/adapters/aws-call.ts';
import { answerStack, stackRequest } from '../../src/deployed/answer-stack.ts';
import { checkNothingIsKept, keepNothing } from '../../src/deployed/data-retention.ts';

export async function handler(event: unknown): Promise<void> {
  const request = stackRequest.safeParse(event);
  if (!request.success) return checkNothingIsKept(awsCall);
  await answerStack(request.data, async () => {
    if (request.data.RequestType !== 'Delete') await keepNothing(awsCall);
    return { id: 'bedrock-data-retention' };
  });
}
