/** When the vendors' files come: one first load, then three daily deliveries. */

import { isoDate } from './dates.ts';
import type { District } from './district.ts';

export type Delivery = {
  readonly name: 'day-0' | 'day-1' | 'day-2' | 'day-3';
  /** The date on which the files are received. */
  readonly date: number;
  /** Half-open positions among the current year's school days whose attendance comes with it. */
  readonly attendance: { readonly from: number; readonly to: number };
  /** Half-open dates of the usage reports, which always run a day behind. */
  readonly usage: { readonly from: number; readonly to: number };
};

const names = ['day-1', 'day-2', 'day-3'] as const;

/** The first load reaches back to the beginning of everything: its usage begins at date 0. */
export const deliveriesOf = (district: District): Delivery[] => {
  const days = district.current.year.days;
  const first = days.length - names.length;
  const dateAt = (position: number): number => days[position] ?? 0;
  const load: Delivery = {
    name: 'day-0',
    date: dateAt(first - 1),
    attendance: { from: 0, to: first },
    usage: { from: 0, to: dateAt(first - 1) },
  };
  const daily = names.map((name, i): Delivery => {
    const position = first + i;
    return {
      name,
      date: dateAt(position),
      attendance: { from: position, to: position + 1 },
      usage: { from: dateAt(position - 1), to: dateAt(position) },
    };
  });
  return [load, ...daily];
};

/** Dates of a delivery's usage, a file each: one a month in the first load, which is a backfill, one a day later on. */
export const fileSpans = (
  delivery: Delivery,
  begin: number,
  wanted: (day: number) => boolean = () => true,
): number[][] => {
  const groups = new Map<string, number[]>();
  for (let day = Math.max(begin, delivery.usage.from); day < delivery.usage.to; day += 1) {
    if (!wanted(day)) continue;
    const key = delivery.name === 'day-0' ? isoDate(day).slice(0, 7) : `${day}`;
    groups.set(key, [...(groups.get(key) ?? []), day]);
  }
  return [...groups.values()];
};

/** The content of `days.json`. */
export const deliveryList = (deliveries: readonly Delivery[], district: District): string =>
  `${JSON.stringify(
    deliveries.map((d) => ({
      day: d.name,
      run_date: isoDate(d.date),
      attendance_to: isoDate(district.current.year.days[d.attendance.to - 1] ?? 0),
      usage_to: isoDate(d.usage.to - 1),
    })),
    null,
    2,
  )}\n`;
