// What an audited number of a group says by itself: its interval speaks, not the verdict on another number.

/** Of shares that stand alone there is nothing to compare; '' then. */
export function groupVerdict(measure: string, low: unknown, high: unknown, ordering: unknown): string {
  if (ordering === 'cannot tell yet') return ordering;
  if (typeof low !== 'number' || typeof high !== 'number') return '';
  if (measure === 'list: flag_ratio') {
    if (low > 1) return 'on the list more often than others';
    return high < 1 ? 'on the list less often than others' : 'no difference seen';
  }
  if (measure === 'list: calibration') {
    if (low > 0) return 'chances shown are too high';
    return high < 0 ? 'chances shown are too low' : 'no difference seen';
  }
  return '';
}
