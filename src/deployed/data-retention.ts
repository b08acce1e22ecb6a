// What Bedrock may keep of this account: nothing. Set when the stack is made, and checked each night.
import { z } from 'zod';
import type { Call } from '../adapters/aws-call.ts';
import { HomeroomError } from '../errors/homeroom-error.ts';

const kept = z.object({ mode: z.string() });

export class KeptByModelsError extends HomeroomError {
  constructor(mode: string) {
    super('BEDROCK_KEEPS', `Bedrock's data retention was "${mode}" instead of "none"; it was set back.`, {
      where: 'account-wide data retention of Amazon Bedrock in this region',
      mend: 'Find in CloudTrail who called PutAccountDataRetention, and refuse it by an organization policy.',
    });
  }
}

export async function keepNothing(call: Call): Promise<void> {
  const body = JSON.stringify({ mode: 'none' });
  const headers = { 'content-type': 'application/json' };
  await call(
    { service: 'bedrock', method: 'PUT', path: '/data-retention', headers, body },
    'bedrock:PutAccountDataRetention',
  );
}

/** @throws KeptByModelsError where somebody changed it, after setting it back */
export async function checkNothingIsKept(call: Call): Promise<void> {
  const answer = await call(
    { service: 'bedrock', method: 'GET', path: '/data-retention' },
    'bedrock:GetAccountDataRetention',
  );
  const { mode } = kept.parse(answer);
  if (mode === 'none') return;
  await keepNothing(call);
  throw new KeptByModelsError(mode);
}
