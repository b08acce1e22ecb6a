// The features step of a run: the frame, the plain list, and which families of which tasks have something new to learn.
import { z } from 'zod';
import { districtTasks, FORECAST_TASK } from '../../lib/models/district-tasks.ts';
import type { Session } from '../adapters/duckdb.ts';
import type { DistrictContext } from '../district/context.ts';
import type { Lake } from '../lake/lake.ts';
import { archivePrefix, championPrefix, readRegistry, type TaskEntry } from '../registry/registry.ts';
import { faultyFile } from '../registry/sound-model.ts';
import { harmonizeSchema, readFacts, writeFacts } from '../run/facts.ts';
import { tellProgress } from '../run/step-progress.ts';
import { literal, identifier as q } from '../sql-text/sql-text.ts';
import { featuresVersion } from './features-version.ts';
import { makeFeatures } from './make-features.ts';
import { modelsDigest } from './models-digest.ts';
import { framePrefix, writeFrame } from './write-frame.ts';

export const FAMILIES = ['boosted', 'sequence'] as const;

/** Train, calibrate and test each need outcomes of their own year. */
const LEAST_COHORTS = 3;

export const featuresSchema = z.strictObject({
  cases: z.number(),
  latest: z.number(),
  asOf: z.string().nullable(),
  /** Task to what is learnt from, and what is to be done about it. */
  tasks: z.record(
    z.string(),
    z.strictObject({
      digest: z.string(),
      /** See featuresVersion: travels with a model that leaves the district. */
      version: z.string().default(''),
      cohorts: z.array(z.string()),
      /** 'next_run': there is something new, but this run was asked to train another task alone. */
      plan: z.enum(['train', 'nothing_new', 'history_too_short', 'not_used', 'next_run']),
    }),
  ),
});

export type FeatureFacts = z.infer<typeof featuresSchema>;
export type Job = { readonly task: string; readonly family: (typeof FAMILIES)[number] };

export const plainKey = (runId: string) => `${framePrefix(runId)}/plain/rule.parquet`;

/** @param again a task that learns alone, although nothing may be new; '' for every task that has something to learn. */
export async function featuresRun(
  context: DistrictContext,
  runId: string,
  again = '',
): Promise<{ readonly train: Job[]; readonly judge: boolean }> {
  const { lake, root, district } = context;
  const made = await readFacts(lake, runId, 'harmonize', harmonizeSchema);
  const session = await context.session();
  try {
    await makeFeatures({
      root,
      lake,
      session,
      tables: made.tables,
      onFeature: (what, _, done, total) => tellProgress({ done, total, what: `features (${what})` }),
    });
    const names = districtTasks(root);
    const { digests, ...counts } = await writeFrame(session, lake, runId, names);
    await writePlainRule(session, context, runId);
    await lake.writeText(`${framePrefix(runId)}/judging.json`, JSON.stringify(judging(district)));
    const registry = await readRegistry(lake);
    const code = modelsDigest(root);
    const tasks: FeatureFacts['tasks'] = {};
    for (const name of names) {
      const digest = `${digests[name] ?? ''}-${code}`;
      const cohorts = await maturedCohorts(session, name);
      const version = featuresVersion(root, name);
      const state = await championState(lake, name, registry.tasks[name], version);
      const known = again !== name && state !== 'lost' && registry.tasks[name]?.learnt === digest;
      const plan = !district.models.use
        ? 'not_used'
        : cohorts.length < LEAST_COHORTS
          ? 'history_too_short'
          : known
            ? 'nothing_new'
            : again !== '' && again !== name && state === 'usable'
              ? 'next_run'
              : 'train';
      tasks[name] = { digest, version, cohorts, plan };
    }
    const champions = Object.values(registry.tasks).some(({ champion }) => champion !== null);
    await writeFacts(lake, runId, 'features', { ...counts, tasks });
    const train = Object.entries(tasks)
      .filter(([, { plan }]) => plan === 'train')
      .flatMap(([task]) =>
        // A forecast of a number is the trees' work alone.
        FAMILIES.filter((family) => family === 'boosted' || task !== FORECAST_TASK).map((family) => ({
          task,
          family,
        })),
      );
    return { train, judge: district.models.use && (champions || train.length > 0) };
  } finally {
    session.close();
  }
}

/** 'lost': its files are nowhere sound; 'another kind': what it looks at is defined otherwise today. */
async function championState(
  lake: Lake,
  name: string,
  entry: TaskEntry | undefined,
  version: string,
): Promise<'usable' | 'another kind' | 'lost'> {
  const champion = entry?.champion ?? null;
  if (champion === null) return 'usable';
  const places = [championPrefix(name), `${archivePrefix(name, champion)}/candidate`];
  const faults = await Promise.all(places.map((place) => faultyFile(lake, place)));
  if (faults.every((fault) => fault !== undefined)) return 'lost';
  const model = entry?.models.find((m) => m.modelId === champion);
  return model?.version === version ? 'usable' : 'another kind';
}

/** What the district itself says of approval and of groups; where it says nothing, the written rule does. */
function judging({ models: { approval, promise } }: DistrictContext['district']) {
  const { falseAlarmsPer100, missedPer100 } = promise;
  return {
    approval,
    promise: { false_alarms_per_100: falseAlarmsPer100 ?? null, missed_per_100: missedPer100 ?? null },
  };
}

async function maturedCohorts(session: Session, outcome: string): Promise<string[]> {
  const rows = await session.rows(
    `select cohort from model_case where ${q(outcome)} is not null group by cohort order by cohort`,
  );
  return rows.map((row) => String(row.cohort));
}

async function writePlainRule(session: Session, { lake }: DistrictContext, runId: string): Promise<void> {
  const path = await lake.scratch('plain-rule.parquet');
  await session.run(
    `copy (select * from plain_rule order by student_key) to ${literal(path)} (format parquet, compression zstd)`,
  );
  await lake.publish(path, plainKey(runId));
}
