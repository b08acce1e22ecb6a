// Who signed in, as the portal knows them: a key of their own, a role and a school; never a name or a mail address.
import { z } from 'zod';
import { staffKey } from '../checkin/staff-key.ts';
import { type Viewer, viewerSchema } from '../portal/access.ts';

/** Claims of the sign-in. A claim of no known role is nobody. */
const claimsSchema = z.object({
  sub: z.string().min(1),
  'custom:role': z.string().default(''),
  'custom:school': z.string().trim().optional(),
});

export const STAFF_PURPOSE = 'staff|1';

/** @param secret of the staff's keys, the same for signing in and for what is said */
export function viewerOf(claims: unknown, secret: Buffer): Viewer | null {
  const read = claimsSchema.safeParse(claims);
  if (!read.success) return null;
  const { sub, 'custom:role': role, 'custom:school': school } = read.data;
  const viewer = viewerSchema.safeParse({
    by: staffKey(secret.toString('hex'), sub),
    role: role.trim().toLowerCase(),
    school: school === undefined || school === '' ? null : school,
  });
  return viewer.success ? viewer.data : null;
}
