// The list step of a day: the one place after the release where keys of students become names.
import type { DistrictContext } from '../district/context.ts';
import { bindReleased } from '../harmonize/released-views.ts';
import type { Lake } from '../lake/lake.ts';
import { localNames } from '../portal/local-names.ts';
import type { Manifest } from '../release/manifest.ts';
import { words } from '../words/words.ts';
import { writeLists } from './write-lists.ts';

/** @param named where pages with names go */
export async function listRelease(
  { root, lake, district, ...context }: DistrictContext,
  manifest: Manifest,
  named: Pick<Lake, 'writeText'>,
): Promise<number> {
  const record = manifest.tables.check_in_record;
  if (record === undefined) return 0;
  const session = await context.session();
  try {
    await bindReleased(session, root, lake, { check_in_record: record });
    return await writeLists({
      release: manifest.releaseId,
      site: lake,
      named,
      rows: (sql) => session.rows(sql),
      names: localNames(lake, manifest),
      words: words(district.reports.languages[0] ?? 'en'),
    });
  } finally {
    session.close();
  }
}
