// Step "Tell": leaves word of what failed, tells the operators, and frees the lease where the day ends with it.
import { z } from 'zod';
import { openContext } from '../../src/district/context.ts';
import { failureMessage } from '../../src/run/failure-message.ts';
import { failureSchema, tellFailure } from '../../src/run/tell.ts';

const tellEvent = z.object({ district: z.string(), runId: z.string().nullish(), failure: failureSchema });

export async function handler(event: unknown) {
  const { district, runId = null, failure } = tellEvent.parse(event);
  try {
    if (runId !== null) await tellFailure((await openContext(district)).lake, runId, failure);
  } finally {
    // Also when the district can't even be opened: that is news too.
    await tellOperators({ district, runId, failure });
  }
  return { told: true };
}

async function tellOperators(failed: Parameters<typeof failureMessage>[0]): Promise<void> {
  const topic = process.env.HOMEROOM_TOPIC;
  if (topic === undefined) return;
  const { operatorsOf } = await import('../../src/adapters/sns-operators.ts');
  await operatorsOf(topic).tell(failureMessage(failed));
}
