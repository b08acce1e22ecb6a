// The intake step for one chunk: keeps the bytes as received, opens archives, and stages every file it can.
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import type { Contract } from '../contract/contract.ts';
import type { DistrictContext } from '../district/context.ts';
import { unwrap } from '../parse/unwrap.ts';
import { type IntakeFacts, planSchema, readFacts, writeFacts } from '../run/facts.ts';
import { tellProgress } from '../run/step-progress.ts';
import { type Delivery, deliveryOfKey, rawKey } from './delivery.ts';
import { emptyFacts, heldFacts, notReadFacts } from './file-facts.ts';
import { fileSha256 } from './file-sha256.ts';
import { GroupStager } from './group-stager.ts';
import { whyNotRead } from './not-read.ts';

export async function intakeChunk(
  context: DistrictContext,
  runId: string,
  chunk: number,
): Promise<IntakeFacts> {
  const { lake } = context;
  const plan = await readFacts(lake, runId, 'plan', planSchema);
  const facts: IntakeFacts = { consumed: [], files: [] };
  const session = await context.session();
  const folder = await lake.scratch('chunk');
  mkdirSync(folder, { recursive: true });
  const stager = new GroupStager(context, session, folder);
  try {
    const keys = plan.chunks[chunk] ?? [];
    for (const [i, { key }] of keys.entries()) {
      tellProgress({ done: i, total: keys.length, what: 'files' });
      const delivery = deliveryOfKey(key, plan.date);
      const contract = context.contracts.find((c) => c.module === delivery.module);
      if (!contract) {
        const modules = context.contracts.map((c) => c.module);
        stager.hold(notReadFacts(delivery, whyNotRead(delivery, modules) ?? ''));
        continue;
      }
      const local = await lake.fetch(key);
      const sha256 = await fileSha256(local);
      if (!delivery.again) {
        await keepRaw(context, delivery, local, sha256);
        facts.consumed.push({ key, sha256 });
      }
      await open(stager, contract, delivery, { local, sha256, folder });
    }
    facts.files.push(...(await stager.finish()));
  } finally {
    session.close();
    rmSync(folder, { recursive: true, force: true });
  }
  await writeFacts(lake, runId, `intake-${chunk}`, facts);
  return facts;
}

async function keepRaw(
  { lake }: DistrictContext,
  delivery: Delivery,
  local: string,
  sha256: string,
): Promise<void> {
  const key = rawKey(delivery, sha256);
  if (await lake.exists(key)) return;
  const copy = await lake.scratch('raw');
  copyFileSync(local, copy);
  await lake.publish(copy, key);
}

async function open(
  stager: GroupStager,
  contract: Contract,
  delivery: Delivery,
  { local, sha256, folder }: { local: string; sha256: string; folder: string },
): Promise<void> {
  try {
    for (const entry of await unwrap(local, delivery.path, { into: folder })) {
      const path = typeof entry.content === 'string' ? entry.content : local;
      const sha = path === local ? sha256 : await fileSha256(path);
      await stager.add(contract, delivery, { path: entry.name, local: path, sha256: sha });
    }
  } catch (error) {
    stager.hold(heldFacts(emptyFacts(contract.module, delivery, sha256), error));
  }
}
