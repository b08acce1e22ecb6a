// Addresses that mail came back from: nothing is sent to them until somebody takes them off the list.
import { HomeroomError } from '../errors/homeroom-error.ts';
import type { Lake } from '../lake/lake.ts';
import type { CameBack } from './mail-came-back.ts';

/** address,kind,on: kind is `permanent`, `complaint` or `transient`. */
export const bouncesKey = 'decisions/bounces.csv';

/** Address in lower case to why nothing is sent to it. A full mailbox passes, so that a transient bounce stops nothing. */
export async function readBounces(lake: Lake): Promise<ReadonlyMap<string, string>> {
  return parseBounces((await lake.readText(bouncesKey)) ?? '');
}

export function parseBounces(csv: string): ReadonlyMap<string, string> {
  const rows = csv
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line) => line.split(',').map((cell) => cell.trim().replaceAll('"', '').toLowerCase()));
  const lasting = rows.filter(([address = '', kind]) => address.includes('@') && kind !== 'transient');
  return new Map(lasting.map(([address = '', kind = '']) => [address, kind === '' ? 'permanent' : kind]));
}

/** Writers that meet at the list at the same moment; each try finds another one done. */
const TRIES = 50;

export class BounceListBusyError extends HomeroomError {
  constructor() {
    super('BOUNCE_LIST_BUSY', 'An address could not be put on the list: others wrote to it all the time.', {
      where: bouncesKey,
      mend: 'Nothing; the news of the address is kept, and read again.',
    });
  }
}

/**
 * Puts addresses on the list, each once; whatever a person or another writer wrote there meanwhile stays.
 * @returns how many were new
 * @throws BounceListBusyError
 */
export async function addBounces(
  lake: Pick<Lake, 'readText' | 'createText' | 'replaceText'>,
  cameBack: readonly CameBack[],
): Promise<number> {
  const once = [...new Map(cameBack.map((one) => [one.address, one])).values()];
  if (once.length === 0) return 0;
  const lines = (rows: readonly CameBack[]) => rows.map((r) => `${r.address},${r.kind},${r.on}\n`).join('');
  for (let tries = 0; tries < TRIES; tries++) {
    // Made first, then read: who may not list a bucket can't ask whether a file is there.
    if (await lake.createText(bouncesKey, `address,kind,on\n${lines(once)}`)) return once.length;
    const text = await lake.readText(bouncesKey);
    if (text === undefined) continue;
    const known = parseBounces(text);
    const fresh = once.filter((one) => !known.has(one.address));
    if (fresh.length === 0) return 0;
    const whole = text === '' || text.endsWith('\n') ? text : `${text}\n`;
    if (await lake.replaceText(bouncesKey, text, whole + lines(fresh))) return fresh.length;
  }
  throw new BounceListBusyError();
}
