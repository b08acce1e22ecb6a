// Made-up accounts for the local portal: one of each role, and one a school for the roles of a school.
import { createHash } from 'node:crypto';
import { ROLES, type Viewer } from '../access.ts';

export interface TestUser {
  readonly viewer: Viewer;
  readonly school: string | null;
}

const AT_SCHOOL: ReadonlySet<Viewer['role']> = new Set(['teacher', 'counselor', 'principal']);

export function testUsers(schools: readonly { readonly key: string; readonly name: string }[]): TestUser[] {
  return ROLES.flatMap((role): TestUser[] =>
    AT_SCHOOL.has(role)
      ? schools.map((s) => ({ viewer: { by: accountKey(role, s.key), role, school: s.key }, school: s.name }))
      : [{ viewer: { by: accountKey(role, ''), role, school: null }, school: null }],
  );
}

/** Looks like the key of an account, and is always the same for the same role and school. */
const accountKey = (role: string, school: string): string =>
  `t${createHash('sha256').update(`${role}|${school}`).digest('hex').slice(0, 19)}`;
