// The hand-off step of a day: the items of the release to the system that the district file names.
import { handoffAddress } from '../../../lib/handoff-schema.ts';
import type { DistrictContext } from '../../district/context.ts';
import { HomeroomError } from '../../errors/homeroom-error.ts';
import { bindReleased } from '../../harmonize/released-views.ts';
import type { Manifest } from '../../release/manifest.ts';
import type { Item } from '../item.ts';
import { itemOf } from '../item-rows.ts';
import { handOff } from './hand-off.ts';
import type { WebhookPorts } from './webhook.ts';

export class NotHandedOffError extends HomeroomError {
  constructor(dead: number, delivered: number, where: string) {
    super('HANDOFF_NOT_DELIVERED', `${dead} items could not be handed off; ${delivered} were.`, {
      where,
      mend: 'Look at the receiver. What it could not get is tried again after the next release, or by: npx homeroom checkins handoff --to ADDRESS',
    });
  }
}

/** @throws NotHandedOffError; what was delivered is written down all the same */
export async function handOffRelease(
  context: DistrictContext,
  manifest: Manifest,
  ports: () => Promise<WebhookPorts>,
): Promise<{ delivered: number }> {
  const url = handoffAddress(context.district.checkins.handoff?.to ?? '');
  if (url === undefined) return { delivered: 0 };
  const items = await releasedItems(context, manifest);
  const { delivered, dead, deadLetterKey } = await handOff(context.lake, url, items, await ports());
  if (dead.length > 0) throw new NotHandedOffError(dead.length, delivered.length, deadLetterKey);
  return { delivered: delivered.length };
}

const DAYS = ['made_on', 'lapses_on', 'as_of', 'state_on', 'due_on', 'closed_on'];
/** A day has no time, and no zone may move it. */
const days = DAYS.map((name) => `strftime(${name}, '%Y-%m-%d') as ${name}`).join(', ');

async function releasedItems(
  { root, lake, ...context }: DistrictContext,
  manifest: Manifest,
): Promise<Item[]> {
  const record = manifest.tables.check_in_record;
  if (record === undefined) return [];
  const session = await context.session();
  try {
    await bindReleased(session, root, lake, { check_in_record: record });
    const rows = await session.rows(
      `select * replace (${days}) from check_in_record order by school_key, place nulls last, item_id`,
    );
    return rows.map(itemOf);
  } finally {
    session.close();
  }
}
