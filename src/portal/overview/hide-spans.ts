// Which places and counts of the overview nobody may see, whatever weeks are chosen: small groups first, then what would give them away.
import { type CountRow, cellId, countsTable } from '../../suppress/counts-table.ts';
import { groupIsSmall, partIsSmall } from '../../suppress/small-group.ts';
import { suppress } from '../../suppress/suppress.ts';
import { placeKey, type SpanCounts, type Spans } from './count-spans.ts';
import { spanIndex } from './extract.ts';

export interface Grades {
  readonly school: string;
  readonly grades: readonly string[];
}

export interface HiddenSpans {
  /** Places of which nothing is shown in any week. */
  readonly places: ReadonlySet<string>;
  /** "place\nspan" of which who reaches the target is not shown. */
  meeting(place: string, span: number): boolean;
}

export interface HideInput {
  readonly spans: Spans;
  readonly schools: readonly Grades[];
  readonly weeks: number;
  readonly limit: number;
  /** What other pages of the release hide: it stays hidden here. */
  readonly hiddenElsewhere: {
    readonly enrolled: (school: string, grade: string) => boolean;
    readonly reaching: (school: string, grade: string) => boolean;
  };
}

const DISTRICT = placeKey('', '');

export function hideSpans(input: HideInput): HiddenSpans {
  const places = hiddenPlaces(input);
  return { places, meeting: hiddenCounts(input, places) };
}

/** A place with a small group in any one week is hidden for the whole year: two spans differ by a week. */
function hiddenPlaces({ spans, schools, weeks, limit, hiddenElsewhere }: HideInput): Set<string> {
  const hidden = new Set<string>();
  const small = (key: string) => {
    const counts = spans.get(key);
    if (counts === undefined) return false;
    for (let w = 0; w < weeks; w += 1) {
      if (groupIsSmall(counts.students[spanIndex(w, w, weeks)] ?? 0, limit)) return true;
    }
    return false;
  };
  const least = (key: string) => {
    let fewest = Number.POSITIVE_INFINITY;
    for (let w = 0; w < weeks; w += 1) {
      const n = spans.get(key)?.students[spanIndex(w, w, weeks)] ?? 0;
      if (n > 0) fewest = Math.min(fewest, n);
    }
    return fewest;
  };
  if (hiddenElsewhere.enrolled('', '')) hidden.add(DISTRICT);
  const keys = schools.map((s) => placeKey(s.school, ''));
  for (const { school } of schools) {
    const key = placeKey(school, '');
    if (small(key) || hiddenElsewhere.enrolled(school, '')) hidden.add(key);
  }
  // A school that is hidden alone is the district less all others.
  if (!hidden.has(DISTRICT)) notAlone(keys, hidden, least);
  for (const { school, grades } of schools) {
    const whole = placeKey(school, '');
    const parts = grades.map((grade) => ({ grade, key: placeKey(school, grade) }));
    const must = parts.filter(({ grade, key }) => small(key) || hiddenElsewhere.enrolled(school, grade));
    // The grades of a hidden school would add up to it, unless one of them is hidden too, as on the other pages.
    const all = hidden.has(whole) && (must.length === 0 || !hiddenElsewhere.enrolled(school, ''));
    for (const { key } of all ? parts : must) hidden.add(key);
    if (!hidden.has(whole))
      notAlone(
        parts.map((p) => p.key),
        hidden,
        least,
      );
  }
  return hidden;
}

/** What is hidden of a whole that is shown must be two parts at the least, and more than a small group together. */
function notAlone(parts: readonly string[], hidden: Set<string>, size: (key: string) => number): void {
  const inside = parts.filter((p) => hidden.has(p));
  if (inside.length !== 1) return;
  const [next] = parts.filter((p) => !hidden.has(p)).toSorted((a, b) => size(a) - size(b));
  if (next !== undefined) hidden.add(next);
}

/** Who reaches the target, span by span: each school's grades under its total, then the schools under the district's. */
function hiddenCounts(input: HideInput, places: ReadonlySet<string>): HiddenSpans['meeting'] {
  const { spans, schools, weeks, limit, hiddenElsewhere } = input;
  const total = (weeks * (weeks + 1)) / 2;
  const all = total === 0 ? 0 : spanIndex(0, weeks - 1, weeks);
  const hidden = new Set<string>();
  const id = (place: string, span: number) => `${place}\n${span}`;
  const isSmall = (counts: SpanCounts | undefined, span: number) =>
    partIsSmall(counts?.meeting[span] ?? 0, counts?.judged[span] ?? 0, limit);
  for (let span = 0; span < total; span += 1) {
    // Other pages show the whole year with the same numbers, so there the same cells are hidden.
    const elsewhere = (school: string, grade: string) =>
      span === all && hiddenElsewhere.reaching(school, grade);
    const schoolIsHidden = new Set<string>();
    for (const { school, grades } of schools) {
      const must = grades.filter(
        (g) =>
          places.has(placeKey(school, g)) ||
          elsewhere(school, g) ||
          isSmall(spans.get(placeKey(school, g)), span),
      );
      const wholeMust =
        places.has(placeKey(school, '')) ||
        elsewhere(school, '') ||
        isSmall(spans.get(placeKey(school, '')), span);
      const found =
        must.length === 0 && !wholeMust
          ? []
          : protect(
              spans,
              span,
              limit,
              placeKey(school, ''),
              grades.map((g) => placeKey(school, g)),
              [...must.map((g) => placeKey(school, g)), ...(wholeMust ? [placeKey(school, '')] : [])],
            );
      for (const place of found) hidden.add(id(place, span));
      if (found.includes(placeKey(school, ''))) schoolIsHidden.add(placeKey(school, ''));
    }
    const district = places.has(DISTRICT) || elsewhere('', '') || isSmall(spans.get(DISTRICT), span);
    if (schoolIsHidden.size === 0 && !district) continue;
    const keys = schools.map((s) => placeKey(s.school, ''));
    const must = [...schoolIsHidden, ...(district ? [DISTRICT] : [])];
    for (const place of protect(spans, span, limit, DISTRICT, keys, must)) {
      hidden.add(id(place, span));
      // The parts of a school that is hidden for others' sake would add up to it.
      if (schoolIsHidden.has(place)) continue;
      for (const { school, grades } of schools) {
        if (place === placeKey(school, '')) for (const g of grades) hidden.add(id(placeKey(school, g), span));
      }
    }
  }
  return (place, span) => hidden.has(id(place, span));
}

/** The parts of a whole, and the whole itself, that are hidden so that those in `must` cannot be worked out. */
function protect(
  spans: Spans,
  span: number,
  limit: number,
  whole: string,
  parts: readonly string[],
  must: readonly string[],
): string[] {
  const rowOf = (place: string): CountRow => {
    const judged = spans.get(place)?.judged[span] ?? 0;
    const meeting = spans.get(place)?.meeting[span] ?? 0;
    return {
      metric: 'reach',
      year: String(span),
      school: 'whole',
      slice: place === whole ? null : { by: 'part', value: place },
      judged,
      parts: { meeting, not_meeting: judged - meeting },
    };
  };
  const rows = [whole, ...parts].map((place) => ({ place, row: rowOf(place) }));
  const hiddenBefore = new Set(
    rows
      .filter((r) => must.includes(r.place))
      .flatMap((r) => [cellId(r.row, 'meeting'), cellId(r.row, 'not_meeting')]),
  );
  const found = suppress({ ...countsTable(rows.map((r) => r.row)), limit, hiddenBefore });
  if (found.unprotected.length > 0) return rows.map((r) => r.place);
  return rows
    .filter(({ row }) =>
      ['judged', 'meeting', 'not_meeting'].some((aspect) => found.hidden.has(cellId(row, aspect))),
    )
    .map((r) => r.place);
}
