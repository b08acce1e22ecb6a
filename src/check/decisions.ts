// The log of people's decisions about held files; a decision is kept and is part of every rebuild.
import type { Lake } from '../lake/lake.ts';

const decisionKey = (batchId: string) => `decisions/${batchId}.json`;

export async function approve(lake: Lake, batchId: string, by: string, at: string): Promise<void> {
  await lake.writeText(
    decisionKey(batchId),
    JSON.stringify({ batch_id: batchId, decision: 'apply', by, at }),
  );
}

export async function approved(lake: Lake, batchId: string): Promise<boolean> {
  return (await lake.readText(decisionKey(batchId))) !== undefined;
}
