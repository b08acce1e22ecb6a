// The account's word to keep nothing: set, checked, and set back when somebody changed it.
import { describe, expect, it } from '@jest/globals';
import type { Call } from '../adapters/aws-call.ts';
import { checkNothingIsKept, keepNothing } from './data-retention.ts';

function account(mode: string): { call: Call; calls: string[]; mode: () => string } {
  let now = mode;
  const calls: string[] = [];
  const call: Call = async ({ method, path, body }) => {
    calls.push(`${method} ${path}`);
    if (method === 'PUT') now = JSON.parse(body ?? '{}').mode;
    return { mode: now, updatedAt: '2026-01-01T00:00:00Z' };
  };
  return { call, calls, mode: () => now };
}

describe('what Bedrock keeps', () => {
  it('is set to nothing', async () => {
    const { call, calls, mode } = account('inherit');
    await keepNothing(call);
    expect([mode(), calls]).toEqual(['none', ['PUT /data-retention']]);
  });

  it('passes the nightly check while it is nothing', async () => {
    const { call, calls } = account('none');
    await checkNothingIsKept(call);
    expect(calls).toEqual(['GET /data-retention']);
  });

  it('fails the check where it was changed, and is set back', async () => {
    const { call, mode } = account('provider_data_share');
    await expect(checkNothingIsKept(call)).rejects.toThrow('"provider_data_share"');
    expect(mode()).toBe('none');
  });
});
