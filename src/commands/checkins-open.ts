// What the commands of check-ins begin with: the check-ins of the current release.
import { join } from 'node:path';
import { type ReadCheckins, readCheckins } from '../checkin/read-checkins.ts';
import { openRelease } from '../query/release-session.ts';
import type { Invocation } from './command.ts';
import { type OpenDistrict, openDistrict, releaseOf } from './open-district.ts';
import { UsageError } from './usage-error.ts';

export async function openCheckins(
  given: Invocation,
): Promise<{ opened: OpenDistrict; checkins: ReadCheckins }> {
  const opened = openDistrict(given);
  const { root, lake, home } = opened;
  const session = await openRelease(root, lake, await releaseOf(opened), join(home, 'lake'));
  try {
    return { opened, checkins: await readCheckins(session) };
  } finally {
    session.close();
  }
}

export const schoolOption = {
  school: { type: 'string', value: 'SCHOOL', help: 'One school only, by its key or its name.' },
} as const;

/** The key of the school that was asked for, or undefined for all. @throws UsageError */
export function schoolAsked(
  given: Invocation,
  { schools }: ReadCheckins,
  command: string,
): string | undefined {
  const asked = given.text('school');
  if (asked === undefined) return undefined;
  const wanted = asked.toLowerCase();
  const found = schools.find((s) => s.schoolKey === wanted || s.schoolName.toLowerCase() === wanted);
  if (found !== undefined) return found.schoolKey;
  throw new UsageError(
    `There is no school "${asked}".`,
    `${command} --school`,
    `One of: ${schools.map((s) => s.schoolName).join(', ')}.`,
  );
}
