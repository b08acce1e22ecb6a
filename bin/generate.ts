// Writes the generated files of the infrastructure: the district file's JSON Schema and the day's state machine.
import { writeFileSync } from 'node:fs';
import { districtJsonSchema } from '../lib/district.ts';
import { dailyPipeline } from '../lib/pipeline/daily.ts';

const root = new URL('../', import.meta.url);

for (const [path, content] of [
  ['districts/schema.json', districtJsonSchema()],
  ['lib/generated/daily-pipeline.asl.json', dailyPipeline()],
] as const) {
  writeFileSync(new URL(path, root), `${JSON.stringify(content, null, 2)}\n`);
  console.log(`wrote ${path}`);
}
