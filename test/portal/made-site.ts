// A made-up site in a directory of its own behind the portal's app, as the local server has it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { directoryLake } from '../../src/adapters/directory-lake.ts';
import { buildSite } from '../../src/portal/build-site.ts';
import { portalAssets } from '../../src/portal/frame.ts';
import { portalKey } from '../../src/portal/make-portal.ts';
import { withNames } from '../../src/portal/name-places.ts';
import type { NameLookup } from '../../src/portal/names.ts';
import { type PortalApp, type PortalSite, portalApp } from '../../src/portal/server/portal-app.ts';
import { readLogIn } from '../../src/portal/server/read-log.ts';
import { sessionsInMemory } from '../../src/portal/server/sessions.ts';
import { testUsers } from '../../src/portal/server/test-users.ts';
import type { SiteFile } from '../../src/portal/site-file.ts';
import { type MadeUp, madeUpSite } from './made-up.ts';

export interface MadeSite {
  readonly home: string;
  readonly site: PortalSite;
  readonly app: PortalApp;
  readonly files: readonly SiteFile[];
  readonly close: () => void;
}

/** A name that would break a page, were it not escaped. */
export const names: NameLookup = async (keys) =>
  new Map(keys.map((k, i) => [k, `Zoë "Z" O'Brien <b>${i}</b>`]));

export async function madeSite(made: MadeUp): Promise<MadeSite> {
  const home = mkdtempSync(join(tmpdir(), 'homeroom-portal-'));
  const lake = directoryLake(home);
  const input = madeUpSite(made);
  const built = buildSite(input);
  const named = await Promise.all(built.named.map((n) => withNames(n.files, names, input.words)));
  const files = [...built.assets, ...built.open, ...named.flat()];
  for (const file of files) await lake.writeText(portalKey(file.key), file.text);
  const schools = input.basis.rows.schools.map((s) => ({ key: s.school_key, name: s.school_name ?? '' }));
  const items = new Map(
    input.checkins.items.map((i) => [`${i.itemId} ${i.studentKey} ${i.schoolKey}`, { nextStep: i.nextStep }]),
  );
  const site: PortalSite = {
    lake,
    words: input.words,
    district: input.basis.district,
    release: input.basis.release,
    schools,
    assets: portalAssets(),
    users: testUsers(schools),
    sessions: sessionsInMemory(),
    reads: readLogIn(home),
    saying: input.district,
    findListed: async (s) => items.get(`${s.item_id} ${s.student_key} ${s.school_key}`),
    start: 'start-of-this-server',
    now: () => new Date('2026-03-16T12:00:00Z'),
  };
  return { home, site, app: portalApp(site), files, close: () => rmSync(home, { recursive: true }) };
}
