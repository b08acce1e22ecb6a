// A measured figure beside its target, and the table that shows them.
import { textTable } from '../../src/commands/text-table.ts';

export interface Figure {
  readonly what: string;
  readonly measured: number;
  readonly unit: string;
  /** Undefined for a figure that is only told. */
  readonly target?: number;
  /** Which side of the target is good. */
  readonly better?: 'below' | 'above';
  readonly note?: string;
}

export function met({ measured, target, better = 'below' }: Figure): boolean {
  if (target === undefined) return true;
  return better === 'below' ? measured <= target : measured >= target;
}

/** Columns: what, measured, target, measured over target, verdict, note. */
export function figureTable(figures: readonly Figure[]): string {
  const rows = figures.map((f) => {
    const sign = f.better === 'above' ? '≥' : '≤';
    return [
      f.what,
      `${number(f.measured)} ${f.unit}`,
      f.target === undefined ? '' : `${sign} ${number(f.target)}`,
      f.target === undefined ? '' : (f.measured / f.target).toFixed(2),
      f.target === undefined ? '' : met(f) ? 'met' : 'MISSED',
      f.note ?? '',
    ];
  });
  return textTable(['figure', 'measured', 'target', 'of target', '', 'note'], rows);
}

function number(n: number): string {
  if (Math.abs(n) >= 1000) return Math.round(n).toLocaleString('en-US');
  return n.toFixed(Math.abs(n) >= 100 ? 0 : 2);
}
