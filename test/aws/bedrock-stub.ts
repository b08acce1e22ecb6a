// A stand-in for the Bedrock runtime: HTTP/2 without TLS, as the client speaks to it, playing one part a call.
import { createServer, type ServerHttp2Stream } from 'node:http2';
import { z } from 'zod';

export type Part =
  | { readonly text: string; readonly stop?: string }
  | { readonly error: string; readonly status: number }
  | { readonly play: 'cut' | 'slow' };

export interface BedrockStub {
  readonly endpoint: string;
  readonly calls: { readonly path: string; readonly body: unknown }[];
  close(): Promise<void>;
}

const address = z.object({ port: z.number() });

/** `parts` are played in turn, the last one over and over; `called` is told of each call before it is answered. */
export async function bedrockStub(
  parts: readonly Part[],
  called: () => void = () => {},
): Promise<BedrockStub> {
  const calls: { path: string; body: unknown }[] = [];
  const open = new Set<{ destroy(): void }>();
  const server = createServer();
  server.on('session', (session) => open.add(session));
  server.on('stream', (stream, headers) => {
    stream.on('error', () => {});
    const bytes: Buffer[] = [];
    stream.on('data', (part: Buffer) => bytes.push(part));
    stream.on('end', () => {
      const body: unknown = JSON.parse(Buffer.concat(bytes).toString('utf8'));
      const part = parts[Math.min(calls.length, parts.length - 1)];
      calls.push({ path: decodeURIComponent(String(headers[':path'])), body });
      if (part) play(stream, part);
      called();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = address.parse(server.address());
  return {
    endpoint: `http://127.0.0.1:${port}`,
    calls,
    close: () =>
      new Promise<void>((done) => {
        for (const session of open) session.destroy();
        server.close(() => done());
      }),
  };
}

function play(stream: ServerHttp2Stream, part: Part): void {
  const json = { 'content-type': 'application/json' };
  if ('error' in part) {
    stream.respond({ ':status': part.status, ...json, 'x-amzn-errortype': part.error });
    stream.end(JSON.stringify({ message: 'as the part has it' }));
  } else if ('text' in part) {
    stream.respond({ ':status': 200, ...json });
    stream.end(JSON.stringify(answer(part.text, part.stop ?? 'end_turn')));
  } else if (part.play === 'cut') {
    stream.respond({ ':status': 200, ...json, 'content-length': '5000' });
    stream.write('{"output": {"message": {"role": "assi', () => stream.close(2));
  }
  // A slow one says nothing until the caller gives up.
}

const answer = (text: string, stopReason: string) => ({
  output: { message: { role: 'assistant', content: [{ text }] } },
  stopReason,
  usage: {
    inputTokens: 900,
    outputTokens: 300,
    totalTokens: 1200,
    cacheReadInputTokens: 700,
    cacheWriteInputTokens: 0,
  },
  metrics: { latencyMs: 1 },
});
