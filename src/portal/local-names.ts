// Names from the identity store of this machine: the values as their sources told them, by the ids that belong to a student.
import { z } from 'zod';
import { openSession } from '../adapters/duckdb.ts';
import type { Lake } from '../lake/lake.ts';
import type { Manifest } from '../release/manifest.ts';
import { literal } from '../sql-text/sql-text.ts';
import type { NameLookup } from './names.ts';

const row = z.object({ student_key: z.string(), field: z.string(), clear_value: z.string() });

export function localNames(lake: Lake, manifest: Manifest): NameLookup {
  return async (keys) => {
    const told = await Promise.all((await lake.list('identity/values')).map((key) => lake.fetch(key)));
    const parts = Object.values(manifest.tables.identity_map?.parts ?? {}).flat();
    const map = await Promise.all(parts.map((f) => lake.fetch(f.key)));
    if (told.length === 0 || map.length === 0 || keys.length === 0) return new Map();
    const list = (paths: readonly string[]) => `[${paths.map(literal).join(', ')}]`;
    const session = await openSession({ tempDir: lake.tempDir });
    try {
      // Of several spellings the one that is told most often, then the first in the alphabet.
      const rows = await session.rows(
        `select student_key, field, clear_value from (
          select m.student_key, v.field, v.clear_value,
            row_number() over (partition by m.student_key, v.field order by count(*) desc, v.clear_value) as place
          from read_parquet(${list(told)}, union_by_name = true) as v
          join read_parquet(${list(map)}, union_by_name = true) as m using (id_system, id)
          where v.field in ('given_name', 'family_name') and trim(v.clear_value) <> ''
            and m.student_key in (${keys.map(literal).join(', ')})
          group by m.student_key, v.field, v.clear_value) where place = 1`,
      );
      return together(row.array().parse(rows));
    } finally {
      session.close();
    }
  };
}

function together(rows: readonly z.output<typeof row>[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const [key, own] of Map.groupBy(rows, (r) => r.student_key)) {
    const of = (field: string) => own.find((r) => r.field === field)?.clear_value.trim() ?? '';
    const name = `${of('given_name')} ${of('family_name')}`.trim();
    if (name !== '') names.set(key, name);
  }
  return names;
}
