// What the local server serves: the site of a release with test users, its items to speak of, and a secret of this start.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { openRelease } from '../../query/release-session.ts';
import type { Manifest } from '../../release/manifest.ts';
import { words } from '../../words/words.ts';
import { portalAssets } from '../frame.ts';
import { type PortalRecord, rowsOf } from '../make-portal.ts';
import type { PortalPlace } from '../portal-step.ts';
import type { FindListed } from '../say.ts';
import type { PortalSite } from './portal-app.ts';
import { readLogIn } from './read-log.ts';
import { sayingClock } from './saying-clock.ts';
import { sessionsInMemory } from './sessions.ts';
import { testUsers } from './test-users.ts';

const itemRow = z.object({
  item_id: z.string(),
  student_key: z.string(),
  school_key: z.string(),
  next_step: z.string(),
});

export async function localSite(
  place: PortalPlace,
  manifest: Manifest,
  record: PortalRecord,
): Promise<PortalSite> {
  return {
    lake: place.lake,
    words: words(place.district.reports.languages[0] ?? 'en'),
    district: { key: place.district.district, name: place.district.name },
    release: record.release,
    schools: record.schools,
    assets: portalAssets(),
    users: testUsers(record.schools),
    sessions: sessionsInMemory(),
    reads: readLogIn(place.home),
    saying: place.district,
    findListed: await listedIn(place, manifest),
    start: randomBytes(18).toString('base64url'),
    now: sayingClock(manifest.date),
  };
}

/** Items of the release that is served: nobody can speak of a student whom no list names. */
async function listedIn({ root, lake, home }: PortalPlace, manifest: Manifest): Promise<FindListed> {
  const session = await openRelease(root, lake, manifest, join(home, 'lake'));
  try {
    const rows = itemRow
      .array()
      .parse(await rowsOf(session)('select item_id, student_key, school_key, next_step from check_in_item'));
    const known = new Map(
      rows.map((r) => [`${r.item_id}\n${r.student_key}\n${r.school_key}`, { nextStep: r.next_step }]),
    );
    return async (said) => known.get(`${said.item_id}\n${said.student_key}\n${said.school_key}`);
  } finally {
    session.close();
  }
}
