// Who may read which zone of the portal: the one matrix, for the local server and for the signed cookies of the cloud.
import { z } from 'zod';
import { ASSETS, type Zone, zoneFolder } from './zones.ts';

export const ROLES = ['family', 'teacher', 'counselor', 'principal', 'analyst', 'administrator'] as const;

export const viewerSchema = z.strictObject({
  /** A key of the account; never a name or a mail address. */
  by: z.string().regex(/^t[0-9a-f]{19}$/),
  role: z.enum(ROLES),
  /** The school at which a teacher, counselor or principal works. */
  school: z.string().nullable(),
});
export type Viewer = z.output<typeof viewerSchema>;
type Role = Viewer['role'];

/** `own`: the viewer's own school. A family reads its sheet on paper; nothing of the site is theirs. */
const matrix: Readonly<
  Record<
    Role,
    {
      readonly schools: 'none' | 'own' | 'all';
      readonly named: boolean;
      readonly district: boolean;
      readonly office: boolean;
    }
  >
> = {
  family: { district: false, schools: 'none', named: false, office: false },
  teacher: { district: true, schools: 'own', named: false, office: false },
  counselor: { district: true, schools: 'own', named: true, office: false },
  principal: { district: true, schools: 'own', named: true, office: false },
  analyst: { district: true, schools: 'all', named: false, office: false },
  // Who runs the district sees counts; names are for those who meet the student.
  administrator: { district: true, schools: 'all', named: false, office: true },
};

/** Zones of a viewer; `schools` are those of the release. Nobody signed in has none. */
export function zonesOf(viewer: Viewer | null, schools: readonly string[]): Zone[] {
  if (viewer === null) return [];
  const may = matrix[viewer.role];
  const own = schools.filter((s) => s === viewer.school);
  const theirs = may.schools === 'all' ? schools : may.schools === 'own' ? own : [];
  return [
    ...(may.district ? [{ kind: 'district' } as const] : []),
    ...theirs.map((school) => ({ kind: 'school', school }) as const),
    ...(may.named ? own.map((school) => ({ kind: 'named', school }) as const) : []),
    ...(may.office ? [{ kind: 'office' } as const] : []),
  ];
}

/** Where a viewer's work begins: the list for who works it, else the own school, else the district. */
export function firstZone(viewer: Viewer, schools: readonly string[]): Zone {
  const zones = zonesOf(viewer, schools).filter((zone) => 'school' in zone && zone.school === viewer.school);
  const begins = viewer.role === 'counselor' ? 'named' : 'school';
  return zones.find((zone) => zone.kind === begins) ?? { kind: 'district' };
}

/** Prefixes of addresses that a viewer may read: those of one release, and the assets. */
export function prefixesOf(viewer: Viewer | null, release: string, schools: readonly string[]): string[] {
  return [`/${ASSETS}`, ...zonesOf(viewer, schools).map((zone) => `/${release}/${zoneFolder(zone)}`)];
}

/** Addresses of the site are made of these alone, so that nothing has two spellings. */
const PLAIN = /^(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)+$/;

/** Whether one of the prefixes opens the address, as it was sent: nothing is decoded and no dots are followed. */
export function mayRead(prefixes: readonly string[], path: string): boolean {
  return PLAIN.test(path) && !path.includes('..') && prefixes.some((prefix) => path.startsWith(prefix));
}

/** Whose word on a student's item is taken: staff who may read the school's list. */
export function maySpeak(viewer: Viewer | null, school: string): boolean {
  return viewer !== null && matrix[viewer.role].named && viewer.school === school;
}
