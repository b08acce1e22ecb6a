/** Dates as whole days since 1970-01-01, so that a calendar is plain arithmetic and no clock or zone leaks in. */
const dayLength = 86_400_000;

export const dayOf = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / dayLength;

export const dateOf = (year: number, month: number, day: number): number =>
  Date.UTC(year, month - 1, day) / dayLength;

const spelled = new Map<number, string>();

/** Asked for a few thousand different days, but once a row: each is spelled once. */
export const isoDate = (day: number): string => {
  const known = spelled.get(day);
  if (known !== undefined) return known;
  const text = new Date(day * dayLength).toISOString().slice(0, 10);
  spelled.set(day, text);
  return text;
};

/** Monday is 1, Sunday is 7. */
export const weekday = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** `04/02/2014` */
export const usDate = (day: number): string => {
  const iso = isoDate(day);
  return `${iso.slice(5, 7)}/${iso.slice(8)}/${iso.slice(0, 4)}`;
};

/** `4/2/2014` */
export const shortUsDate = (day: number): string => {
  const iso = isoDate(day);
  return `${Number(iso.slice(5, 7))}/${Number(iso.slice(8))}/${iso.slice(0, 4)}`;
};

/** The nth given weekday of a month; n = -1 is the last. */
export const nthWeekday = (year: number, month: number, which: number, n: number): number => {
  if (n < 0) {
    const last = dateOf(year, month + 1, 1) - 1;
    return last - ((weekday(last) - which + 7) % 7);
  }
  const first = dateOf(year, month, 1);
  return first + ((which - weekday(first) + 7) % 7) + 7 * (n - 1);
};

/** Hours that New York is behind UTC during the waking hours of a day (Energy Policy Act of 2005). */
export const hoursBehindUtc = (day: number): number => {
  const year = Number(isoDate(day).slice(0, 4));
  return day >= nthWeekday(year, 3, 7, 2) && day < nthWeekday(year, 11, 7, 1) ? 4 : 5;
};
