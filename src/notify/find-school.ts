// The school that a district file means: by its key, its name, or the id that a source gives it.
import type { Session } from '../adapters/duckdb.ts';
import type { FactsDocument } from '../facts/facts-document.ts';
import type { Lake } from '../lake/lake.ts';
import type { Manifest } from '../release/manifest.ts';
import { literal } from '../sql-text/sql-text.ts';

/** Source's own id, as people write it, to school key. */
export type SchoolAliases = ReadonlyMap<string, string>;

export async function schoolAliases(
  session: Session,
  lake: Lake,
  manifest: Manifest,
): Promise<SchoolAliases> {
  const keys = Object.values(manifest.tables.school_alias?.parts ?? {}).flatMap((p) => p.map((f) => f.key));
  if (keys.length === 0) return new Map();
  const paths = await Promise.all(keys.map((key) => lake.fetch(key)));
  const rows = await session.rows(
    `select lower(trim(source_school_id)) as id, min(school_key) as school_key from read_parquet([${paths.map(literal).join(', ')}]) group by id having count(distinct school_key) = 1`,
  );
  return new Map(rows.map((r) => [String(r.id), String(r.school_key)]));
}

export function findSchool(
  schools: readonly FactsDocument[],
  aliases: SchoolAliases,
  wanted: string,
): FactsDocument | undefined {
  const word = wanted.trim().toLowerCase();
  const key = aliases.get(word) ?? word.replaceAll('-', '');
  return (
    schools.find((s) => s.subject.key === key || s.subject.key === word) ??
    schools.find((s) => s.subject.name.trim().toLowerCase() === word)
  );
}
