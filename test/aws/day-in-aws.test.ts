// A district's days with its functions joined to an account: buckets by zone, keys in KMS, tables in Glue, news by SNS.
import { readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { handler as releaseStep } from '../../lambdas/release/handler.ts';
import { parseDistrict } from '../../lib/district.ts';
import { currentSchema, manifestSchema } from '../../src/release/manifest.ts';
import { runDay } from '../../src/runtime/run-day.ts';
import { type Simulated, simulated } from '../spine/simulated.ts';
import { filesBelow } from '../spine/trial-district.ts';
import { type Account, account } from './account.ts';

const modules = { contoso_sis: {}, clever: {} };
const own = { district: 'maple', name: 'Maple', timezone: 'America/New_York', modules };

let source: Simulated;
let aws: Account;

const deliver = (day: string) => {
  for (const module of Object.keys(modules)) {
    const folder = join(source.folder, 'exports', day, module);
    for (const file of filesBelow(folder)) {
      const key = `landing/landing/${module}/${day}/${relative(folder, file)}`;
      aws.s3.objects.set(key, readFileSync(file));
    }
  }
};
const run = (i: number) =>
  runDay({ district: parseDistrict(own, 'maple.json'), date: source.days[i]?.run_date ?? '' });
const text = (key: string) => aws.s3.objects.get(key)?.toString('utf8') ?? '{}';
const current = () => currentSchema.parse(JSON.parse(text('lake/releases/current.json'))).releaseId;
const shownFolders = () =>
  [...aws.glue.tables.values()].flatMap((parts) =>
    [...parts.values()].map((part) => String(part.StorageDescriptor.Location)),
  );
const zones = () => new Set([...aws.s3.objects.keys()].map((key) => key.split('/').slice(0, 2).join('/')));

beforeAll(async () => {
  source = await simulated(20, 5);
  aws = await account('maple', own);
  deliver('day-0');
  await run(0);
});

afterAll(async () => {
  await aws.close();
  rmSync(source.folder, { recursive: true, force: true });
});

describe('a day in AWS', () => {
  it('keeps each zone in the bucket of its own key', () => {
    const expected = [
      'identity/identity',
      'lake/lake',
      'lake/releases',
      'lake/runs',
      'lake/staged',
      'raw/raw',
    ];
    expect(expected.filter((zone) => !zones().has(zone))).toEqual([]);
    // Taken in, kept as received, and gone from the drop zone; the lease is free again.
    expect([...zones()].filter((zone) => zone.startsWith('landing/'))).toEqual([]);
    expect(aws.s3.objects.has('lake/runs/lease.json')).toBe(false);
  });

  it('shows every table of the release in Glue, each partition in the folder of its files', () => {
    const manifest = manifestSchema.parse(JSON.parse(text(`lake/releases/${current()}/manifest.json`)));
    const wanted = Object.entries(manifest.tables).flatMap(([table, { parts }]) =>
      Object.entries(parts).map(([part, [file]]) => {
        const folder = file?.key.slice(0, file.key.lastIndexOf('/'));
        return `${table} ${part} s3://lake/${folder}/`;
      }),
    );
    const shown = [...aws.glue.tables].flatMap(([table, parts]) =>
      [...parts].map(([part, p]) => `${table} ${part} ${p.StorageDescriptor.Location}`),
    );
    expect(wanted.length).toBeGreaterThan(40);
    expect(shown.sort()).toEqual(wanted.sort());
  });

  it('takes in the next day on a function that starts cold, and moves the tables with it', async () => {
    const before = current();
    aws.coldStart();
    deliver('day-1');
    await run(1);
    expect(current()).not.toBe(before);
    const [[, part] = []] = [...(aws.glue.tables.get('policy') ?? [])];
    expect(part?.StorageDescriptor.Location).toContain(current());
  });

  it('is taken back by its Release function: pointer and tables, and the next run may read it again', async () => {
    const [before, locations] = [current(), shownFolders()];
    const { previous } = manifestSchema.parse(JSON.parse(text(`lake/releases/${before}/manifest.json`)));
    const undo = { district: 'maple', rollback: { replay: true } };
    expect(await releaseStep(undo)).toMatchObject({ from: before, release: previous, undone: [before] });
    expect(current()).toBe(previous);
    expect(shownFolders().some((folder) => folder.includes(before))).toBe(false);
    expect([...aws.s3.objects.keys()].some((key) => key.startsWith('lake/runs/replay/'))).toBe(true);
    expect(aws.s3.objects.has('lake/runs/lease.json')).toBe(false);
    // And forward again: a release that is kept can be shown at any time.
    await releaseStep({ district: 'maple', rollback: { release: before } });
    expect(shownFolders()).toEqual(locations);
    const wishes = [...aws.s3.objects.keys()].filter((key) => key.startsWith('lake/runs/replay/'));
    for (const key of wishes) aws.s3.objects.delete(key);
  });

  it('is taken back to no release that is not there', async () => {
    const [before, calls] = [current(), aws.glue.calls.length];
    const wrong = { district: 'maple', rollback: { release: 'r999999-2026-03-13' } };
    await expect(releaseStep(wrong)).rejects.toThrow('NO_RELEASE');
    expect([current(), aws.glue.calls.length]).toEqual([before, calls]);
  });

  it('that fails tells the operators what, where and what to do, and leaves release and tables as they were', async () => {
    const [before, calls] = [current(), aws.glue.calls.length];
    aws.s3.objects.set(
      'identity/identity/opt-outs.csv',
      Buffer.from('id_system,id,scope\nnone,st100001,all\n'),
    );
    await expect(run(2)).rejects.toThrow('identity/opt-outs.csv');
    const [message] = aws.sent;
    expect(message).toMatchObject({ Subject: 'Homeroom maple: the day stopped in Identify' });
    const { Message } = z.object({ Message: z.string() }).parse(message);
    expect(Message).toContain('Where: identity/opt-outs.csv, line 2');
    expect(Message).toContain('What to do: Write one of: sis_student');
    expect(Message).not.toContain('st100001');
    expect([current(), aws.glue.calls.length]).toEqual([before, calls]);
    expect(aws.s3.objects.has('lake/runs/lease.json')).toBe(false);
  });
});
