// Runs one day here: the synthesized state machine, its steps as handlers of this process.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { districtSubstitutions } from '../../lib/pipeline/substitute.ts';
import { functionPlaceholder, STEPS, type Step } from '../../lib/pipeline/steps.ts';
import type { District } from '../../lib/district.ts';
import { definitionText } from '../definitions/definitions.ts';
import { HomeroomError } from '../errors/homeroom-error.ts';
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
      where: 'the day\'s state machine',
      mend: 'Readers still see the last good release. Mend what is named above and run again.',
    });
  }
}

const outputSchema = z.object({ runId: z.string(), releaseId: z.string() });

export interface DayInput {
  readonly root: string;
  readonly district: District;
  readonly date: string;
  readonly onEvent?: (event: StateEvent) => void;
}

/** @throws RunFailedError, or the HomeroomError that a step threw. */
export async function runDay({ root, district, date, onEvent }: DayInput): Promise<DayResult> {
  const started = performance.now();
  const handlers = Object.fromEntries(
    STEPS.map((step) => [`local:${step}`, async (event: unknown) => (await stepHandler(root, step))(event)]),
  );
  const definition = expandSubstitutions(definitionText(root, 'lib', 'generated', 'daily-pipeline.asl.json'), {
    ...districtSubstitutions(district),
    ...Object.fromEntries(STEPS.map((step) => [functionPlaceholder(step), `local:${step}`])),
    HarmonizeJobName: 'local:harmonize',
  });
  let handlerMs = 0;
  const execution = await runMachine(JSON.parse(definition), { district: district.district, date }, {
    resources: {
      [LAMBDA_INVOKE]: lambdaInvoke(handlers),
      'arn:aws:states:::glue:startJobRun.sync': async (input) => glueJob(root, input),
    },
    onEvent: (event) => {
      if (event.type !== 'entered' && event.type !== 'retried') handlerMs += event.handlerMs;
      onEvent?.(event);
    },
  });
  if (execution.status !== 'SUCCEEDED') throw failureOf(execution);
  const output = outputSchema.parse(execution.output);
  return { ...output, seconds: (performance.now() - started) / 1000, handlerSeconds: handlerMs / 1000 };
}

type Handler = (event: unknown) => Promise<unknown>;
const handlerModule = z.object({ handler: z.custom<Handler>((h) => typeof h === 'function') });
const loaded = new Map<Step, Handler>();

async function stepHandler(root: string, step: Step): Promise<Handler> {
  const known = loaded.get(step);
  if (known) return known;
  const file = process.env.HOMEROOM_BUNDLES
    ? join(process.env.HOMEROOM_BUNDLES, step, 'index.mjs')
    : join(root, 'lambdas', step, 'handler.ts');
  const { handler } = handlerModule.parse(await import(pathToFileURL(file).href));
  loaded.set(step, handler);
  return handler;
}

const glueArguments = z.object({
  Arguments: z.object({ '--district': z.string(), '--date': z.string(), '--run_id': z.string() }),
});

/** One machine has no Glue: the same SQL runs in DuckDB instead of Spark. */
async function glueJob(root: string, input: unknown): Promise<{ Id: string; JobRunState: string }> {
  const { Arguments: given } = glueArguments.parse(input);
  const harmonize = await stepHandler(root, 'harmonize');
  await harmonize({ district: given['--district'], date: given['--date'], runId: given['--run_id'] });
  return { Id: given['--run_id'], JobRunState: 'SUCCEEDED' };
}

function failureOf(execution: { error: string; cause: string; failure: { cause?: unknown } }): Error {
  const thrown = execution.failure.cause;
  if (thrown instanceof HomeroomError) return thrown;
  return new RunFailedError(execution.error, execution.cause);
}
