// Translates Athena's dialect to DuckDB's with sqlglot, the same translator that made the generated SQL.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { HomeroomError } from '../errors/homeroom-error.ts';

export class TranslateError extends HomeroomError {
  constructor(message: string, mend: string) {
    super('SQL_NOT_TRANSLATED', message, { where: '--dialect athena', mend });
  }
}

export function transpile(root: string, sql: string): string {
  const python = join(root, '.venv', 'bin', 'python');
  if (!existsSync(python))
    throw new TranslateError('The Python environment is not set up.', 'node bin/setup.mjs --python');
  const program =
    'import sys, sqlglot; print(sqlglot.transpile(sys.stdin.read(), read="athena", write="duckdb")[0])';
  const done = spawnSync(python, ['-c', program], { input: sql, encoding: 'utf8' });
  if (done.status !== 0)
    throw new TranslateError(
      "The query is not valid in Athena's dialect.",
      'Check its syntax, or leave out --dialect.',
    );
  return done.stdout;
}
