// What the shell and the reader are told.
import { describe, expect, it } from '@jest/globals';
import type { Question } from './plan.ts';
import { type Line, report } from './report.ts';

const question: Question = {
  id: 'school',
  layer: 'core',
  relation: 'school',
  columns: [],
  sql: { duckdb: '', spark: '', trino: '' },
};
const line = (more: Partial<Line>): Line => ({
  question,
  rows: 3,
  duckdb: 'equal',
  spark: 'equal',
  trino: 'equal',
  ...more,
});

function told(lines: Line[], trinoSkipped = false): { code: number; text: string[] } {
  const text: string[] = [];
  return { code: report(lines, trinoSkipped, (l) => text.push(...l.split('\n'))), text };
}

describe('the report', () => {
  it('ends with the counts, and with 0 when all answers are equal', () => {
    const { code, text } = told([line({}), line({})]);
    expect([code, text.at(-1)]).toEqual([0, '6 passed, 0 failed, 0 skipped']);
  });

  it('names engine and relation of a difference, and ends with 1', () => {
    const { code, text } = told([line({ spark: '2 rows instead of 3' })]);
    expect(code).toBe(1);
    expect(text).toContain('school on spark: 2 rows instead of 3');
    expect(text.at(-1)).toBe('2 passed, 1 failed, 0 skipped');
  });

  it('says that Trino was skipped', () => {
    const { code, text } = told([line({ trino: null })], true);
    expect(code).toBe(0);
    expect(text.join('\n')).toContain('Trino was skipped');
    expect(text.at(-1)).toBe('2 passed, 0 failed, 1 skipped');
  });

  it('ends with 1 when nothing ran', () => {
    expect(told([]).code).toBe(1);
  });

  it('names the relations without rows, which prove nothing', () => {
    expect(told([line({ rows: 0 })]).text).toContain('No rows to compare in: school');
  });
});
