// Small queries that use every construct the linter allows, on rows chosen to tell the engines apart.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Column } from '../../src/harmonize/sql-catalog.ts';
import type { Rows } from './fixture.ts';
import type { Question } from './plan.ts';

const FOLDER = 'test/engines/probes';
const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const rowsFile = z.record(
  z.string(),
  z.object({ columns: z.record(z.string(), z.string()), rows: z.array(z.array(cell)) }),
);
const columnsFile = z.record(z.string(), z.array(z.object({ name: z.string(), type: z.string() })));

export function probeQuestions(root: string): Question[] {
  const at = (...path: string[]) => readFileSync(join(root, FOLDER, ...path), 'utf8');
  const columns = columnsFile.parse(JSON.parse(at('generated', 'columns.json')));
  return Object.entries(columns).map(([name, list]) => ({
    id: name,
    layer: 'probe',
    relation: `probe_${name}`,
    columns: list,
    sql: {
      duckdb: at('generated', 'duckdb', `${name}.sql`),
      spark: at('generated', 'spark', `${name}.sql`),
      trino: at(`${name}.sql`),
    },
  }));
}

export interface ProbeRelation {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: Rows;
}

export function probeRelations(root: string): ProbeRelation[] {
  const declared = rowsFile.parse(parse(readFileSync(join(root, FOLDER, 'rows.yaml'), 'utf8')));
  return Object.entries(declared).map(([name, { columns, rows }]) => {
    const list = Object.entries(columns).map(([column, type]) => ({ name: column, type }));
    return {
      name,
      columns: list,
      rows: rows.map((row) => Object.fromEntries(list.map((c, i) => [c.name, row[i] ?? null]))),
    };
  });
}
