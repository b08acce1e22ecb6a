// `npm run bench`: measures the pipeline against its targets and prints one table. Options: --quick (small sizes),
// --large (adds 100,000 students), --only NAME[,NAME] (regular, irregular, days, reports, large), --trace (where the time goes).
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { dayFigures, largeFigures } from './days.ts';
import { type Figure, figureTable, met } from './figure.ts';
import { irregularFigures } from './irregular.ts';
import { machineLine } from './machine.ts';
import { regularFigures } from './regular.ts';
import { reportFigures } from './reports.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    large: { type: 'boolean', default: false },
    trace: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});
const work = process.env.HOMEROOM_BENCH_DIR ?? join(tmpdir(), 'homeroom-bench');
mkdirSync(work, { recursive: true });
if (values.trace) process.env.HOMEROOM_BENCH_TRACE = '1';

const { quick } = values;
const measures: Readonly<Record<string, () => Promise<Figure[]>>> = {
  regular: () => regularFigures(work, quick ? 500_000 : 5_000_000),
  irregular: () => irregularFigures(work, quick ? 300_000 : 2_000_000),
  days: () => dayFigures(work, quick ? 1000 : 5000),
  reports: () => (quick ? reportFigures(10, 5000) : reportFigures(50, 25_000)),
  large: () => largeFigures(work, quick ? 10_000 : 100_000),
};
const wanted = values.only?.split(',') ?? Object.keys(measures).filter((m) => m !== 'large' || values.large);

const say = (text: string) => process.stdout.write(`${text}\n`);
say(machineLine());
if (quick) say('Small sizes: the targets are for the full ones.');
const figures: Figure[] = [];
for (const name of wanted) {
  process.stderr.write(`measuring ${name} …\n`);
  figures.push(...((await measures[name]?.()) ?? []));
}
say(`\n${figureTable(figures)}\n`);
say(machineLine());
if (!quick && !figures.every(met)) process.exitCode = 1;
