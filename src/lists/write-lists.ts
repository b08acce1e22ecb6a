// Puts names into the pages of single students: the builder of the site left a mark for each, and has never seen one.

import { z } from 'zod';
import type { AskRows } from '../facts/rows.ts';
import { inTurns } from '../lake/in-turns.ts';
import type { Lake } from '../lake/lake.ts';
import { kindOf } from '../lake/web-type.ts';
import { keysIn, withNames } from '../portal/name-places.ts';
import type { NameLookup } from '../portal/names.ts';
import type { SiteFile } from '../portal/site-file.ts';
import type { Words } from '../words/words.ts';

export interface ListWriting {
  readonly release: string;
  /** Pages with marks lie here, below `portal/<release>/named/`. */
  readonly site: Pick<Lake, 'list' | 'readText' | 'writeText'>;
  /** Pages with names go here, under the same keys; the same place on one machine, a bucket with a key of its own in AWS. */
  readonly named: Pick<Lake, 'writeText'>;
  readonly rows: AskRows;
  readonly names: NameLookup;
  readonly words: Words;
}

/** Which release the portal shows; written when all of it is there. */
export const currentSiteKey = 'portal/current.json';
export const currentSiteSchema = z.object({ release: z.string().regex(/^[A-Za-z0-9_-]+$/) });

/** Items of which staff may speak, by id: keys alone. */
export const listedKey = (release: string): string => `portal/${release}/listed.json`;
export const listedSchema = z.record(
  z.string(),
  // The step is younger than the rest; a list of an older release has none.
  z.object({ student_key: z.string(), school_key: z.string(), next_step: z.string().nullish() }),
);

const listedRow = z.object({
  item_id: z.string(),
  student_key: z.string(),
  school_key: z.string(),
  next_step: z.string().nullish(),
});

/** @returns how many pages have names now */
export async function writeLists(writing: ListWriting): Promise<number> {
  const { release, site, named, rows, names, words } = writing;
  const keys = (await site.list(`portal/${release}/named`)).filter((key) => kindOf(key) !== undefined);
  const files = await inTurns(keys, async (key): Promise<SiteFile> => {
    return { key: key.slice('portal/'.length), text: (await site.readText(key)) ?? '' };
  });
  const known = await names(keysIn(files));
  const filled = await withNames(files, async () => known, words);
  await inTurns(filled, ({ key, text }) => named.writeText(`portal/${key}`, text));
  await site.writeText(listedKey(release), JSON.stringify(await listed(rows)));
  await site.writeText(currentSiteKey, JSON.stringify({ release }));
  return filled.length;
}

async function listed(rows: AskRows): Promise<z.input<typeof listedSchema>> {
  const live = await rows(
    "select item_id, student_key, school_key, next_step from check_in_record where state in ('open', 'handled', 'escalated')",
  );
  return Object.fromEntries(
    live.map((row) => listedRow.parse(row)).map(({ item_id, ...item }) => [item_id, item]),
  );
}
