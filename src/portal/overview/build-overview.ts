// The overview's page and files: spans counted, small groups hidden, extract and page made from what is left.
import type { District } from '../../../lib/district.ts';
import { reportYear } from '../../facts/build-documents.ts';
import { html } from '../../pages/html.ts';
import { framed } from '../frame.ts';
import { byGrade } from '../grade-order.ts';
import { definitions } from '../pages/definitions.ts';
import type { SiteFile } from '../site-file.ts';
import type { Build } from '../site-input.ts';
import { slug, zoneFolder } from '../zones.ts';
import { countSpans } from './count-spans.ts';
import type { Extract } from './extract.ts';
import { makeExtract, sourcesOf } from './make-extract.ts';
import { overviewPage } from './page.ts';
import { placeSums } from './place-sums.ts';
import { shownPlaces } from './shown-places.ts';
import { untoldWeeks } from './untold-weeks.ts';

const METRICS = [
  'attendance_rate',
  'digital_engagement_days',
  'digital_engagement_minutes',
  'hybrid_engagement',
  'enrollment',
];

export function overviewFiles(build: Build): SiteFile[] {
  const { words, frame, basis, district } = build;
  const extract = overviewExtract(build);
  const folder = `${basis.release}/${zoneFolder({ kind: 'district' })}`;
  if (extract === null) {
    const key = `${folder}overview.html`;
    const page = {
      key,
      title: words.say('portal.nav.overview'),
      kicker: district.name,
      trail: [],
      about: [],
      headline: words.say('page.short.no_source'),
      body: html`<p class="empty">${words.say('reasons.no_source')}</p>`,
    };
    return [{ key, text: framed(frame, page) }];
  }
  const { page, files } = overviewPage(
    words,
    extract,
    { district: folder, schools: `${basis.release}/schools/` },
    definitions(words, METRICS, limitsOf(district)),
  );
  return [{ key: page.key, text: framed(frame, { ...page, kicker: district.name, trail: [] }) }, ...files];
}

const limitsOf = (district: District): Readonly<Record<string, unknown>> => district.thresholds ?? {};

/** Null when no week is known yet. */
export function overviewExtract(
  { basis, weeks: rows, limits }: Build,
  show: typeof shownPlaces = shownPlaces,
): Extract | null {
  const year = reportYear(basis);
  if (rows === null || year === undefined || rows.cells.length === 0) return null;
  const weeks = mondays(rows.cells.map((c) => c.week_start));
  const sources = sourcesOf(rows, weeks);
  const sums = placeSums(
    rows,
    weeks,
    sources.map((s) => s.module),
  );
  const spans = countSpans(rows.students, weeks, limits.target);
  const grades = [...new Set(rows.cells.map((c) => c.grade))].sort(byGrade);
  const gradesOf = Map.groupBy(rows.cells, (c) => c.school_key);
  const names = new Map(basis.rows.schools.map((s) => [s.school_key, s.school_name ?? s.school_key]));
  const schools = [...gradesOf.keys()]
    .map((key) => ({ key, slug: slug(key), name: names.get(key) ?? key }))
    .sort((a, b) => a.name.localeCompare(b.name));
  const place = (school: string, grade: string) => ({ school_key: school, grade, school_year: year });
  const untold = untoldWeeks(rows.students, weeks, basis.runDate);
  const isHidden = (row: ReturnType<typeof place>) =>
    basis.hidden.measure({ ...row, metric: 'enrollment' }, 'judged') !== undefined ||
    basis.hidden.measure({ ...row, metric: 'attendance_target' }, 'meeting') !== undefined;
  const shown = show({
    spans,
    sums,
    schools: schools.map((s) => ({
      school: s.key,
      grades: [...new Set(gradesOf.get(s.key)?.map((c) => c.grade))].sort(),
    })),
    weeks: weeks.length,
    untold,
    limit: basis.limit,
    hiddenElsewhere: (school, grade) => isHidden(place(school, grade)),
  });
  return makeExtract({
    release: basis.release,
    weeks,
    rows,
    spans,
    sources,
    sums,
    shown,
    untold,
    schools,
    grades,
    target: 100 * limits.target,
    online: 100 * limits.online,
  });
}

/** Every Monday from the first to the last, those of holidays too, so that a line has a gap there. */
function mondays(days: readonly string[]): string[] {
  const sorted = [...new Set(days)].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const found: string[] = [];
  for (let at = Date.parse(first); at <= Date.parse(last); at += 7 * 86_400_000) {
    found.push(new Date(at).toISOString().slice(0, 10));
  }
  return found;
}
