// Asks DuckDB, Spark and Trino the same questions on the same rows and compares the answers: `npm run test:engines`.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { askDuckdb, askSpark, askTrino, type Given } from './ask.ts';
import { type Answer, difference, typeDifference } from './compare.ts';
import { Bench } from './duckdb-answers.ts';
import { type MadeDistrict, madeDistrict } from './made-district.ts';
import { type Plan, type Question, readPlan } from './plan.ts';
import { releaseRows } from './release-rows.ts';
import { type Line, report } from './report.ts';
import { reportJob, sparkJob } from './spark-job.ts';

const USAGE = `npm run test:engines [-- --students N | --from DIR] [--keep]
  --students N  size of the district made for the test (30); odd rows are put beside its own
  --from DIR    a released district instead, such as .homeroom/contoso
  --layer NAME  ask only probe, history, mapping, core, mart, view or feature of the two other engines
  --keep        leave the rows and answers for a look`;

const { values: options } = parseArgs({
  options: {
    students: { type: 'string', default: '30' },
    from: { type: 'string' },
    layer: { type: 'string' },
    keep: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const root = resolve(import.meta.dirname, '..', '..');
const work = mkdtempSync(join(tmpdir(), 'homeroom-engines-'));
const place = (name: string) => {
  const path = join(work, name);
  mkdirSync(path, { recursive: true });
  return path;
};
const clock = (said: string) =>
  console.log(`${(performance.now() / 1000).toFixed(0).padStart(4)} s  ${said}`);

async function main(): Promise<number> {
  const plan = readPlan(root);
  const data = place('data');
  const district = options.from === undefined ? await madeDistrict(Number(options.students)) : undefined;
  if (district) clock(`A district of ${options.students} students went through the pipeline`);
  try {
    return await compare(plan, data, district);
  } finally {
    district?.remove();
  }
}

async function compare(plan: Plan, data: string, district: MadeDistrict | undefined): Promise<number> {
  const bench = await Bench.open(data, place('duckdb'));
  const rows = await releaseRows(district?.home ?? resolve(options.from ?? ''), plan);
  const duckdb = await askDuckdb(root, plan, bench, rows, district !== undefined);
  bench.close();
  clock(`DuckDB answered ${duckdb.size} questions`);
  const planFile = join(work, 'plan.json');
  const asked = plan.questions.filter((x) => options.layer === undefined || x.layer === options.layer);
  const questions = asked.filter((x) => 'rows' in (duckdb.get(x.relation) ?? {}));
  writeFileSync(
    planFile,
    JSON.stringify({ data, scratch: place('spark'), relations: bench.relations, questions }),
  );
  const [spark, [trino, job]] = await Promise.all([
    askSpark(root, planFile, questions.length, place('spark-answers')).finally(() => clock('Spark is done')),
    trinoAndTheJob(planFile, data, district),
  ]);
  const lines = asked.map((x) => lineOf(x, duckdb.get(x.relation), spark, trino));
  const failed = report(lines, trino === null);
  return job && reportJob(job) > 0 ? 1 : failed;
}

/** Behind Trino, which has less to do than Spark: three Java machines at once would only wait for each other. */
async function trinoAndTheJob(planFile: string, data: string, district: MadeDistrict | undefined) {
  const trino = await askTrino(root, planFile, data, place('trino'), place('trino-answers'));
  clock('Trino is done');
  // A layer asked for alone is a quick look, and a release that somebody keeps is not written to.
  if (!district || options.layer !== undefined) return [trino, undefined] as const;
  const job = await sparkJob(root, district.home, district.name, place('spark-job'));
  clock('The Spark job is done');
  return [trino, job] as const;
}

function lineOf(
  question: Question,
  expected: Given | undefined,
  spark: (relation: string) => Given,
  trino: ((relation: string) => Given) | null,
): Line {
  if (expected === undefined || 'error' in expected) {
    return { question, rows: null, duckdb: expected?.error ?? 'not asked', spark: null, trino: null };
  }
  return {
    question,
    rows: expected.rows.length,
    duckdb: typeDifference(question.columns, expected.types) ?? 'equal',
    spark: verdict(question, expected, spark(question.relation)),
    trino: trino && verdict(question, expected, trino(question.relation)),
  };
}

function verdict(question: Question, expected: Answer, given: Given): string {
  return 'error' in given ? given.error : (difference(question.columns, expected, given) ?? 'equal');
}

try {
  if (options.help) console.log(USAGE);
  else process.exitCode = await main();
} finally {
  if (options.keep) console.log(`Kept ${work}`);
  else rmSync(work, { recursive: true, force: true });
}
