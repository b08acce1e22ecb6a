// What day a delivery speaks of, as the contract declares: from its path, from a column, or the day it came.
import type { TableContract } from '../contract/contract.ts';

export type AsOf = { readonly at: string; readonly basis: 'path' | 'column' | 'received' };

/** `column` gives the greatest value of a column in the file as "YYYY-MM-DD hh:mm:ss", or undefined when it holds none. */
export async function asOfDelivery(
  table: TableContract,
  path: string,
  received: string,
  column: (name: string) => Promise<string | undefined>,
): Promise<AsOf> {
  for (const rule of table.as_of) {
    if ('path' in rule) {
      const found = new RegExp(rule.path, 'i').exec(path)?.[1];
      const at = found === undefined ? undefined : pathDate(found, rule.ordinal_from);
      if (at !== undefined) return { at, basis: 'path' };
    } else if ('column' in rule) {
      const at = await column(rule.column);
      if (at !== undefined) return { at, basis: 'column' };
    } else {
      return { at: `${received} 00:00:00`, basis: 'received' };
    }
  }
  return { at: `${received} 00:00:00`, basis: 'received' };
}

function pathDate(found: string, ordinalFrom: string | undefined): string | undefined {
  if (ordinalFrom !== undefined) {
    const day = new Date(`${ordinalFrom}T00:00:00Z`);
    day.setUTCDate(day.getUTCDate() + Number.parseInt(found, 10) - 1);
    return `${day.toISOString().slice(0, 10)} 00:00:00`;
  }
  const match = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T_ ](\d{2})[-:]?(\d{2})[-:]?(\d{2})?)?/.exec(found);
  if (!match) return undefined;
  const [, y, m, d, hh = '00', mm = '00', ss = '00'] = match;
  const text = `${y}-${m}-${d} ${hh}:${mm}:${ss}`;
  return Number.isNaN(Date.parse(`${text.replace(' ', 'T')}Z`)) ? undefined : text;
}
