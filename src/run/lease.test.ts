// One run at a time: whatever two runs do at once, one of them has the lease and all others are refused.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { type S3Stub, s3Stub } from '../../test/aws/s3-stub.ts';
import { directoryLake } from '../adapters/directory-lake.ts';
import { s3Lake } from '../adapters/s3-lake.ts';
import type { Lake } from '../lake/lake.ts';
import { freeLease, heldLease, LeaseHeldError, takeLease } from './lease.ts';

const now = new Date('2026-03-10T06:00:00Z');
const yesterday = new Date('2026-03-09T06:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'homeroom-lease-'));
let stub: S3Stub;
let s3: S3Client;
let places = 0;

beforeAll(async () => {
  stub = await s3Stub();
  s3 = new S3Client({});
});

afterAll(async () => {
  s3.destroy();
  await stub.close();
  rmSync(folder, { recursive: true });
});

/** A fresh store, and as many independent sights of it as there are contenders. */
const stores: Readonly<Record<string, () => () => Lake>> = {
  'a directory': () => {
    const root = join(folder, `lake-${places++}`);
    return () => directoryLake(root);
  },
  S3: () => {
    const bucket = `lake-${places++}`;
    return () => s3Lake(s3, (key) => ({ bucket, key }), join(folder, `cache-${places++}`));
  },
};

async function attempt(lake: Lake, runId: string): Promise<string | undefined> {
  try {
    await takeLease(lake, runId, now);
    return runId;
  } catch (error) {
    if (error instanceof LeaseHeldError) return undefined;
    throw error;
  }
}

describe.each(Object.keys(stores))('the lease in %s', (name) => {
  const store = () => stores[name]?.() ?? (() => directoryLake(folder));

  it('goes to exactly one of several contenders, whether it was free or its run had died', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 5 }), fc.boolean(), async (contenders, abandoned) => {
        const sight = store();
        if (abandoned) await takeLease(sight(), 'r000001', yesterday);
        const ids = Array.from({ length: contenders }, (_, i) => `r00001${i}`);
        const winners = (await Promise.all(ids.map((id) => attempt(sight(), id)))).filter(Boolean);
        expect(winners).toHaveLength(1);
        expect(await heldLease(sight(), now)).toEqual({ runId: winners[0], alive: true });
      }),
      { numRuns: 25 },
    );
  });

  it('is not taken by who saw it expired before somebody else took it over', async () => {
    const sight = store();
    await takeLease(sight(), 'r000001', yesterday);
    const seen = (await sight().readText('runs/lease.json')) ?? '';
    await takeLease(sight(), 'r000002', now);
    expect(await sight().replaceText('runs/lease.json', seen, 'mine')).toBe(false);
    expect(await heldLease(sight(), now)).toEqual({ runId: 'r000002', alive: true });
  });

  it('is freed by its run alone', async () => {
    const sight = store();
    await takeLease(sight(), 'r000001', now);
    await freeLease(sight(), 'r000002');
    expect(await attempt(sight(), 'r000003')).toBeUndefined();
    await freeLease(sight(), 'r000001');
    expect(await attempt(sight(), 'r000003')).toBe('r000003');
  });
});

describe('the lease between threads that nothing holds back', () => {
  const wins = z.array(z.string());

  it('goes to one of them, a hundred times', async () => {
    const roots = Array.from({ length: 100 }, (_, i) => join(folder, `race-${i}`));
    for (const root of roots) await takeLease(directoryLake(root), 'r000001', yesterday);
    const source = `
      import { parentPort, workerData } from 'node:worker_threads';
      const { directoryLake } = await import(workerData.lake);
      const { takeLease } = await import(workerData.lease);
      const won = [];
      parentPort.once('message', async () => {
        for (const root of workerData.roots) {
          await takeLease(directoryLake(root), workerData.id, new Date(workerData.now)).then(() => won.push(root), () => {});
        }
        parentPort.postMessage(won);
      });
      parentPort.postMessage('ready');`;
    const url = new URL(`data:text/javascript,${encodeURIComponent(source)}`);
    const at = (file: string) => pathToFileURL(join(import.meta.dirname, file)).href;
    const workers = ['r000011', 'r000012', 'r000013'].map(
      (id) =>
        new Worker(url, {
          workerData: {
            id,
            roots,
            now: now.toISOString(),
            lake: at('../adapters/directory-lake.ts'),
            lease: at('lease.ts'),
          },
        }),
    );
    const said = (worker: Worker) =>
      new Promise<unknown>((resolve, reject) => worker.once('message', resolve).once('error', reject));
    await Promise.all(workers.map(said));
    const answers = workers.map(said);
    for (const worker of workers) worker.postMessage('go');
    const won = (await Promise.all(answers)).flatMap((answer) => wins.parse(answer));
    await Promise.all(workers.map((worker) => worker.terminate()));
    expect([...won].sort()).toEqual([...roots].sort());
  });
});
