// Rules: when a table is made a month at a time, and of which months.
import { describe, expect, it } from '@jest/globals';
import { definitionsRoot } from '../definitions/definitions.ts';
import type { Batch } from '../release/manifest.ts';
import type { MonthWorld, Span } from './bindings.ts';
import { monthPasses, monthsOf } from './month-passes.ts';
import { readCatalog } from './sql-catalog.ts';

const everything: Span = { months: null, years: null, loose: false };
const marks = { inputs: ['mapped_attendance_event', 'school_alias'] };

describe('a table cut by month', () => {
  it('is made a month at a time where its rows are many', () => {
    const passes = monthPasses(
      world([2_000_000, ['2025-09', '2025-10']]),
      'attendance_event',
      marks,
      everything,
    );
    expect(passes).toEqual({ months: ['2025-09', '2025-10'], rest: false, beside: true });
  });

  it('is made one month after the other where a month alone is large', () => {
    const large = world([4_000_000, ['2025-09', '2025-10']]);
    expect(monthPasses(large, 'attendance_event', marks, everything)?.beside).toBe(false);
  });

  it('is made in one pass where they are few', () => {
    const few = world([2000, ['2025-09', '2025-10']]);
    expect(monthPasses(few, 'attendance_event', marks, everything)).toBeUndefined();
  });

  it('of one month is never cut', () => {
    const october: Span = { ...everything, months: new Set(['2025-10']) };
    const few = world([2000, ['2025-09', '2025-10']]);
    expect(monthPasses(few, 'attendance_event', marks, october)?.months).toEqual(['2025-10']);
  });

  it('looks for other months in files that are not cut by month', () => {
    const mixed = world([2_000_000, ['2025-09', '2025-10']], [10, ['all']]);
    expect(monthPasses(mixed, 'attendance_event', marks, everything)).toEqual({
      months: ['2025-09', '2025-10'],
      rest: true,
      beside: false,
    });
    const asked: Span = { ...everything, months: new Set(['2025-10', '2025-11']) };
    expect(monthPasses(mixed, 'attendance_event', marks, asked)).toEqual({
      months: ['2025-10', '2025-11'],
      rest: false,
      beside: true,
    });
  });

  it('is made in one pass where a row may have no month, and where no input says its months', () => {
    const undated = world([2_000_000, ['2025-09', 'undated']]);
    expect(monthPasses(undated, 'attendance_event', marks, everything)).toBeUndefined();
    const many = world([2_000_000, ['2025-09', '2025-10']]);
    expect(monthPasses(many, 'school_session_day', marks, everything)).toBeUndefined();
  });

  it('takes its months from an input that is cut by month itself', () => {
    const { tables } = readCatalog(definitionsRoot());
    for (const [name, input] of Object.entries(monthsOf)) {
      expect([name, tables[name]?.partition]).toEqual([name, 'month']);
      expect(tables[name]?.inputs).toContain(input);
      expect(tables[input]?.partition ?? 'month').toBe('month');
    }
  });
});

/** One staged table a batch: accepted rows, and months of its files. */
function world(...batches: readonly (readonly [number, readonly string[]])[]): MonthWorld {
  const names = batches.map((_, i) => `sis.marks_${i}`);
  const batch = (accepted: number, months: readonly string[]): Batch => ({
    batchId: 'b',
    asOf: '2026-01-01',
    asOfBasis: 'received',
    sha256: '',
    delivery: 'additive',
    accepted,
    files: months.map((month) => ({ month, key: `staged/${month}.parquet` })),
  });
  return {
    tables: {},
    firstMonth: 8,
    feeds: new Map([['mapped_attendance_event', names]]),
    batches: Object.fromEntries(batches.map(([rows, months], i) => [names[i] ?? '', [batch(rows, months)]])),
  };
}
