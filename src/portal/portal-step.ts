// The portal step: the site of a release from its own tables, with the hidden cells of its reports.
import { join } from 'node:path';
import type { District } from '../../lib/district.ts';
import type { Lake } from '../lake/lake.ts';
import { openRelease } from '../query/release-session.ts';
import type { Manifest } from '../release/manifest.ts';
import { reportBasis } from '../reports/make-reports.ts';
import { reportedBefore } from '../reports/report-step.ts';
import { localNames } from './local-names.ts';
import { makePortal, type PortalRecord, rowsOf } from './make-portal.ts';
import type { NameLookup } from './names.ts';

export interface PortalPlace {
  readonly root: string;
  readonly home: string;
  readonly lake: Lake;
  readonly district: District;
}

/** @param names who tells names; null leaves the marks of the builder where they are */
export async function portalRelease(
  place: PortalPlace,
  manifest: Manifest,
  names: NameLookup | null = localNames(place.lake, manifest),
): Promise<PortalRecord> {
  const { root, home, lake, district } = place;
  const session = await openRelease(root, lake, manifest, join(home, 'lake'));
  try {
    const basis = await reportBasis({
      lake,
      rows: rowsOf(session),
      district,
      release: manifest.releaseId,
      runDate: manifest.date,
      before: await reportedBefore(place, manifest),
    });
    return await makePortal({ lake, session, district, basis, names });
  } finally {
    session.close();
  }
}
