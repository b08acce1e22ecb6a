// The district's own limits as pages say them, from the metrics registry and the district file.
import type { District } from '../../lib/district.ts';
import { policyDefaults } from '../metrics/registry.ts';

/** A threshold of the registry by its name, or what the district put in its place. */
export const districtLimit = (district: District, name: string): number =>
  Number({ ...policyDefaults(), ...district.thresholds }[name]);

/** The line of chronic absence, in percent of school days. */
export const chronicPercent = (district: District): number =>
  Math.round(1000 * districtLimit(district, 'chronic_absence_share')) / 10;

/** The share of school days that counts as enough, 0 to 1. */
export const attendanceTarget = (district: District): number =>
  districtLimit(district, 'attendance_target_rate');
