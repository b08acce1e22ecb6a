// The lake in S3 keeps the promises of its port: whole files, one winner, lists in order, and never yesterday's bytes.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type S3Stub, s3Stub } from '../../test/aws/s3-stub.ts';
import type { Lake } from '../lake/lake.ts';
import { s3Lake } from './s3-lake.ts';

let stub: S3Stub;
let s3: S3Client;
let cache: string;
let lake: Lake;

beforeEach(async () => {
  stub = await s3Stub();
  s3 = new S3Client({});
  cache = mkdtempSync(join(tmpdir(), 'homeroom-s3-'));
  lake = s3Lake(s3, (key) => ({ bucket: key.startsWith('identity/') ? 'secret' : 'lake', key }), cache);
});

afterEach(async () => {
  s3.destroy();
  rmSync(cache, { recursive: true });
  await stub.close();
});

const put = async (key: string, text: string) => {
  const local = await lake.scratch('file');
  writeFileSync(local, text);
  await lake.publish(local, key);
};

describe('the lake in S3', () => {
  it('puts each zone into its own bucket', async () => {
    await lake.writeText('identity/review.jsonl', 'a');
    await lake.writeText('runs/lease.json', 'b');
    expect([...stub.objects.keys()].sort()).toEqual(['lake/runs/lease.json', 'secret/identity/review.jsonl']);
  });

  it('gives back what was written, and nothing for a key that is not there', async () => {
    await lake.writeText('runs/a.json', 'größe');
    expect(await lake.readText('runs/a.json')).toBe('größe');
    expect(await lake.readText('runs/b.json')).toBeUndefined();
    expect([await lake.exists('runs/a.json'), await lake.exists('runs/b.json')]).toEqual([true, false]);
    expect(await lake.size('runs/a.json')).toBe(7);
  });

  it('lets one of two create a key', async () => {
    const won = [
      await lake.createText('runs/lease.json', '1'),
      await lake.createText('runs/lease.json', '2'),
    ];
    expect(won).toEqual([true, false]);
    expect(await lake.readText('runs/lease.json')).toBe('1');
  });

  it('lists all pages of a folder, in order, and no folder of a similar name', async () => {
    for (const key of ['raw/b', 'raw/a', 'raw/c/d', 'raw/e', 'raw2/x']) await lake.writeText(key, '');
    expect(await lake.list('raw')).toEqual(['raw/a', 'raw/b', 'raw/c/d', 'raw/e']);
  });

  it('publishes a file of this machine and reads it without fetching it again', async () => {
    await put('staged/a.parquet', 'rows');
    expect(readFileSync(await lake.fetch('staged/a.parquet'), 'utf8')).toBe('rows');
    expect(stub.objects.get('lake/staged/a.parquet')?.toString()).toBe('rows');
    expect(stub.calls.at(-1)).toBe('GET lake/staged/a.parquet 304');
  });

  it('fetches again what has changed under the same name', async () => {
    stub.objects.set('lake/landing/sis/students.csv', Buffer.from('monday'));
    expect(readFileSync(await lake.fetch('landing/sis/students.csv'), 'utf8')).toBe('monday');
    stub.objects.set('lake/landing/sis/students.csv', Buffer.from('tuesday'));
    expect(readFileSync(await lake.fetch('landing/sis/students.csv'), 'utf8')).toBe('tuesday');
  });

  it('fails for a file that is not there', async () => {
    await expect(lake.fetch('landing/none.csv')).rejects.toThrow('NoSuchKey');
  });

  it('removes a key or a whole folder, here and there', async () => {
    for (const key of ['releases/r1/manifest.json', 'releases/r1/notes.json', 'releases/r2/manifest.json'])
      await put(key, '');
    await lake.remove('releases/r1');
    await lake.remove('releases/r2/manifest.json');
    expect([...stub.objects.keys()]).toEqual([]);
    await expect(lake.fetch('releases/r2/manifest.json')).rejects.toThrow();
  });
});
