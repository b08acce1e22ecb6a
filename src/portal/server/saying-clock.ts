// The clock by which words said in the portal of this machine are dated: today's, but for a release of long ago its own day.

const DAY = 86_400_000;
/** By then every item of a list has lapsed: who looks at such a release tries things out, and the next day of it should know. */
const LOOKING_BACK = 14 * DAY;

/** @param day of the release, yyyy-mm-dd; of an older one the clock runs on that day, at the time of now */
export function sayingClock(day: string, now: () => Date = () => new Date()): () => Date {
  return () => {
    const at = now();
    const ago = Math.floor((at.getTime() - Date.parse(day)) / DAY);
    return ago * DAY > LOOKING_BACK ? new Date(at.getTime() - ago * DAY) : at;
  };
}

export const looksBack = (day: string, now: Date = new Date()): boolean =>
  now.getTime() - sayingClock(day, () => now)().getTime() > 0;
