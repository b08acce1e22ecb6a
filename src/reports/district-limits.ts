// The district's own limits as pages say them, from the metrics registry and the district file.
import type { District } from '../../lib/district.ts';
import { policyDefaults } from '../metrics/registry.ts';

const limit = (district: District, name: string) =>
  Number({ ...policyDefaults(), ...district.thresholds }[name]);

/** The line of chronic absence, in percent of school days. */
export const chronicPercent = (district: District): number =>
  Math.round(1000 * limit(district, 'chronic_absence_share')) / 10;

/** The share of school days that counts as enough, 0 to 1. */
export const attendanceTarget = (district: District): number => limit(district, 'attendance_target_rate');
