// Lets a query pass and nothing else: the engine's read-only switches do not stop EXPLAIN ANALYZE COPY or its logging functions.
import type { DuckDBConnection } from '@duckdb/node-api';
import { z } from 'zod';
import { HomeroomError } from '../errors/homeroom-error.ts';

export class QueryError extends HomeroomError {
  constructor(message: string, where: string, mend: string) {
    super('QUERY_FAILED', message, { where, mend });
  }
}

/** Functions that may stand after FROM. Others read files, or write them as a side effect (enable_logging, enable_profiling). */
const offered: ReadonlySet<string> = new Set([
  'generate_series',
  'range',
  'unnest',
  'repeat',
  'repeat_row',
  'histogram',
  'histogram_values',
  'json_each',
  'json_tree',
  'duckdb_columns',
  'duckdb_functions',
  'duckdb_tables',
  'duckdb_types',
  'duckdb_views',
  'pragma_table_info',
  'pragma_version',
]);

const oneText = z.tuple([z.tuple([z.string()])]);
const serialized = z.object({ error: z.boolean() });

/**
 * Reads the query's syntax tree, before anything of it is bound or run.
 * @throws QueryError
 */
export async function refuseAllButQueries(connection: DuckDBConnection, sql: string): Promise<void> {
  const explained = sql.replace(/^\s*explain\s+(?:analyze\s+)?/i, '');
  const reader = await connection.runAndReadAll('select json_serialize_sql($1::varchar)', [explained]);
  const [[text]] = oneText.parse(reader.getRows());
  const tree: unknown = JSON.parse(text);
  if (serialized.parse(tree).error) {
    throw new QueryError(
      'Only queries are allowed: nothing can be changed here.',
      'sql',
      'Begin with SELECT, WITH or FROM; EXPLAIN may stand directly before it.',
    );
  }
  const name = tableFunctions(tree).find((f) => !offered.has(f));
  if (name === undefined) return;
  throw new QueryError(
    `The function ${name} is not offered here.`,
    'sql',
    'Read the tables and views of the release; docs/tables.md lists them.',
  );
}

function tableFunctions(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const inside = Object.values(node).flatMap(tableFunctions);
  if (!('type' in node && node.type === 'TABLE_FUNCTION' && 'function' in node)) return inside;
  return [...namesOf(node.function), ...inside];
}

/** Whatever has no name that can be read is none of the offered ones. */
function namesOf(call: unknown): string[] {
  const named = z.object({ function_name: z.string() }).safeParse(call);
  return [named.success ? named.data.function_name.toLowerCase() : 'without a name'];
}
