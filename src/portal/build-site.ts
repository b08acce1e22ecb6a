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
import type { Build, OtherLanguage, SiteInput } from './site-input.ts';

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
      languages: [words.lang, ...input.others.map((o) => o.words.lang)],
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
      ...sharedPages(build),
      ...overviewFiles(build),
      ...input.others.flatMap((other) => sharedPages(inLanguage(build, other))),
    ],
    named: input.checkins.schools.map((s) => ({ school: s.schoolKey, files: listPages(build, s) })),
  };
}

/** Pages of the district and its schools, which are made in each language. */
const sharedPages = (build: Build): SiteFile[] => [
  ...districtPages(build),
  ...dataPages(build),
  ...modelPages(build),
  ...build.documents.schools.flatMap((d) => schoolPages(build, d)),
];

const inLanguage = (build: Build, { words, narrate }: OtherLanguage): Build => ({
  ...build,
  words,
  narrate,
  frame: { ...build.frame, words, ages: agesOf(words, build.documents.district) },
});
