// Sessions share an engine and nothing else.

import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterAll, describe, expect, it } from '@jest/globals';
import { openSession } from './duckdb.ts';

const tempDir = mkdtempSync(join(tmpdir(), 'homeroom-sessions-'));
afterAll(() => rmSync(tempDir, { recursive: true }));

/** More than the engine may keep in memory. */
const large = 'create or replace temp table t as select md5(cast(range as varchar)) as a from range(1500000)';
const check = 'select count(*) as n from t where a = md5(cast(rowid as varchar))';

describe('sessions of one process', () => {
  it('keep their temporary tables to themselves', async () => {
    const one = await openSession({ tempDir, memoryMb: 512 });
    const two = await openSession({ tempDir, memoryMb: 512 });
    await one.run('create temp table mine (a varchar)');
    await one.append('mine', [['x']]);
    await expect(two.rows('select * from mine')).rejects.toThrow();
    one.close();
    await two.run('create temp table mine (a varchar)');
    expect(await two.rows('select * from mine')).toEqual([]);
    two.close();
  });

  it('spill side by side without touching each other, and leave nothing behind', async () => {
    // Different limits: two engines, as two processes would have.
    const sessions = [
      await openSession({ tempDir, memoryMb: 48 }),
      await openSession({ tempDir, memoryMb: 49 }),
    ];
    await Promise.all(sessions.map((s) => s.run(large)));
    expect(readdirSync(tempDir).filter((f) => f.startsWith('spill-')).length).toBe(2);
    const answers = await Promise.all(sessions.map((s) => s.rows(check)));
    expect(answers.flat().map((r) => Number(r.n))).toEqual([1_500_000, 1_500_000]);
    for (const s of sessions) s.close();
    await setImmediate();
    expect(readdirSync(tempDir)).toEqual([]);
  });
});
