// Asks DuckDB, Spark and Trino the same questions on the same rows and compares the answers: `npm run test:engines`.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { type Answer, difference, typeDifference } from './compare.ts';
import { Bench } from './duckdb-answers.ts';
import { pythonEnvironment, run, trinoHome } from './environments.ts';
import { referenceFixture, stagedFixture } from './fixture.ts';
import { type Plan, type Question, readPlan } from './plan.ts';
import { type Line, report } from './report.ts';
import { startTrino } from './trino-server.ts';

const root = resolve(import.meta.dirname, '..', '..');
const cell = z.union([z.string(), z.number(), z.null()]);
const answerFile = z.union([
  z.object({ types: z.array(z.string()), rows: z.array(z.array(cell)) }),
  z.object({ error: z.string() }),
]);
type Given = Answer | { readonly error: string };

const work = mkdtempSync(join(tmpdir(), 'homeroom-engines-'));
const place = (name: string) => {
  const path = join(work, name);
  mkdirSync(path, { recursive: true });
  return path;
};

async function main(): Promise<number> {
  const plan = readPlan(root);
  const data = place('data');
  const clock = (said: string) =>
    console.log(`${(performance.now() / 1000).toFixed(0).padStart(4)} s  ${said}`);
  const bench = await Bench.open(data, place('duckdb'));
  const duckdb = await askDuckdb(plan, bench);
  bench.close();
  clock(`DuckDB answered ${duckdb.size} questions`);
  const planFile = join(work, 'plan.json');
  const answerable = plan.questions.filter((x) => !('error' in (duckdb.get(x.relation) ?? { error: '' })));
  const others = (scratch: string) => ({ data, scratch, relations: bench.relations, questions: answerable });
  writeFileSync(planFile, JSON.stringify(others(place('spark'))));
  const [spark, trino] = await Promise.all([
    askSpark(planFile).finally(() => clock('Spark is done')),
    askTrino(planFile, data, clock).finally(() => clock('Trino is done')),
  ]);
  const lines: Line[] = plan.questions.map((question) => {
    const expected = duckdb.get(question.relation);
    if (expected === undefined || 'error' in expected) {
      return { question, rows: null, duckdb: expected?.error ?? 'not asked', spark: null, trino: null };
    }
    return {
      question,
      rows: expected.rows.length,
      duckdb: typeDifference(question.columns, expected.types) ?? 'equal',
      spark: verdict(question, expected, spark),
      trino: trino && verdict(question, expected, trino),
    };
  });
  return report(lines, trino === null);
}

function verdict(question: Question, expected: Answer, answers: (relation: string) => Given): string {
  const given = answers(question.relation);
  return 'error' in given ? given.error : (difference(question.columns, expected, given) ?? 'equal');
}

/** Answers by relation, in the order in which each can be given; reference rows come between mapping and core. */
async function askDuckdb(plan: Plan, bench: Bench): Promise<Map<string, Given>> {
  const answers = new Map<string, Given>();
  for (const module of plan.modules) {
    const rows = stagedFixture(root, plan);
    for (const [table, { columns }] of Object.entries(plan.catalog.staged[module] ?? {})) {
      await bench.storeRows(
        `staged_${module}_${table}`,
        columns,
        rows.get(`staged_${module}_${table}`) ?? [],
      );
    }
  }
  const ask = async (questions: readonly Question[]) => {
    for (const question of questions) {
      const given = await bench.answer(question).catch((e: unknown) => ({ error: firstLine(e) }));
      answers.set(question.relation, given);
    }
  };
  const early = (x: Question) => x.layer === 'history' || x.layer === 'mapping';
  await ask(plan.questions.filter(early));
  for (const [mapped, { columns }] of Object.entries(plan.catalog.mapped))
    await bench.storeMapped(plan, mapped, columns);
  const reference = referenceFixture(root, plan, await bench.localCodes());
  for (const [name, { columns }] of Object.entries(plan.catalog.reference)) {
    await bench.storeRows(name, columns, reference.get(name) ?? []);
  }
  await ask(plan.questions.filter((x) => !early(x)));
  return answers;
}

async function askSpark(planFile: string): Promise<(relation: string) => Given> {
  const { python, javaHome } = await pythonEnvironment(root, 'spark');
  const answers = place('spark-answers');
  // Hundreds of small questions: the second compiler of the Java machine would cost more than it saves.
  const java = '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC';
  const env = { ...process.env, JAVA_HOME: javaHome, JDK_JAVA_OPTIONS: java, TZ: 'UTC', PYSPARK_PYTHON: python };
  await run(python, [join(root, 'test/engines/spark/answer.py'), planFile, answers], env);
  return (relation) => readAnswer(join(answers, `${relation}.json`));
}

async function askTrino(
  planFile: string,
  data: string,
  clock: (said: string) => void,
): Promise<((relation: string) => Given) | null> {
  const { python, javaHome } = await pythonEnvironment(root, 'trino');
  const home = await trinoHome(python);
  if (home === null) return null;
  const server = await startTrino(home, javaHome, data, place('trino'));
  clock('Trino has started');
  const answers = place('trino-answers');
  try {
    await run(python, [join(root, 'test/engines/trino/answer.py'), planFile, answers, String(server.port)]);
  } finally {
    await server.stop();
  }
  return (relation) => readAnswer(join(answers, `${relation}.json`));
}

function readAnswer(file: string): Given {
  return answerFile.parse(JSON.parse(readFileSync(file, 'utf8')));
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).trim().split('\n')[0] ?? '';
}

try {
  process.exitCode = await main();
} finally {
  if (process.env.KEEP_ENGINES_WORK) console.log(`Kept ${work}`);
  else rmSync(work, { recursive: true, force: true });
}
