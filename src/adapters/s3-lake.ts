// The lake in S3: each zone may lie in a bucket of its own; files pass through the function's own disk.
import { randomUUID } from 'node:crypto';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { Lake } from '../lake/lake.ts';

export interface S3Place {
  readonly bucket: string;
  readonly key: string;
}

/**
 * `place` says in which bucket a key of a zone lies; `cache` is a folder of the function's disk; `typeOf` is the media
 * type under which a text is served to browsers, where it is.
 */
export function s3Lake(
  s3: S3Client,
  place: (key: string) => S3Place,
  cache: string,
  typeOf: (key: string) => string | undefined = () => undefined,
): Lake {
  const at = (key: string) => {
    const { bucket, key: inBucket } = place(key);
    return { Bucket: bucket, Key: inBucket };
  };
  const tempDir = join(cache, 'tmp');
  const cached = (key: string) => join(cache, 'files', key);
  /** Versions of the files in the cache: a function that stays warm meets a key of yesterday with new bytes. */
  const versions = new Map<string, string>();
  const put = async (
    key: string,
    text: string,
    condition: { IfNoneMatch?: string; IfMatch?: string } = {},
  ) => {
    // S3 refuses a body of unknown length, and the client takes an empty text for one.
    const Body = Buffer.from(text, 'utf8');
    const sent = { ...at(key), Body, ContentLength: Body.length, ContentType: typeOf(key), ...condition };
    await s3.send(new PutObjectCommand(sent));
  };
  const readText = async (key: string) => {
    try {
      const { Body } = await s3.send(new GetObjectCommand(at(key)));
      return await Body?.transformToString('utf8');
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  };
  const exists = async (key: string) => {
    try {
      await s3.send(new HeadObjectCommand(at(key)));
      return true;
    } catch (error) {
      if (error instanceof NotFound) return false;
      throw error;
    }
  };
  const list = async (prefix: string) => {
    const { Bucket, Key } = at(`${prefix}/`);
    const root = Key.slice(0, Key.length - prefix.length - 1);
    const keys: string[] = [];
    let token: string | undefined;
    do {
      const page = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: Key, ContinuationToken: token }));
      for (const { Key: found } of page.Contents ?? [])
        if (found !== undefined) keys.push(found.slice(root.length));
      token = page.NextContinuationToken;
    } while (token !== undefined);
    return keys.sort();
  };
  return {
    tempDir,
    readText,
    exists,
    list,
    async fetch(key) {
      const local = cached(key);
      const known = existsSync(local) ? versions.get(key) : undefined;
      try {
        const { Body, ETag } = await s3.send(new GetObjectCommand({ ...at(key), IfNoneMatch: known }));
        mkdirSync(dirname(local), { recursive: true });
        const half = `${local}.${randomUUID()}`;
        if (Body instanceof Readable) await pipeline(Body, createWriteStream(half));
        renameSync(half, local);
        if (ETag !== undefined) versions.set(key, ETag);
      } catch (error) {
        if (!hasStatus(error, 304)) throw error;
      }
      return local;
    },
    async scratch(name) {
      mkdirSync(tempDir, { recursive: true });
      return join(tempDir, `${randomUUID()}-${name}`);
    },
    async publish(localPath, key) {
      const { ETag } = await s3.send(
        new PutObjectCommand({
          ...at(key),
          Body: createReadStream(localPath),
          ContentLength: statSync(localPath).size,
        }),
      );
      const local = cached(key);
      mkdirSync(dirname(local), { recursive: true });
      renameSync(localPath, local);
      if (ETag !== undefined) versions.set(key, ETag);
    },
    writeText: async (key, text) => {
      await put(key, text);
    },
    async createText(key, text) {
      try {
        await put(key, text, { IfNoneMatch: '*' });
        return true;
      } catch (error) {
        // 412: it is there; 409: somebody is creating it at this very moment.
        if (hasStatus(error, 412) || hasStatus(error, 409)) return false;
        throw error;
      }
    },
    async replaceText(key, expected, text) {
      try {
        const { Body, ETag } = await s3.send(new GetObjectCommand(at(key)));
        if (ETag === undefined || (await Body?.transformToString('utf8')) !== expected) return false;
        await put(key, text, { IfMatch: ETag });
        return true;
      } catch (error) {
        // 404: it is gone; 412: it is another one by now; 409: somebody is replacing it at this very moment.
        if (error instanceof NoSuchKey || [404, 409, 412].some((s) => hasStatus(error, s))) return false;
        throw error;
      }
    },
    async size(key) {
      const { ContentLength } = await s3.send(new HeadObjectCommand(at(key)));
      return ContentLength ?? 0;
    },
    async remove(key) {
      rmSync(cached(key), { force: true, recursive: true });
      const keys = (await exists(key)) ? [key] : await list(key);
      for (const one of keys) await s3.send(new DeleteObjectCommand(at(one)));
    },
  };
}

function hasStatus(error: unknown, status: number): boolean {
  return error instanceof S3ServiceException && error.$metadata.httpStatusCode === status;
}
