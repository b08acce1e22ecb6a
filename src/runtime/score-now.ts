// Scores the students of a release with today's champions, for one question: nothing of it is released.
import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { districtTasks } from '../../lib/models/district-tasks.ts';
import type { Session } from '../adapters/duckdb.ts';
import type { DistrictContext } from '../district/context.ts';
import { type FeatureInput, makeFeatures } from '../features/make-features.ts';
import { framePrefix, writeFrame } from '../features/write-frame.ts';
import type { Manifest } from '../release/manifest.ts';
import { literal } from '../sql-text/sql-text.ts';
import { runProcessingJob } from './sagemaker-jobs.ts';

export interface ScoreQuestion {
  readonly context: DistrictContext;
  readonly home: string;
  readonly manifest: Manifest;
  /** As known on this day; the release's own when left out. */
  readonly asOf?: string | undefined;
  /** This task alone; all when left out. */
  readonly task?: string | undefined;
  /** Reasons of this student alone, on a list or not; a model that cannot be used leaves the others. */
  readonly student?: string | undefined;
}

/** A release made before a column was added answers too: the column is blank there. */
async function featuresOf(input: FeatureInput): Promise<void> {
  try {
    await makeFeatures(input);
  } catch {
    await makeFeatures({ ...input, age: 'older' });
  }
}

const codeRoot = dirname(dirname(import.meta.dirname));

/** `use` reads the tables scores, reasons, forecasts and refused, those there are, by their names in the session. */
export async function scoreNow<T>(
  { context, home, manifest, asOf, task, student }: ScoreQuestion,
  use: (session: Session, tables: ReadonlySet<string>) => Promise<T>,
): Promise<T> {
  const { lake, root } = context;
  const runId = `asked-${randomUUID()}`;
  const session = await context.session();
  try {
    await featuresOf({ root, lake, session, tables: manifest.tables, asOf });
    await writeFrame(session, lake, runId, districtTasks(root));
    const job = (name: string) => ({
      InputName: name,
      S3Input: {
        S3Uri: name === 'frame' ? `s3://lake/${framePrefix(runId)}/` : `s3://lake/model/${name}/`,
        LocalPath: `/opt/ml/processing/input/${name}`,
      },
    });
    const words = [
      'models.score_day',
      '--date',
      asOf ?? manifest.date,
      ...(task === undefined ? [] : ['--task', task]),
      ...(student === undefined ? [] : ['--student', student]),
    ];
    const output = {
      S3Uri: `s3://lake/runs/${runId}/scores/`,
      LocalPath: '/opt/ml/processing/output/scores',
    };
    await runProcessingJob(
      { root: codeRoot, home },
      {
        ProcessingJobName: 'score',
        AppSpecification: { ContainerArguments: [`exec bash c/models/start.sh ${words.join(' ')}`] },
        ProcessingInputs: [job('frame'), job('champions')],
        ProcessingOutputConfig: { Outputs: [{ S3Output: output }] },
        Environment: { PYTHONHASHSEED: '0' },
      },
    );
    const tables = new Set<string>();
    for (const table of ['scores', 'reasons', 'forecasts', 'refused']) {
      const key = `runs/${runId}/scores/${table}.parquet`;
      if (!(await lake.exists(key))) continue;
      await session.run(
        `create or replace temp view ${table} as select * from read_parquet(${literal(await lake.fetch(key))})`,
      );
      tables.add(table);
    }
    return await use(session, tables);
  } finally {
    session.close();
    await lake.remove(join('runs', runId));
  }
}
