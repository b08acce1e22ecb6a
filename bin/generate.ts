// Writes generated files: the district file's JSON Schema, the day's state machine, the pages of measures and commands.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { districtJsonSchema } from '../lib/district.ts';
import { dailyPipeline } from '../lib/pipeline/daily.ts';
import { commands } from '../src/commands/all-commands.ts';
import { commandsDoc } from '../src/commands/commands-doc.ts';
import { metricsPage } from '../src/metrics/metrics-page.ts';
import { readMetrics } from '../src/metrics/registry.ts';
import { browserScript } from '../src/portal/browser-script.ts';

const root = new URL('../', import.meta.url);

for (const [path, content] of [
  ['districts/schema.json', json(districtJsonSchema())],
  ['lib/generated/daily-pipeline.asl.json', json(dailyPipeline())],
  ['docs/metrics.md', metricsPage(readMetrics())],
  ['docs/commands.md', commandsDoc(commands)],
  ['layout/portal.js', browserScript(fileURLToPath(root))],
] as const) {
  writeFileSync(new URL(path, root), content);
  console.log(`wrote ${path}`);
}

function json(content: unknown): string {
  return `${JSON.stringify(content, null, 2)}\n`;
}
