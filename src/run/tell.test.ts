// Word of a failure: a day that goes on without its models keeps its lease, one that ended lets it go.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { directoryLake } from '../adapters/directory-lake.ts';
import { heldLease, LeaseHeldError, takeLease } from './lease.ts';
import { failureKey, tellFailure } from './tell.ts';

const folder = mkdtempSync(join(tmpdir(), 'homeroom-tell-'));
afterAll(() => rmSync(folder, { recursive: true }));
const failure = {
  state: 'Refresh',
  error: 'States.TaskFailed',
  cause: 'one class only',
  without: 'models' as const,
};

describe('word of a failure among the models', () => {
  const lake = directoryLake(join(folder, 'goes-on'));

  it('keeps every other run out until the day has released', async () => {
    await takeLease(lake, 'r1');
    await tellFailure(lake, 'r1', { ...failure, goesOn: true });
    expect(await heldLease(lake)).toEqual({ runId: 'r1', alive: true });
    await expect(takeLease(lake, 'r2')).rejects.toThrow(LeaseHeldError);
    expect(await lake.readText(failureKey('r1'))).toContain('one class only');
  });
});

describe('word of a failure that ends the day', () => {
  it('lets the next run begin', async () => {
    const lake = directoryLake(join(folder, 'ends'));
    await takeLease(lake, 'r1');
    await tellFailure(lake, 'r1', { ...failure, goesOn: false });
    expect(await heldLease(lake)).toBeUndefined();
    await expect(takeLease(lake, 'r2')).resolves.toBeUndefined();
  });
});
