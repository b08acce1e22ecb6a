// A hand-off to one receiver: what it has had already is not sent again, and what it could not get is kept for the next time.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Lake } from '../../lake/lake.ts';
import type { Item } from '../item.ts';
import { idempotencyKey, isActive } from './case-row.ts';
import { type Delivery, deliver, type WebhookPorts } from './webhook.ts';

const deliveredSchema = z.array(z.string());

/** The folder of a receiver; its address may hold a secret, so that only a digest stands here. */
export function handoffPrefix(url: URL): string {
  return `handoff/${createHash('sha256').update(url.href).digest('hex').slice(0, 16)}`;
}

export async function handOff(
  lake: Lake,
  url: URL,
  items: readonly Item[],
  ports: WebhookPorts,
): Promise<Delivery & { readonly deadLetterKey: string }> {
  const prefix = handoffPrefix(url);
  const keys = { delivered: `${prefix}/delivered.json`, dead: `${prefix}/dead-letter.jsonl` };
  const read = async () => deliveredSchema.parse(JSON.parse((await lake.readText(keys.delivered)) ?? '[]'));
  const found = await deliver(url, due(items, await read()), ports);
  // Read again: a person may have handed off at the same time.
  const had = new Set([...(await read()), ...found.delivered]);
  await lake.writeText(keys.delivered, JSON.stringify([...had].sort()));
  // Those of today alone: what was mended since is no dead letter any more.
  await lake.writeText(keys.dead, found.dead.map((letter) => `${JSON.stringify(letter)}\n`).join(''));
  return { ...found, deadLetterKey: keys.dead };
}

/** The end of an item that the receiver never heard of is no news to it. */
function due(items: readonly Item[], delivered: readonly string[]): Item[] {
  const had = new Set(delivered);
  const heardOf = new Set(delivered.map((key) => key.split(':')[0]));
  return items.filter((i) => !had.has(idempotencyKey(i)) && (isActive(i) || heardOf.has(i.itemId)));
}
