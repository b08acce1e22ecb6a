// The portal on this machine: node's own HTTP server around the app, on 127.0.0.1 alone.
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Answer } from './answer.ts';
import type { PortalApp } from './portal-app.ts';

const MOST = 16 * 1024;
const squeeze = { br: promisify(brotliCompress), gzip: promisify(gzip) };

export interface Serving {
  readonly origin: string;
  close(): Promise<void>;
}

export async function serve(app: PortalApp, port: number): Promise<Serving> {
  const server: Server = createServer((request, response) => {
    void (async () => {
      const body = await bodyOf(request);
      const isOurs = /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(request.headers.host ?? '');
      const answer: Answer =
        body === null || !isOurs
          ? { status: body === null ? 413 : 421, headers: { 'content-type': 'text/plain' }, body: '' }
          : await app({
              method: request.method ?? '',
              target: request.url ?? '',
              headers: Object.fromEntries(
                Object.entries(request.headers).map(([k, v]) => [k, Array.isArray(v) ? v.join(', ') : v]),
              ),
              body,
            });
      const sent = await compressed(answer, request.headers['accept-encoding']?.toString() ?? '');
      const headers = Object.fromEntries(
        Object.entries({ ...answer.headers, ...sent.headers }).map(([k, v]) => [
          k,
          typeof v === 'string' ? v : [...v],
        ]),
      );
      response.writeHead(answer.status, { ...headers, 'content-length': sent.bytes.length });
      response.end(request.method === 'HEAD' ? undefined : sent.bytes);
    })().catch(() => {
      // What went wrong may quote data; the browser learns that something did.
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
      response.end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  const taken = typeof address === 'object' && address !== null ? address.port : port;
  return {
    origin: `http://127.0.0.1:${taken}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function compressed(
  { body }: Answer,
  accepts: string,
): Promise<{ bytes: Buffer; headers: Record<string, string> }> {
  const plain = Buffer.from(body);
  if (plain.length < 1024 || typeof body !== 'string') return { bytes: plain, headers: {} };
  if (/\bbr\b/.test(accepts)) {
    const bytes = await squeeze.br(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
    return { bytes, headers: { 'content-encoding': 'br', vary: 'accept-encoding' } };
  }
  if (/\bgzip\b/.test(accepts))
    return {
      bytes: await squeeze.gzip(plain),
      headers: { 'content-encoding': 'gzip', vary: 'accept-encoding' },
    };
  return { bytes: plain, headers: { vary: 'accept-encoding' } };
}

/** Null when it is longer than any form of ours. */
async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request) {
    const bytes = Buffer.from(part);
    length += bytes.length;
    if (length > MOST) return null;
    parts.push(bytes);
  }
  return Buffer.concat(parts).toString('utf8');
}
