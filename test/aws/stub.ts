// A stand-in for an AWS service on this machine: clients find it as they find any endpoint, by AWS_ENDPOINT_URL.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export interface Stub {
  close(): Promise<void>;
}

const address = z.object({ port: z.number() });
const settings = {
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'nobody',
  AWS_SECRET_ACCESS_KEY: 'nothing',
  AWS_MAX_ATTEMPTS: '1',
  AWS_EC2_METADATA_DISABLED: 'true',
} as const;

/** Sets the environment for the clients made after it. */
export async function awsStub(
  answer: (request: IncomingMessage, body: Buffer) => Answer | Promise<Answer>,
): Promise<Stub> {
  const server = createServer((request, response) => {
    respond(request, response, answer).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  // A step that computes for long hears late that an idle line was closed, and a client here never tries twice.
  server.keepAliveTimeout = 600_000;
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = address.parse(server.address());
  Object.assign(process.env, settings, { AWS_ENDPOINT_URL: `http://127.0.0.1:${port}` });
  return {
    close: () =>
      new Promise<void>((done) => {
        delete process.env.AWS_ENDPOINT_URL;
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  answer: (request: IncomingMessage, body: Buffer) => Answer | Promise<Answer>,
): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  const { status = 200, headers = {}, body = '' } = await answer(request, Buffer.concat(parts));
  response.writeHead(status, headers).end(body);
}

/** A service that speaks JSON: the name of the operation, and its input. */
export function jsonStub(answer: (operation: string, input: unknown) => unknown): Promise<Stub> {
  return awsStub((request, body) => jsonAnswer(request, body, answer));
}

export function jsonAnswer(
  request: IncomingMessage,
  body: Buffer,
  answer: (operation: string, input: unknown) => unknown,
): Answer {
  const operation =
    String(request.headers['x-amz-target'] ?? '')
      .split('.')
      .at(-1) ?? '';
  return {
    headers: { 'content-type': 'application/x-amz-json-1.1' },
    body: JSON.stringify(answer(operation, JSON.parse(body.toString('utf8') || '{}'))),
  };
}
