// Runs one day here: the synthesized state machine, its steps as handlers of this process.
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { District } from '../../lib/district.ts';
import { functionPlaceholder, STEPS, type Step } from '../../lib/pipeline/steps.ts';
import { districtSubstitutions } from '../../lib/pipeline/substitute.ts';
import { definitionText } from '../definitions/definitions.ts';
import { districtHome } from '../district/district-home.ts';
import { HomeroomError } from '../errors/homeroom-error.ts';
import { thrownInStep } from '../run/step.ts';
import { runProcessingJob, runTrainingJob } from './sagemaker-jobs.ts';
import type { StateEvent } from './states/events.ts';
import { LAMBDA_INVOKE, lambdaInvoke } from './states/lambda-invoke.ts';
import { runMachine } from './states/run-machine.ts';
import { expandSubstitutions } from './states/substitutions.ts';

export interface DayResult {
  readonly runId: string;
  readonly releaseId: string;
  readonly seconds: number;
  /** Seconds spent inside the steps' handlers. */
  readonly handlerSeconds: number;
}

export class RunFailedError extends HomeroomError {
  constructor(error: string, cause: string) {
    super('RUN_FAILED', `The run stopped (${error}): ${cause}`, {
      where: "the day's state machine",
      mend: 'Readers still see the last good release. Mend what is named above and run again.',
    });
  }
}

const outputSchema = z.object({ runId: z.string(), releaseId: z.string() });

export interface DayInput {
  readonly district: District;
  readonly date: string;
  /** A task that learns although nothing is new. */
  readonly again?: string;
  readonly onEvent?: (event: StateEvent) => void;
}

/** @throws RunFailedError, or the HomeroomError that a step threw. */
export async function runDay({ district, date, again, onEvent }: DayInput): Promise<DayResult> {
  const started = performance.now();
  let thrown: unknown;
  const invoke = async (functionName: string, event: unknown) => {
    const step = STEPS.find((s) => functionName === `local:${s}`);
    if (!step) throw new Error(`no step is called ${functionName}`);
    try {
      return await (await stepHandler(step))(event);
    } catch (error) {
      // The step's message is made for the state machine; a person gets the error itself.
      thrown = thrownInStep(error);
      throw error;
    }
  };
  const definition = expandSubstitutions(
    definitionText(codeRoot, 'lib', 'generated', 'daily-pipeline.asl.json'),
    {
      ...districtSubstitutions(district),
      ...Object.fromEntries(STEPS.map((step) => [functionPlaceholder(step), `local:${step}`])),
      HarmonizeJobName: 'local:harmonize',
      ...localModelPlaces,
    },
  );
  const jobs = { root: codeRoot, home: districtHome(district.district) };
  let handlerMs = 0;
  const execution = await runMachine(
    JSON.parse(definition),
    { district: district.district, date, ...(again === undefined ? {} : { again }) },
    {
      resources: {
        [LAMBDA_INVOKE]: lambdaInvoke(({ FunctionName, Payload }) => invoke(FunctionName, Payload)),
        'arn:aws:states:::glue:startJobRun.sync': async (input) => glueJob(input),
        'arn:aws:states:::sagemaker:createTrainingJob.sync': async (input) => runTrainingJob(jobs, input),
        'arn:aws:states:::sagemaker:createProcessingJob.sync': async (input) => runProcessingJob(jobs, input),
      },
      onEvent: (event) => {
        if (event.type !== 'entered' && event.type !== 'retried') handlerMs += event.handlerMs;
        onEvent?.(event);
      },
    },
  );
  if (execution.status !== 'SUCCEEDED') {
    // The step's own error says more than the state machine's word for it.
    throw thrown instanceof Error ? thrown : new RunFailedError(execution.error, execution.cause);
  }
  const output = outputSchema.parse(execution.output);
  return { ...output, seconds: (performance.now() - started) / 1000, handlerSeconds: handlerMs / 1000 };
}

/** "s3://lake/" stands for the district's own folder; images, roles and keys have no part here. */
const localModelPlaces = {
  LakeBucket: 'lake',
  LakeKeyArn: 'local:key',
  ModelRoleArn: 'local:role',
  ModelImage: 'local:image',
  ModelCodeUri: 's3://lake/model/code/',
  ModelJobPrefix: 'local',
  ModelConcurrency: '2',
};

type Handler = (event: unknown) => Promise<unknown>;
const handlerModule = z.object({ handler: z.custom<Handler>((h) => typeof h === 'function') });
const loaded = new Map<Step, Handler>();

/** The steps are code; definitions (modules, SQL, metrics) may lie elsewhere. */
const codeRoot = dirname(dirname(import.meta.dirname));

async function stepHandler(step: Step): Promise<Handler> {
  const known = loaded.get(step);
  if (known) return known;
  const file = process.env.HOMEROOM_BUNDLES
    ? join(process.env.HOMEROOM_BUNDLES, step, 'index.mjs')
    : join(codeRoot, 'lambdas', step, 'handler.ts');
  const { handler } = handlerModule.parse(await import(pathToFileURL(file).href));
  loaded.set(step, handler);
  return handler;
}

const glueArguments = z.object({
  Arguments: z.object({ '--district': z.string(), '--date': z.string(), '--run_id': z.string() }),
});

/** One machine has no Glue: the same SQL runs in DuckDB instead of Spark. */
async function glueJob(input: unknown): Promise<{ Id: string; JobRunState: string }> {
  const { Arguments: given } = glueArguments.parse(input);
  const harmonize = await stepHandler('harmonize');
  await harmonize({ district: given['--district'], date: given['--date'], runId: given['--run_id'] });
  return { Id: given['--run_id'], JobRunState: 'SUCCEEDED' };
}
