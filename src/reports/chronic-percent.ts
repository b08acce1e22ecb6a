// The district's line of chronic absence as people say it, in percent.
import type { District } from '../../lib/district.ts';
import { policyDefaults } from '../metrics/registry.ts';

export function chronicPercent(district: District): number {
  const share = { ...policyDefaults(), ...district.thresholds }.chronic_absence_share;
  return Math.round(1000 * Number(share)) / 10;
}
