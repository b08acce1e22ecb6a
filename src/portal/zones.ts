// The parts of the site by who may read them, and how their files are called: one prefix a zone, below the release.
import { createHash } from 'node:crypto';

export type Zone =
  | { readonly kind: 'district' }
  | { readonly kind: 'school'; readonly school: string }
  /** Pages of single students: keys from the builder, names from the list writer alone. */
  | { readonly kind: 'named'; readonly school: string }
  /** Who read what, for the district's administrator. */
  | { readonly kind: 'office' };

/** A key as a part of an address: letters, digits, _ and - alone, whatever a source calls its schools. */
export function slug(key: string): string {
  return /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(key)
    ? key
    : `x${createHash('sha256').update(key).digest('hex').slice(0, 24)}`;
}

/** Where a zone's files stand, below `portal/<release>/`; ends with a slash, so that no zone begins another. */
export function zoneFolder(zone: Zone): string {
  switch (zone.kind) {
    case 'district':
      return 'district/';
    case 'school':
      return `schools/${slug(zone.school)}/`;
    case 'named':
      return `named/${slug(zone.school)}/`;
    case 'office':
      return 'office/';
  }
}

/** Style sheet and script: they hold no data and are read before anybody signs in. */
export const ASSETS = 'assets/';
