// Runs the days of a tiny synthetic district step by step and prints which zones each step touched.
// Called as: trace-zones.ts EXPORTS_DIR; state goes to HOMEROOM_HOME.
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { z } from 'zod';
import { definitionsRoot } from '../../src/definitions/definitions.ts';
import { districtHome, rememberDistrictFile } from '../../src/district/district-home.ts';
import { enterStep, recorded } from './recording-lake.ts';

const DISTRICT = 'maple';
const exports = process.argv[2] ?? '';

registerHooks({
  resolve(specifier, context, next) {
    const own = context.parentURL?.endsWith('/recording-lake.ts');
    const wanted = specifier.endsWith('/adapters/directory-lake.ts') && !own;
    return next(wanted ? new URL('./recording-lake.ts', import.meta.url).href : specifier, context);
  },
});

type Handler = (event: unknown) => Promise<unknown>;
const handlers = z.object({ handler: z.custom<Handler>((value) => typeof value === 'function') });
const planned = z.object({
  runId: z.string(),
  date: z.string(),
  chunks: z.array(z.object({ chunk: z.number() })),
});

const released = z.object({ releaseId: z.string() });

async function step(name: string, event: object): Promise<unknown> {
  const { handler } = handlers.parse(await import(`../../lambdas/${name}/handler.ts`));
  enterStep(name);
  return handler({ district: DISTRICT, ...event });
}

/** What the evaluation job leaves: a new model on the first day, another on the second, none on the third. */
async function judged(runId: string, day: number): Promise<void> {
  if (day > 1) return;
  const folder = join(districtHome(DISTRICT), 'runs', runId, 'evaluation', 'dropout');
  mkdirSync(join(folder, 'candidate'), { recursive: true });
  for (const file of ['calibration.json', 'SHA256SUMS']) writeFileSync(join(folder, 'candidate', file), '{}');
  const said = {
    task: 'dropout',
    model_id: `m${day}`,
    passed: true,
    waits: false,
    use: 'challenger',
    reasons: [],
  };
  writeFileSync(join(folder, 'decision.json'), JSON.stringify(said));
}

// Two releases are kept, so that a few days show what pruning touches.
const own = z
  .record(z.string(), z.unknown())
  .parse(JSON.parse(readFileSync(join(definitionsRoot(), 'districts', `${DISTRICT}.json`), 'utf8')));
const config = join(districtHome(DISTRICT), 'maple.json');
mkdirSync(districtHome(DISTRICT), { recursive: true });
const cases = createServer((_, response) => response.writeHead(202).end());
await new Promise<void>((listening) => cases.listen(0, '127.0.0.1', listening));
const { port } = z.object({ port: z.number() }).parse(cases.address());
process.env.HOMEROOM_HANDOFF_SECRET = 'a secret that both sides have agreed on';
const checkins = { handoff: { to: `http://127.0.0.1:${port}/cases` } };
writeFileSync(config, JSON.stringify({ ...own, checkins, retention: { releases: 2 } }));
rememberDistrictFile(DISTRICT, config);

const days = z
  .array(z.object({ run_date: z.string() }).loose())
  .parse(JSON.parse(readFileSync(join(exports, 'days.json'), 'utf8')))
  .slice(0, 3);
for (const [i, { run_date: date }] of days.entries()) {
  const folder = readdirSync(exports).find((name) => name === `day-${i}`) ?? '';
  cpSync(join(exports, folder), join(districtHome(DISTRICT), 'landing'), { recursive: true });
  const { chunks, ...run } = planned.parse(await step('plan', { date }));
  for (const { chunk } of chunks) await step('intake', { ...run, chunk });
  for (const name of ['check', 'identify', 'harmonize', 'features']) await step(name, run);
  await judged(run.runId, i);
  await step('gate', run);
  const { releaseId } = released.parse(await step('release', run));
  for (const name of ['report', 'list', 'handoff', 'notify']) await step(name, { ...run, releaseId });
}
// A person's step back goes through the same function.
await step('release', { rollback: { replay: true } });
const { chunks: _, ...failing } = planned.parse(await step('plan', { date: days.at(-1)?.run_date }));
await step('tell', { ...failing, failure: { state: 'Intake', error: 'States.Timeout', cause: '' } });
cases.close();
console.log(JSON.stringify(recorded()));
