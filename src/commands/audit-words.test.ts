// A verdict never contradicts the interval that stands beside it.
import { describe, expect, it } from '@jest/globals';
import { groupVerdict } from './audit-words.ts';

const ordered = 'no difference seen';

describe('the verdict on a number of a group', () => {
  it.each([
    [
      'a ratio whose interval lies above 1',
      'list: flag_ratio',
      1.03,
      1.87,
      'on the list more often than others',
    ],
    [
      'a ratio whose interval lies below 1',
      'list: flag_ratio',
      0.4,
      0.9,
      'on the list less often than others',
    ],
    ['a ratio whose interval holds 1', 'list: flag_ratio', 0.7, 1.2, 'no difference seen'],
    ['a gap above 0', 'list: calibration', 0.002, 0.08, 'chances shown are too high'],
    ['a gap below 0', 'list: calibration', -0.08, -0.01, 'chances shown are too low'],
    ['a gap around 0', 'list: calibration', -0.02, 0.02, 'no difference seen'],
    ['a share that stands alone', 'list: recall', 0.3, 0.4, ''],
  ])('of %s', (_, measure, low, high, told) => {
    expect(groupVerdict(measure, low, high, ordered)).toBe(told);
  });

  it('of a small group is that nobody can tell yet', () => {
    expect(groupVerdict('list: flag_ratio', 1.1, 3, 'cannot tell yet')).toBe('cannot tell yet');
  });
});
