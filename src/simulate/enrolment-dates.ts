/** Stints as dates: what a roster says and which school a date belongs to. */
import type { YearLived } from './district.ts';
import type { Stint } from './stints.ts';

export const beginDate = (lived: YearLived, stint: Stint): number =>
  lived.year.days[stint.from] ?? lived.year.first;

/** Last enrolled date; null while the stint is open. */
export const lastDate = (lived: YearLived, stint: Stint, current: boolean): number | null => {
  if (stint.exit !== null) return lived.year.days[stint.to - 1] ?? lived.year.first;
  return current ? null : lived.year.last;
};

/** Half-open end for calendar dates: a weekend after a change of school still belongs to the old one. */
export const endDate = (lived: YearLived, stint: Stint): number =>
  stint.to < lived.year.days.length ? (lived.year.days[stint.to] ?? 0) : lived.year.last + 1;
