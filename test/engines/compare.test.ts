// Rules of the comparison; a test that cannot fail would prove nothing.
import { describe, expect, it } from '@jest/globals';
import { type Answer, difference } from './compare.ts';

const columns = [
  { name: 'id', type: 'varchar' },
  { name: 'rate', type: 'double' },
];
const types = ['varchar', 'double'];
const answer = (...rows: Answer['rows'][number][]): Answer => ({ types, rows });

describe('two answers', () => {
  it('are equal whatever the order of their rows', () => {
    expect(difference(columns, answer(['a', 1], ['b', 2]), answer(['b', 2], ['a', 1]))).toBeNull();
  });

  it('are equal when doubles differ in their last digits only', () => {
    expect(difference(columns, answer(['a', 0.1 + 0.2]), answer(['a', 0.3]))).toBeNull();
    expect(difference(columns, answer(['a', 1e12]), answer(['a', 1e12 + 1e-3]))).toBeNull();
  });

  it('differ when a double differs by more than the tolerance', () => {
    expect(difference(columns, answer(['a', 0.9]), answer(['a', 0.90000001]))).toBe('unequal: rate (1 rows)');
  });

  it('differ when a null stands for zero, NaN or a blank', () => {
    expect(difference(columns, answer(['a', 0]), answer(['a', null]))).not.toBeNull();
    expect(difference(columns, answer(['a', 'NaN']), answer(['a', null]))).not.toBeNull();
    expect(difference(columns, answer(['', 0]), answer([null, 0]))).not.toBeNull();
  });

  it('differ when a row is missing or stands twice', () => {
    expect(difference(columns, answer(['a', 1], ['b', 2]), answer(['a', 1]))).toBe('1 rows instead of 2');
    expect(difference(columns, answer(['a', 1], ['b', 2]), answer(['a', 1], ['a', 1]))).not.toBeNull();
  });

  it('differ when a column has another type, even with the same values', () => {
    const narrow: Answer = { types: ['varchar', 'integer'], rows: [['a', 1]] };
    expect(difference(columns, answer(['a', 1]), narrow)).toBe('rate is integer, not double');
  });

  it('never show a value', () => {
    expect(difference(columns, answer(['secret', 1]), answer(['other', 1]))).toBe('unequal: id (1 rows)');
  });
});
