// What the portal's bucket says of itself: the release it shows, and the items of which staff may speak.
import type { Lake } from '../lake/lake.ts';
import { currentSiteKey, currentSiteSchema, listedKey, listedSchema } from '../lists/write-lists.ts';
import type { FindListed } from '../portal/say.ts';

export interface SiteRecords {
  readonly release: () => Promise<string | undefined>;
  readonly findListed: FindListed;
}

export function siteRecords(site: Pick<Lake, 'readText'>): SiteRecords {
  const release = async () => {
    const text = await site.readText(currentSiteKey);
    return text === undefined ? undefined : currentSiteSchema.parse(JSON.parse(text)).release;
  };
  return {
    release,
    /** The item's own student and school must be those that the form names: a form can be written by hand. */
    async findListed({ item_id, student_key, school_key }) {
      const now = await release();
      const text = now === undefined ? undefined : await site.readText(listedKey(now));
      if (text === undefined) return undefined;
      const item = listedSchema.parse(JSON.parse(text))[item_id];
      return item?.student_key === student_key && item.school_key === school_key
        ? { nextStep: item.next_step ?? null }
        : undefined;
    },
  };
}
