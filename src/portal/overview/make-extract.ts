// Puts the overview's extract together: sums of the places that may be shown, and their counts by span, packed.

import { placeKey, type Spans } from './count-spans.ts';
import { DAYS, type Extract, type Place, packed, spanIndex } from './extract.ts';
import type { PlaceSums } from './place-sums.ts';
import type { WeekRows } from './week-rows.ts';

export interface ExtractInput {
  readonly release: string;
  readonly weeks: readonly string[];
  readonly rows: WeekRows;
  readonly spans: Spans;
  readonly sources: Extract['sources'];
  readonly sums: ReadonlyMap<string, PlaceSums>;
  /** Keys of the places that may be shown. */
  readonly shown: ReadonlySet<string>;
  /** Weeks that are told of the district alone. */
  readonly untold: ReadonlySet<number>;
  /** In the order in which people read them. */
  readonly schools: readonly { readonly key: string; readonly slug: string; readonly name: string }[];
  readonly grades: readonly string[];
  readonly target: number;
  readonly online: number;
}

export function makeExtract(input: ExtractInput): Extract {
  const { rows, weeks, schools, grades, spans, sums, sources, untold } = input;
  const all: { key: string; school: number | null; grade: number | null }[] = [
    { key: placeKey('', ''), school: null, grade: null },
    ...schools.flatMap((s, school) => [
      { key: placeKey(s.key, ''), school, grade: null },
      ...grades.map((g, grade) => ({ key: placeKey(s.key, g), school, grade })),
    ]),
  ];
  const places = all.flatMap(({ key, school, grade }): Place[] => {
    const counts = spans.get(key);
    const sum = sums.get(key);
    if (counts === undefined || sum === undefined || !input.shown.has(key)) return [];
    const dark = (week: number) => school !== null && untold.has(week);
    const darkSpans = new Set([...untold].filter(dark).map((w) => spanIndex(w, w, weeks.length)));
    const told = (values: Int32Array) => Array.from(values, (v, span) => (darkSpans.has(span) ? null : v));
    return [
      {
        school,
        grade,
        days: sum.days.map((line, kind) =>
          DAYS[kind] === 'inPerson' ? line.map((v, w) => (dark(w) ? null : v)) : line,
        ),
        sources: sum.sources.map((of) => (of.every((row) => row.every((v) => v === 0)) ? [] : of)),
        students: packed(Array.from(counts.students)).map((v) => v ?? 0),
        judged: packed(told(counts.judged)),
        meeting: packed(told(counts.meeting)),
      },
    ];
  });
  const off = Map.groupBy(
    rows.daysOff.filter((d) => weeks.includes(d.week_start)),
    (d) => String(weeks.indexOf(d.week_start)),
  );
  return {
    release: input.release,
    weeks,
    daysOff: Object.fromEntries(
      [...off].map(([w, of]) => [w, of.map((d) => ({ day: d.day, name: d.event_name }))]),
    ),
    schools: schools.map(({ slug, name }) => ({ slug, name })),
    grades,
    sources,
    target: input.target,
    online: input.online,
    taught: schools.map((s) => grades.flatMap((g, i) => (spans.has(placeKey(s.key, g)) ? [i] : []))),
    places,
  };
}

/** Sources with the weeks that they cover, by name. */
export function sourcesOf(rows: WeekRows, weeks: readonly string[]): Extract['sources'] {
  return [...Map.groupBy(rows.sources, (r) => r.module)]
    .map(([module, of]) => {
      const at = of.map((r) => weeks.indexOf(r.week_start)).filter((w) => w >= 0);
      return {
        module,
        from: Math.min(...at),
        to: Math.max(...at),
        timed: of.some((r) => r.digital_minutes !== null),
      };
    })
    .filter((s) => Number.isFinite(s.from))
    .sort((a, b) => (a.module < b.module ? -1 : 1));
}
