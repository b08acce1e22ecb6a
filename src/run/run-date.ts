// The day of a run: neither in the future nor so far back that the release would lose what it knows.
import { HomeroomError } from '../errors/homeroom-error.ts';

/** A day or a week may be run again; before that a release is gone back to with `rollback`. */
const DAYS_BACK = 7;
/** A synthetic district has a calendar of its own: its next days may lie ahead of the clock. */
const DAYS_AHEAD = { ofRelease: 7, ofFirstRun: 366 };

export class RunDateError extends HomeroomError {
  constructor(message: string, mend: string) {
    super('RUN_DATE', message, { where: 'the date of the run (--date)', mend });
  }
}

/**
 * @param released day of the current release; undefined before the first
 * @throws RunDateError
 */
export function checkRunDate(date: string, released: string | undefined, today: string): void {
  const ahead =
    released === undefined ? plus(today, DAYS_AHEAD.ofFirstRun) : plus(released, DAYS_AHEAD.ofRelease);
  if (date > today && date > ahead)
    throw new RunDateError(`${date} lies in the future; today is ${today}.`, `Name a day up to ${today}.`);
  if (released !== undefined && date < plus(released, -DAYS_BACK)) {
    throw new RunDateError(
      `${date} lies more than ${DAYS_BACK} days before the release that readers see (${released}).`,
      `Name a day from ${plus(released, -DAYS_BACK)} on. To see an earlier day again: npx homeroom rollback RELEASE; what was known on a day: npx homeroom score --as-of`,
    );
  }
}

function plus(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
