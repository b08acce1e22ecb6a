// A rollback knows what it takes back, and how to bring it in again.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { directoryLake } from '../adapters/directory-lake.ts';
import type { Lake } from '../lake/lake.ts';
import { emptyManifest, type Manifest } from '../release/manifest.ts';
import { publishRelease } from '../release/release-store.ts';
import { writeFacts } from '../run/facts.ts';
import type { Replay } from '../run/replay.ts';
import { missingFiles, readingsOf, releasesAfter } from './undone.ts';

let folder: string;
let lake: Lake;

async function release(
  n: number,
  previous: number | null,
  key: string,
  replays: readonly Replay[] = [],
): Promise<Manifest> {
  const date = `2026-03-${String(10 + n).padStart(2, '0')}`;
  const id = (i: number) => `r00000${i}-2026-03-${String(10 + i).padStart(2, '0')}`;
  const manifest: Manifest = {
    ...emptyManifest('maple'),
    releaseId: id(n),
    runId: id(n),
    date,
    previous: previous === null ? null : id(previous),
    consumed: [{ key, sha256: 'ab'.repeat(32) }],
    tables: {
      school: {
        partition: 'all',
        parts: { all: [{ key: `lake/school/part=all/${id(n)}/0.parquet`, rows: 1 }] },
      },
    },
  };
  await writeFacts(lake, id(n), 'plan', {
    runId: id(n),
    date,
    previous: null,
    chunks: [],
    rebuild: false,
    replays,
  });
  await publishRelease(lake, manifest);
  return manifest;
}

const wish = {
  raw: `raw/sis/2026-03-11/${'ab'.repeat(6)}/a.csv`,
  replaces: [{ fileName: 'a.csv', batchId: 'one' }],
};
let all: Manifest[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rollback-'));
  lake = directoryLake(folder);
  all = [
    await release(1, null, 'landing/sis/a.csv'),
    await release(2, 1, 'landing/sis/b.csv', [wish]),
    await release(3, 2, 'landing/sis/c.csv'),
    await release(4, 1, 'landing/sis/d.csv'),
  ];
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('what is undone', () => {
  it('is every release that builds on the one that readers will see', async () => {
    const after = await releasesAfter(lake, all[1]?.releaseId ?? '');
    expect(after.map((m) => m.releaseId)).toEqual([all[2]?.releaseId]);
    expect(await releasesAfter(lake, all[0]?.releaseId ?? '')).toHaveLength(3);
    expect(await releasesAfter(lake, all[3]?.releaseId ?? '')).toEqual([]);
  });

  it('can be read again from raw, under the day that it came, together with the replays of those runs', async () => {
    const sha = 'ab'.repeat(6);
    expect(
      await readingsOf(
        lake,
        [all[1], all[2]].flatMap((m) => (m ? [m] : [])),
      ),
    ).toEqual([
      wish,
      { raw: `raw/sis/2026-03-12/${sha}/b.csv`, replaces: [] },
      { raw: `raw/sis/2026-03-13/${sha}/c.csv`, replaces: [] },
    ]);
  });
});

it('a release is whole only with every file that it names', async () => {
  const [one] = all;
  if (!one) throw new Error('no release');
  expect(await missingFiles(lake, one)).toHaveLength(1);
  await lake.writeText('lake/school/part=all/r000001-2026-03-11/0.parquet', '');
  expect(await missingFiles(lake, one)).toEqual([]);
});
