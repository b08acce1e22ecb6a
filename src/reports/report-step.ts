// The report step of a day: the pages of the release that has just been moved to, from its own tables and views.
import type { Session } from '../adapters/duckdb.ts';
import type { DistrictContext } from '../district/context.ts';
import { HomeroomError } from '../errors/homeroom-error.ts';
import type { ReportBasis } from '../facts/build-documents.ts';
import { bindReleased } from '../harmonize/released-views.ts';
import type { Lake } from '../lake/lake.ts';
import type { Manifest } from '../release/manifest.ts';
import { currentReleaseId, readManifest } from '../release/release-store.ts';
import { tellProgress } from '../run/step-progress.ts';
import { makeReports } from './make-reports.ts';
import { reportKey } from './report-keys.ts';
import type { ReportRecord } from './report-record.ts';
import { type Write, writeByTemplate } from './write-narrative.ts';

export class ReleaseMovedError extends HomeroomError {
  constructor(release: string) {
    super('RELEASE_MOVED', `While the reports were made, the district moved away from release ${release}.`, {
      where: `reports/${release}`,
      mend: 'Nothing of these reports is sent. Make them again for the release that readers see now.',
    });
  }
}

/** What else is made from the same facts while the release is open: the portal, which is another room. */
export type MakeSite = (made: { readonly session: Session; readonly basis: ReportBasis }) => Promise<unknown>;

/** @throws ReleaseMovedError when the release was rolled back meanwhile; what was made for it is never sent. */
export async function reportRelease(
  context: DistrictContext,
  manifest: Manifest,
  write: Write = writeByTemplate,
  site?: MakeSite,
): Promise<ReportRecord> {
  const { lake, root, district } = context;
  const session = await context.session();
  try {
    await bindReleased(session, root, lake, manifest.tables);
    const { record, basis } = await makeReports({
      lake,
      rows: (sql) => session.rows(sql),
      district,
      release: manifest.releaseId,
      runDate: manifest.date,
      before: await reportedBefore(context, manifest),
      write,
      onProgress: (done, total) => tellProgress({ done, total, what: 'pages' }),
    });
    if (site) await site({ session, basis });
    const now = await currentReleaseId(lake);
    if (now !== undefined && now !== manifest.releaseId) throw new ReleaseMovedError(manifest.releaseId);
    return record;
  } finally {
    session.close();
  }
}

/** The nearest earlier release that has a report. */
export async function reportedBefore(
  { lake }: { readonly lake: Lake },
  manifest: Manifest,
): Promise<string | null> {
  let id = manifest.previous;
  while (id !== null && id !== 'none') {
    if (await lake.exists(reportKey(id))) return id;
    id = (await readManifest(lake, id))?.previous ?? null;
  }
  return null;
}
