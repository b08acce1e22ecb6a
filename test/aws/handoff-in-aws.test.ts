// The hand-off joined to an account: the secret out of Secrets Manager, the books in the lake, and news of what failed.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { handler as handoff } from '../../lambdas/handoff/handler.ts';
import { openSession } from '../../src/adapters/duckdb.ts';
import { isSignedBy } from '../../src/checkin/handoff/signature.ts';
import { recordRowOf } from '../../src/checkin/item-rows.ts';
import { candidate, madeUpSchool } from '../../src/checkin/made-up.ts';
import { definitionsRoot } from '../../src/definitions/definitions.ts';
import { duckType } from '../../src/harmonize/parquet-view.ts';
import { readCatalog } from '../../src/harmonize/sql-catalog.ts';
import { emptyManifest } from '../../src/release/manifest.ts';
import { literal } from '../../src/sql-text/sql-text.ts';
import { type Account, account } from './account.ts';

const releaseId = 'r000001-2026-03-16';
const event = { district: 'maple', date: '2026-03-16', runId: releaseId, releaseId };
const record = 'lake/core/check_in_record/part=all/made-up.parquet';
let aws: Account;
let cases: Server;
let status = 202;
let received: { key: string; isSigned: boolean }[] = [];

beforeAll(async () => {
  cases = createServer(async (request, response) => {
    let body = '';
    for await (const part of request.setEncoding('utf8')) body += part;
    const head = (name: string) => String(request.headers[name] ?? '');
    const timestamp = Number(head('homeroom-timestamp'));
    received.push({
      key: head('idempotency-key'),
      isSigned: isSignedBy(aws.secret, { signature: head('homeroom-signature'), timestamp, body }, timestamp),
    });
    response.writeHead(status).end();
  });
  await new Promise<void>((listening) => cases.listen(0, '127.0.0.1', listening));
  const { port } = z.object({ port: z.number() }).parse(cases.address());
  aws = await account('maple', {
    modules: { contoso_sis: {} },
    checkins: { handoff: { to: `http://127.0.0.1:${port}/cases` } },
  });
  process.env.HOMEROOM_HANDOFF_SECRET_ID = 'handoff';
});
afterAll(async () => {
  delete process.env.HOMEROOM_HANDOFF_SECRET_ID;
  cases.close();
  await aws.close();
});

/** A release that holds the items of three students and nothing else. */
async function released(): Promise<void> {
  const { items } = madeUpSchool().day(
    '2026-03-16',
    ['s1', 's2', 's3'].map((s) => candidate(s)),
  );
  const columns = readCatalog(definitionsRoot()).reference.check_in_record?.columns ?? [];
  const folder = mkdtempSync(join(tmpdir(), 'homeroom-items-'));
  const file = join(folder, 'items.parquet');
  const session = await openSession({ tempDir: folder, memoryMb: 256 });
  const value = (v: string | number | boolean | null | undefined) =>
    v === null || v === undefined ? 'null' : literal(String(v));
  const rows = items.map(recordRowOf).map((row) => {
    return `select ${columns.map((c) => `cast(${value(row[c.name])} as ${duckType(c.type)}) as ${c.name}`).join(', ')}`;
  });
  await session.run(`copy (${rows.join(' union all ')}) to ${literal(file)} (format parquet)`);
  session.close();
  aws.s3.objects.set(`lake/${record}`, readFileSync(file));
  rmSync(folder, { recursive: true });
  const parts = { all: [{ key: record, rows: items.length }] };
  const manifest = {
    ...emptyManifest('maple'),
    releaseId,
    runId: releaseId,
    tables: { check_in_record: { partition: 'all', parts } },
  };
  aws.s3.objects.set(`lake/releases/${releaseId}/manifest.json`, Buffer.from(JSON.stringify(manifest)));
}

beforeEach(async () => {
  aws.s3.objects.clear();
  aws.coldStart();
  received = [];
  status = 202;
  await released();
});

describe('the hand-off of a release', () => {
  it('signs with the secret that Secrets Manager keeps, and sends each item once', async () => {
    expect(await handoff(event)).toEqual({ delivered: 3 });
    expect(await handoff(event)).toEqual({ delivered: 0 });
    expect(received.map((r) => r.isSigned)).toEqual([true, true, true]);
    expect(new Set(received.map((r) => r.key)).size).toBe(3);
  });

  it('fails by name where the receiver refuses, and tries the same again the next time', async () => {
    status = 400;
    await expect(handoff(event)).rejects.toThrow('3 items could not be handed off; 0 were.');
    status = 202;
    expect(await handoff(event)).toEqual({ delivered: 3 });
    expect(new Set(received.map((r) => r.key)).size).toBe(3);
  });

  it('sends nothing without a secret long enough', async () => {
    const { secret } = aws;
    aws.secret = 'short';
    await expect(handoff(event)).rejects.toThrow('HANDOFF_SECRET');
    aws.secret = secret;
    expect(received).toEqual([]);
  });
});
