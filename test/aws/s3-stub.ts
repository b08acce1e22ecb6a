// S3 as far as the lake uses it, in memory: buckets in the path, lists in pages of two, conditional writes and reads.
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { type Answer, awsStub, type Stub } from './stub.ts';

export interface S3Service {
  /** `bucket/key` to its bytes. */
  readonly objects: Map<string, Buffer>;
  /** `bucket/key` to the media type it was put with. */
  readonly types: Map<string, string>;
  /** `METHOD bucket/key status`, in order. */
  readonly calls: string[];
  answer(request: IncomingMessage, body: Buffer): Answer;
}

const page = 2;

export type S3Stub = S3Service & Stub;

export async function s3Stub(): Promise<S3Stub> {
  const service = s3Service();
  return { ...service, ...(await awsStub(service.answer)) };
}

export function s3Service(): S3Service {
  const objects = new Map<string, Buffer>();
  const types = new Map<string, string>();
  const calls: string[] = [];
  return {
    objects,
    types,
    calls,
    answer(request, body) {
      const url = new URL(request.url ?? '/', 'http://s3');
      const name = decodeURIComponent(url.pathname.slice(1));
      const answer = answerTo(objects, request, url, name, body);
      if (request.method === 'PUT') types.set(name, request.headers['content-type'] ?? '');
      calls.push(`${request.method} ${name} ${answer.status ?? 200}`);
      return answer;
    },
  };
}

function answerTo(
  objects: Map<string, Buffer>,
  request: IncomingMessage,
  url: URL,
  name: string,
  body: Buffer,
): Answer {
  const held = objects.get(name);
  const asked = request.headers['if-none-match'];
  const wanted = request.headers['if-match'];
  if (url.searchParams.get('list-type') === '2') return listed(objects, name.replace(/\/$/, ''), url);
  switch (request.method) {
    case 'PUT': {
      if (asked === '*' && held) return fault(412, 'PreconditionFailed');
      if (wanted !== undefined && !held) return fault(404, 'NoSuchKey');
      if (wanted !== undefined && held && wanted !== etag(held)) return fault(412, 'PreconditionFailed');
      const bytes = plainBody(request, body);
      objects.set(name, bytes);
      return { headers: { etag: etag(bytes) } };
    }
    case 'DELETE':
      objects.delete(name);
      return { status: 204 };
    case 'HEAD':
      if (!held) return { status: 404 };
      return { headers: { etag: etag(held), 'content-length': String(held.length) } };
    default:
      if (!held) return fault(404, 'NoSuchKey');
      if (asked === etag(held)) return { status: 304, headers: { etag: etag(held) } };
      return { headers: { etag: etag(held) }, body: held };
  }
}

function listed(objects: ReadonlyMap<string, Buffer>, bucket: string, url: URL): Answer {
  const prefix = `${bucket}/${url.searchParams.get('prefix') ?? ''}`;
  // S3 answers in the order of the keys; the lake must not rely on ours.
  const keys = [...objects.keys()].filter((k) => k.startsWith(prefix)).sort();
  const from = Number(url.searchParams.get('continuation-token') ?? 0);
  const items = keys
    .slice(from, from + page)
    .map((k) => `<Contents><Key>${k.slice(bucket.length + 1)}</Key></Contents>`);
  const next = from + page < keys.length;
  const token = next ? `<NextContinuationToken>${from + page}</NextContinuationToken>` : '';
  return xml(
    `<ListBucketResult><IsTruncated>${next}</IsTruncated>${token}${items.join('')}</ListBucketResult>`,
  );
}

function fault(status: number, code: string): Answer {
  return { ...xml(`<Error><Code>${code}</Code><Message>${code}</Message></Error>`), status };
}

function xml(text: string): Answer {
  return { headers: { 'content-type': 'application/xml' }, body: `<?xml version="1.0"?>${text}` };
}

function etag(bytes: Buffer): string {
  return `"${createHash('md5').update(bytes).digest('hex')}"`;
}

/** A stream comes in signed chunks: "<size in hex>;…\r\n<bytes>\r\n", with checksums behind the last. */
function plainBody(request: IncomingMessage, body: Buffer): Buffer {
  if (!String(request.headers['content-encoding'] ?? '').includes('aws-chunked')) return body;
  const parts: Buffer[] = [];
  for (let at = 0; at < body.length; ) {
    const end = body.indexOf('\r\n', at);
    const size = Number.parseInt(body.toString('latin1', at, end), 16);
    if (size === 0) break;
    parts.push(body.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
  return Buffer.concat(parts);
}
