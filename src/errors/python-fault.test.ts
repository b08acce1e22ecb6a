// A fault's own words are passed on; of anything else only the kind, for it may quote a student's row.
import { describe, expect, it } from '@jest/globals';
import { faultIn, kindIn } from './python-fault.ts';

const fault = { code: 'one-class-only', what: 'All alike', where: 'dropout', mend: 'Widen it.' };

describe('the last line of a program that failed', () => {
  it('is its fault', () => {
    expect(faultIn(`Traceback …\n${JSON.stringify(fault)}\n`)).toEqual(fault);
  });

  it.each(['', '{"name": "Ann Lee"', '{"name": "Ann Lee"}', 'null', '[]', '3'])('%p is no fault', (said) => {
    expect(faultIn(said)).toBeUndefined();
  });

  it.each([
    ["Traceback …\nValueError: could not convert string to float: 'Ann Lee'", 'ValueError'],
    ['xgboost.core.XGBoostError: [19:01] Ann Lee', 'xgboost.core.XGBoostError'],
    ['KeyError', 'KeyError'],
    ['core.XGBoostError: Ann\nStack trace:\n  [bt] (0) lib.so', 'core.XGBoostError'],
    ['Killed by Ann', 'without a word'],
    ['{"name": "Ann Lee"', 'without a word'],
    ['ann_lee 2011-02-03', 'without a word'],
    ['', 'without a word'],
  ])('%p is told as %p', (said, kind) => {
    expect(kindIn(said)).toBe(kind);
  });
});
