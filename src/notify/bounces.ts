// Addresses that mail came back from: nothing is sent to them until somebody takes them off the list.
import type { Lake } from '../lake/lake.ts';

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
