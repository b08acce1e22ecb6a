// The attacker has the overview's extract, every span of weeks in it, and what a rate of attendance says of days missed.
import { describe, expect, it } from '@jest/globals';
import { districtDocument, schoolDocument } from '../../src/facts/build-documents.ts';
import { portalAssets } from '../../src/portal/frame.ts';
import { overviewExtract } from '../../src/portal/overview/build-overview.ts';
import { placeKey } from '../../src/portal/overview/count-spans.ts';
import { type ShowInput, shownPlaces } from '../../src/portal/overview/shown-places.ts';
import { madeUpSite } from '../portal/made-up.ts';
import { attack, pinned } from './attacker.ts';
import { overviewPublication } from './overview-scene.ts';
import { LIMIT } from './scenes.ts';

type Schools = readonly Readonly<Record<string, number>>[];

const WEEKS = 3;
const districts: readonly Schools[] = [
  [
    { '09': 30, '10': 70, '11': 6, '12': 8 },
    { '06': 25, '07': 12, '08': 11 },
    { KG: 60, '01': 40 },
  ],
  [
    { '09': 14, '10': 13 },
    { '09': 90, '10': 22, '11': 60 },
    { '06': 15, '07': 12, '08': 80 },
  ],
  [
    { '09': 80, '10': 75, '11': 70 },
    { '06': 85, '07': 12 },
  ],
];

function publicationOf(schools: Schools, show: typeof shownPlaces) {
  const site = madeUpSite({ schools, weeks: WEEKS, limit: LIMIT });
  const frame = {
    words: site.words,
    languages: ['en'] as const,
    district: '',
    release: '',
    runDate: '',
    ages: [],
    assets: portalAssets(),
  };
  const documents = {
    district: districtDocument(site.basis).document,
    schools: site.basis.rows.schools.map((s) => schoolDocument(site.basis, s.school_key).document),
  };
  const extract = overviewExtract({ ...site, documents, frame }, show);
  if (extract === null) throw new Error('no extract');
  const keys = extract.schools.map(
    ({ name }) => site.basis.rows.schools.find((s) => s.school_name === name)?.school_key,
  );
  const missedInYear = (school: number | null, grade: number | null) => {
    const here = site.people.filter(
      (p) =>
        (school === null || p.school === keys[school]) &&
        (grade === null || p.grade === extract.grades[grade]),
    );
    const days = here.flatMap((p) => p.present).reduce((sum, present) => sum + 5 - present, 0);
    return here.length < LIMIT ? null : days;
  };
  return { extract, publication: overviewPublication(extract, LIMIT, missedInYear) };
}

/** Hides places with a small group alone. */
function smallOnly({ spans, schools, limit }: ShowInput): ReadonlySet<string> {
  const keys = schools.flatMap(({ school, grades }) => ['', ...grades].map((g) => placeKey(school, g)));
  return new Set(
    [placeKey('', ''), ...keys].filter((key) => (spans.get(key)?.students ?? []).every((n) => n >= limit)),
  );
}

describe('the overview under attack', () => {
  it('gives hidden numbers away when small groups alone are hidden', () => {
    const { publication } = publicationOf(districts[2] ?? [], (input) => {
      const shown = new Set(smallOnly(input));
      shown.delete(placeKey('school-1', '07'));
      return shown;
    });
    expect(pinned(attack(publication)).length).toBeGreaterThan(0);
  });

  it.each(districts.map((schools, i) => [i, schools] as const))(
    'leaves each hidden number of district %i three values or more',
    (_, schools) => {
      const { publication, extract } = publicationOf(schools, shownPlaces);
      const hidden = publication.cells.filter((c) => c.shown === null);
      expect([hidden.length > 0, extract.places.length > 1]).toEqual([true, true]);
      expect(pinned(attack(publication))).toEqual([]);
    },
  );
});
