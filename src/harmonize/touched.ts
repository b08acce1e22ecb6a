// Which months and school years a change touches, so that a day costs what changed and not what there is.

/** Months ("2022-01") that must be made again; `everything` when the dates of a change cannot be told. */
export interface Touch {
  readonly everything: boolean;
  readonly months: ReadonlySet<string>;
  /** Something changed at all, also where no month is concerned. */
  readonly changed: boolean;
}

export const untouched: Touch = { everything: false, months: new Set(), changed: false };
export const touchedEverything: Touch = { everything: true, months: new Set(), changed: true };

export function touchMonths(months: Iterable<string>): Touch {
  return { everything: false, months: new Set(months), changed: true };
}

export function union(touches: Iterable<Touch>): Touch {
  let everything = false;
  let changed = false;
  const months = new Set<string>();
  for (const t of touches) {
    everything ||= t.everything;
    changed ||= t.changed;
    for (const m of t.months) months.add(m);
  }
  return { everything, months, changed };
}

/** School year (the year in which it ends) of a month, for a year that begins in `firstMonth` (1–12). */
export function schoolYearOf(month: string, firstMonth: number): number {
  const [y = 0, m = 0] = month.split('-').map(Number);
  return firstMonth > 1 && m >= firstMonth ? y + 1 : y;
}

/** The months from one to another, both included; empty when `to` is before `from`. */
export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  let [y = 0, m = 0] = from.split('-').map(Number);
  const last = to.slice(0, 7);
  for (;;) {
    const month = `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}`;
    if (month > last) return months;
    months.push(month);
    m += 1;
    if (m > 12) {
      m = 1;
      y += 1;
    }
  }
}

/** The twelve months of a school year, by the year in which it ends. */
export function monthsOfYear(schoolYear: number, firstMonth: number): Set<string> {
  const from = firstMonth > 1 ? schoolYear - 1 : schoolYear;
  const last =
    firstMonth > 1 ? `${schoolYear}-${String(firstMonth - 1).padStart(2, '0')}` : `${schoolYear}-12`;
  return new Set(monthsBetween(`${from}-${String(firstMonth).padStart(2, '0')}`, last));
}
