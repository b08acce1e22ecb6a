// The school's own calendar date of an instant.
/** "YYYY-MM-DD" in an IANA zone. */
export function localDate(instant: Date, timezone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: timezone, dateStyle: 'short' }).format(instant);
}
