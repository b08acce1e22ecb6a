// Sends one signed request to AWS from inside a function, with the function's own credentials and region.
import { HomeroomError } from '../errors/homeroom-error.ts';
import { type AwsRequest, signedHeaders } from './signed-request.ts';

export class AwsCallError extends HomeroomError {
  constructor(action: string, status: number) {
    super('AWS_CALL', `AWS answered ${status} to ${action}.`, {
      where: action,
      mend: "See that the function's role allows the action and that the region offers it.",
    });
  }
}

export type Call = (
  request: Omit<AwsRequest, 'region' | 'url'> & { readonly path: string },
  action: string,
) => Promise<unknown>;

/** @throws AwsCallError with the status alone: a body may repeat what was sent */
export const awsCall: Call = async ({ path, ...request }, action) => {
  const region = process.env.AWS_REGION ?? '';
  // The clients of the SDK find another endpoint in the same place.
  const usual = `https://${request.service}.${region}.${domainOf(region)}`;
  const url = new URL(path, process.env.AWS_ENDPOINT_URL ?? usual);
  const headers = signedHeaders(
    { ...request, region, url },
    {
      accessKeyId: process.env.AWS_ACCESS_KEY_ID ?? '',
      secretAccessKey: process.env.AWS_SECRET_ACCESS_KEY ?? '',
      sessionToken: process.env.AWS_SESSION_TOKEN,
    },
    new Date(),
  );
  const answer = await fetch(url, {
    method: request.method,
    headers,
    ...(request.body === undefined ? {} : { body: request.body }),
    signal: AbortSignal.timeout(10_000),
  });
  if (!answer.ok) throw new AwsCallError(action, answer.status);
  return answer.json();
};

const domainOf = (region: string) => (region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com');
