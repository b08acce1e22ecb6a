// A function as a resource of a stack: what CloudFormation asks, and the answer it waits for.
import { z } from 'zod';

export const stackRequest = z.object({
  RequestType: z.enum(['Create', 'Update', 'Delete']),
  ResponseURL: z.url(),
  StackId: z.string(),
  RequestId: z.string(),
  LogicalResourceId: z.string(),
  PhysicalResourceId: z.string().optional(),
  ResourceProperties: z.record(z.string(), z.unknown()),
});
export type StackRequest = z.output<typeof stackRequest>;

export interface Made {
  /** Another id than before means another resource: the old one is deleted afterwards. */
  readonly id: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

export type Send = (url: string, body: string) => Promise<unknown>;

/** Without an answer a deployment hangs for an hour, so an error is an answer too. */
export async function answerStack(
  request: StackRequest,
  make: () => Promise<Made>,
  send: Send = put,
): Promise<void> {
  const { StackId, RequestId, LogicalResourceId, PhysicalResourceId } = request;
  const base = { StackId, RequestId, LogicalResourceId };
  const answer = await make().then(
    ({ id, attributes = {} }) => ({ Status: 'SUCCESS', PhysicalResourceId: id, Data: attributes }),
    (error: unknown) => ({
      Status: 'FAILED',
      PhysicalResourceId: PhysicalResourceId ?? 'none',
      Reason: error instanceof Error ? error.message : 'unknown',
    }),
  );
  await send(request.ResponseURL, JSON.stringify({ ...base, ...answer }));
}

async function put(url: string, body: string): Promise<void> {
  const answer = await fetch(url, { method: 'PUT', body, headers: { 'content-type': '' } });
  if (!answer.ok) throw new Error(`CloudFormation took no answer: ${answer.status}`);
}
