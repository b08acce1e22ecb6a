// Puts the plan's questions to each engine; an answer is rows, or the error that the engine gave.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Answer } from './compare.ts';
import type { Bench } from './duckdb-answers.ts';
import { pythonEnvironment, run, trinoHome } from './environments.ts';
import { type Rows, referenceFixture, stagedFixture } from './fixture.ts';
import type { Plan, Question } from './plan.ts';
import { probeRelations } from './probes.ts';
import type { ReleaseRows } from './release-rows.ts';
import { startTrino } from './trino-server.ts';

export type Given = Answer | { readonly error: string };

const cell = z.union([z.string(), z.number(), z.null()]);
const answerFile = z.union([
  z.object({ types: z.array(z.string()), rows: z.array(z.array(cell)) }),
  z.object({ error: z.string() }),
]);

/** DuckDB's answers, in the order in which each can be given; reference rows come between mapping and core. */
export async function askDuckdb(
  root: string,
  plan: Plan,
  bench: Bench,
  released: ReleaseRows,
  withOddRows: boolean,
): Promise<Map<string, Given>> {
  const answers = new Map<string, Given>();
  const ask = async (questions: readonly Question[]) => {
    for (const question of questions) {
      const given = await bench.answer(question).catch((e: unknown) => ({ error: firstLine(e) }));
      answers.set(question.relation, given);
    }
  };
  const odd = withOddRows ? stagedFixture(root, plan) : new Map<string, Rows>();
  for (const module of plan.modules) {
    for (const [table, { columns }] of Object.entries(plan.catalog.staged[module] ?? {})) {
      const name = `staged_${module}_${table}`;
      await bench.storeRows(name, columns, odd.get(name) ?? [], released.get(name));
    }
  }
  for (const { name, columns, rows } of probeRelations(root)) await bench.storeRows(name, columns, rows);
  const early = (x: Question) => x.layer === 'probe' || x.layer === 'history' || x.layer === 'mapping';
  await ask(plan.questions.filter(early));
  for (const [name, { columns }] of Object.entries(plan.catalog.mapped))
    await bench.storeMapped(plan, name, columns);
  const reference = withOddRows
    ? referenceFixture(root, plan, await bench.localCodes())
    : new Map<string, Rows>();
  for (const [name, { columns }] of Object.entries(plan.catalog.reference)) {
    await bench.storeRows(
      name,
      columns,
      reference.get(name) ?? [],
      released.get(name),
      plan.referenceKeys[name],
    );
  }
  await ask(plan.questions.filter((x) => !early(x)));
  return answers;
}

/** Questions that one Java machine answers: what it keeps of each, a gigabyte and a half in all, has once filled its heap. */
const A_SESSION = 120;

export async function askSpark(
  root: string,
  plan: string,
  questions: number,
  answers: string,
): Promise<(relation: string) => Given> {
  const { python, javaHome } = await pythonEnvironment(root, 'spark');
  // Hundreds of small questions: the second compiler of the Java machine would cost more than it saves.
  const java = '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC';
  const env = {
    ...process.env,
    JAVA_HOME: javaHome,
    JDK_JAVA_OPTIONS: java,
    TZ: 'UTC',
    PYSPARK_PYTHON: python,
  };
  const script = join(root, 'test/engines/spark/answer.py');
  for (let from = 0; from < questions; from += A_SESSION) {
    await run(python, [script, plan, answers, String(from), String(from + A_SESSION)], env);
  }
  return (relation) => readAnswer(join(answers, `${relation}.json`));
}

/** Null where Trino cannot be had. */
export async function askTrino(
  root: string,
  plan: string,
  data: string,
  scratch: string,
  answers: string,
): Promise<((relation: string) => Given) | null> {
  const home = await trinoHome(root);
  if (home === null) return null;
  const { python, javaHome } = await pythonEnvironment(root, 'trino');
  const server = await startTrino(home, javaHome, data, scratch);
  try {
    await run(python, [join(root, 'test/engines/trino/answer.py'), plan, answers, String(server.port)]);
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
