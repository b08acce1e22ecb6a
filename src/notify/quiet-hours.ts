// When a mail may arrive: not in the district's quiet hours, by its own clock, also where that clock is changed.
export interface QuietHours {
  /** HH:MM on the district's clock; quiet from this minute on. */
  readonly from: string;
  /** The first minute that is not quiet; the same as `from` where no hour is quiet. */
  readonly to: string;
}

const MINUTE = 60_000;
const TWO_DAYS = 2 * 24 * 60;

/** Now, or the first minute after the quiet hours. */
export function dueAt(now: Date, timezone: string, quiet: QuietHours): Date {
  const clock = clockOf(timezone);
  if (!isQuiet(clock(now), quiet)) return now;
  const next = Math.floor(now.getTime() / MINUTE) + 1;
  // Minute by minute: an hour that the clock skips or shows twice needs no rule of its own.
  for (let i = 0; i < TWO_DAYS; i++) {
    const at = new Date((next + i) * MINUTE);
    if (!isQuiet(clock(at), quiet)) return at;
  }
  return now;
}

/** @param time HH:MM */
export function isQuiet(time: string, { from, to }: QuietHours): boolean {
  return from <= to ? from <= time && time < to : time >= from || time < to;
}

/** HH:MM of an instant. */
export function clockOf(timezone: string): (at: Date) => string {
  const form = new Intl.DateTimeFormat('en-GB', {
    timeZone: timezone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return (at) => form.format(at);
}
