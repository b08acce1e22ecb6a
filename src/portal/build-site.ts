// The whole site of a release as files, zone by zone. Pure: the same input gives the same bytes.
import { districtDocument, schoolDocument } from '../facts/build-documents.ts';
import { agesOf } from '../pages/closing.ts';
import { portalAssets } from './frame.ts';
import { overviewFiles } from './overview/build-overview.ts';
import { dataPages } from './pages/data-page.ts';
import { districtPages } from './pages/district-pages.ts';
import { listPages } from './pages/list-pages.ts';
import { modelPages } from './pages/models-page.ts';
import { schoolPages } from './pages/school-pages.ts';
import type { SiteFile } from './site-file.ts';
import type { Build, SiteInput } from './site-input.ts';

export interface Site {
  /** Style sheet and script. */
  readonly assets: readonly SiteFile[];
  /** Zones of the district and of each school: no student is in them, not even by key. */
  readonly open: readonly SiteFile[];
  /** Zones with pages of single students, school by school, with places for their names. */
  readonly named: readonly { readonly school: string; readonly files: readonly SiteFile[] }[];
}

export function buildSite(input: SiteInput): Site {
  const { basis, words } = input;
  const district = districtDocument(basis).document;
  const schools = basis.rows.schools
    .map((s) => schoolDocument(basis, s.school_key).document)
    .sort((a, b) => a.subject.name.localeCompare(b.subject.name));
  const assets = portalAssets();
  const build: Build = {
    ...input,
    documents: { district, schools },
    frame: {
      words,
      district: basis.district.name,
      release: basis.release,
      runDate: basis.runDate,
      ages: agesOf(words, district),
      assets,
    },
  };
  return {
    assets: [
      { key: assets.cssKey, text: assets.css },
      { key: assets.scriptKey, text: assets.script },
    ],
    open: [
      ...districtPages(build),
      ...overviewFiles(build),
      ...dataPages(build),
      ...modelPages(build),
      ...schools.flatMap((d) => schoolPages(build, d)),
    ],
    named: input.checkins.schools.map((s) => ({ school: s.schoolKey, files: listPages(build, s) })),
  };
}
