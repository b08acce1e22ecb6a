// The table that the comparison prints, and what the shell is told.
import type { Question } from './plan.ts';

export interface Line {
  readonly question: Question;
  /** Rows of DuckDB's answer; null when it gave none. */
  readonly rows: number | null;
  /** 'equal', or what is wrong; null when the engine was not asked. */
  readonly duckdb: string;
  readonly spark: string | null;
  readonly trino: string | null;
}

/** Prints and returns the exit code: 1 on any difference, or when nothing was compared. */
export function report(
  lines: readonly Line[],
  trinoSkipped: boolean,
  print: (line: string) => void = console.log,
): number {
  const width = Math.max(...lines.map((l) => l.question.id.length), 8);
  const row = (layer: string, id: string, rows: string, ...engines: string[]) =>
    print(
      `${layer.padEnd(8)} ${id.padEnd(width)} ${rows.padStart(7)}  ${engines.map((e) => e.padEnd(8)).join(' ')}`.trimEnd(),
    );
  row('layer', 'relation', 'rows', 'duckdb', 'spark', 'trino');
  const wrong: string[] = [];
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const line of lines) {
    const cells = (['duckdb', 'spark', 'trino'] as const).map((engine) => {
      const said = line[engine];
      if (said === null) {
        counts.skipped++;
        return 'skipped';
      }
      if (said === 'equal') {
        counts.passed++;
        return 'equal';
      }
      counts.failed++;
      wrong.push(`${line.question.id} on ${engine}: ${said}`);
      return 'DIFFERS';
    });
    row(line.question.layer, line.question.id, line.rows === null ? '-' : String(line.rows), ...cells);
  }
  const empty = lines.filter((l) => l.rows === 0).map((l) => l.question.id);
  if (empty.length > 0) print(`\nNo rows to compare in: ${empty.join(', ')}`);
  if (trinoSkipped) print('\nTrino was skipped: mvn is not on the path, so its archives cannot be fetched.');
  if (wrong.length > 0) print(`\n${wrong.join('\n')}`);
  print(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  return counts.failed > 0 || counts.passed === 0 ? 1 : 0;
}
