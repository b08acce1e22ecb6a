// Every example of the metrics registry comes out of the tables and views as its file says.
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { readMetrics } from '../../src/metrics/registry.ts';
import { exampleRows } from './example-lake.ts';
import { makeLake, root, type SqlLake } from './sql-lake.ts';

const metrics = readMetrics(join(root, 'metrics')).map((metric) => ({
  ...metric,
  examples: metric.examples.map((example, i) => ({ ...example, student: `${metric.metric}-${i}` })),
}));

// A source covers dates for the whole district, so an example with a source needs a lake of its own.
const apart = new Map<string, Promise<SqlLake>>();
const together = makeLake(
  exampleRows(metrics.flatMap((m) => m.examples).filter((e) => e.given.covered_days === undefined)),
);

afterAll(async () => {
  for (const lake of [together, ...apart.values()]) (await lake).close();
});

for (const metric of metrics) {
  describe(metric.title, () => {
    for (const example of metric.examples) {
      it(example.name, async () => {
        const [row, ...others] = await rowsOf(metric.sql.view, example);
        expect(others).toEqual([]);
        for (const [column, value] of Object.entries(example.expect)) {
          const wanted = typeof value === 'number' ? expect.closeTo(value, 9) : value;
          expect([column, row?.[column]]).toEqual([column, wanted]);
        }
      });
    }
  });
}

async function rowsOf(view: string, example: (typeof metrics)[number]['examples'][number]) {
  const own = example.given.covered_days !== undefined;
  if (own) apart.set(example.student, makeLake(exampleRows([example])));
  const lake = await (apart.get(example.student) ?? together);
  const rows = await lake.rows(`select * from ${view} where student_key = '${example.student}'`);
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([k, v]) => [k, plain(v)])));
}

function plain(value: unknown): unknown {
  return typeof value === 'bigint' ? Number(value) : value;
}
