// Adds up each place's days and minutes week by week: what the extract tells, and what may give away who reaches the target.
import { placeKey } from './count-spans.ts';
import type { WeekRows } from './week-rows.ts';

/** For each of DAYS a number a week; for each source, for each of SOURCE_DAYS a number a week. */
export interface PlaceSums {
  readonly days: number[][];
  readonly sources: number[][][];
}

export function placeSums(
  rows: WeekRows,
  weeks: readonly string[],
  modules: readonly string[],
): ReadonlyMap<string, PlaceSums> {
  const indexOf = new Map(weeks.map((w, i) => [w, i]));
  const line = () => weeks.map(() => 0);
  const found = new Map<string, PlaceSums>();
  const at = (key: string): PlaceSums => {
    const known = found.get(key) ?? {
      days: Array.from({ length: 6 }, line),
      sources: modules.map(() => Array.from({ length: 3 }, line)),
    };
    found.set(key, known);
    return known;
  };
  const add = (lines: readonly number[][] | undefined, week: number, values: readonly number[]) => {
    values.forEach((value, i) => {
      const line = lines?.[i];
      if (line) line[week] = (line[week] ?? 0) + value;
    });
  };
  const places = (r: { school_key: string; grade: string }) => [
    placeKey('', ''),
    placeKey(r.school_key, ''),
    placeKey(r.school_key, r.grade),
  ];
  for (const r of rows.cells) {
    const week = indexOf.get(r.week_start);
    if (week === undefined) continue;
    const values = [
      r.enrolled_days,
      r.attendance_days,
      r.in_person_days,
      r.covered_days,
      r.digital_days,
      r.digital_minutes ?? 0,
    ];
    for (const key of places(r)) add(at(key).days, week, values);
  }
  for (const r of rows.sources) {
    const week = indexOf.get(r.week_start);
    const module = modules.indexOf(r.module);
    if (week === undefined || module < 0) continue;
    for (const key of places(r))
      add(at(key).sources[module], week, [r.covered_days, r.digital_days, r.digital_minutes ?? 0]);
  }
  // Whole minutes are told, and the same ones in whatever order they were added up; a part of one minute is no more than noise here.
  for (const { days, sources } of found.values()) {
    for (const lines of [days, ...sources]) {
      const minutes = lines.at(-1);
      minutes?.forEach((v, i) => {
        minutes[i] = Math.round(Number(v.toFixed(6)));
      });
    }
  }
  return found;
}
