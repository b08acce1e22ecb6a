// SageMaker's training and processing jobs on this machine: the same request, its folders on disk, the same Python.
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { HomeroomError } from '../errors/homeroom-error.ts';
import { faultIn, kindIn } from '../errors/python-fault.ts';

const text = z.string();

export const trainingRequestSchema = z.object({
  TrainingJobName: text,
  AlgorithmSpecification: z.object({ ContainerArguments: z.tuple([text]) }),
  InputDataConfig: z.array(
    z.object({
      ChannelName: text,
      DataSource: z.object({ S3DataSource: z.object({ S3Uri: text, S3DataType: z.literal('S3Prefix') }) }),
    }),
  ),
  OutputDataConfig: z.object({ S3OutputPath: text }),
  Environment: z.record(text, text),
});

export const processingRequestSchema = z.object({
  ProcessingJobName: text,
  AppSpecification: z.object({ ContainerArguments: z.tuple([text]) }),
  ProcessingInputs: z.array(
    z.object({ InputName: text, S3Input: z.object({ S3Uri: text, LocalPath: text }) }),
  ),
  ProcessingOutputConfig: z.object({
    Outputs: z.array(z.object({ S3Output: z.object({ S3Uri: text, LocalPath: text }) })),
  }),
  Environment: z.record(text, text),
});

export class JobFailedError extends HomeroomError {
  constructor(job: string, told: string) {
    super('MODEL_JOB_FAILED', `The job ${job} failed: ${told}`, {
      where: job,
      mend: 'Yesterday\'s model goes on. Mend what is named above and run again; "homeroom train" tries one task alone.',
    });
    // What Step Functions calls a job that ends with an error.
    this.name = 'States.TaskFailed';
  }
}

export interface LocalJobs {
  /** Folder that holds the code and .venv. */
  readonly root: string;
  /** Folder of the district: "s3://lake/…" stands for it. */
  readonly home: string;
}

const LAKE = 's3://lake/';
/** What models/train.py writes when it refuses. */
const REFUSAL = 'refusal.json';
const PROCESSING_ROOT = '/opt/ml/processing';

/** What the container's script runs: "-m models.train …". */
export function commandOf(containerArgument: string): string[] {
  const command = containerArgument.split(' && ').at(-1) ?? '';
  const match = /^exec bash c\/models\/start\.sh (models\.\w+(?: [\w./-]+)*)$/.exec(command);
  if (!match?.[1]) throw new Error(`not a command that this machine knows to run: ${command}`);
  return ['-m', ...match[1].split(' ')];
}

export async function runTrainingJob(jobs: LocalJobs, request: unknown): Promise<unknown> {
  const job = trainingRequestSchema.parse(request);
  return inWork(jobs, async (work) => {
    const channels = Object.fromEntries(
      job.InputDataConfig.filter((c) => c.ChannelName !== 'code').map(({ ChannelName, DataSource }) => [
        `SM_CHANNEL_${ChannelName.toUpperCase()}`,
        placeOf(jobs, DataSource.S3DataSource.S3Uri),
      ]),
    );
    const folders = { model: join(work, 'model'), output: join(work, 'output', 'data') };
    for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true });
    const to = join(placeOf(jobs, job.OutputDataConfig.S3OutputPath), job.TrainingJobName, 'output');
    const packOutput = async () => {
      mkdirSync(to, { recursive: true });
      await run('tar', ['-czf', join(to, 'output.tar.gz'), '-C', folders.output, '.']);
    };
    try {
      await python(jobs, job.TrainingJobName, commandOf(job.AlgorithmSpecification.ContainerArguments[0]), {
        ...job.Environment,
        ...channels,
        SM_MODEL_DIR: folders.model,
        SM_OUTPUT_DATA_DIR: folders.output,
      });
    } catch (refused) {
      // What a failed job says of itself is kept for the judges; without it there is nothing to keep.
      if (existsSync(join(folders.output, REFUSAL))) await packOutput();
      throw refused;
    }
    await packOutput();
    // Last: a job with a model is a job that ended.
    await run('tar', ['-czf', join(to, 'model.tar.gz'), '-C', folders.model, '.']);
    return { TrainingJobName: job.TrainingJobName, TrainingJobStatus: 'Completed' };
  });
}

export async function runProcessingJob(jobs: LocalJobs, request: unknown): Promise<unknown> {
  const job = processingRequestSchema.parse(request);
  return inWork(jobs, async (work) => {
    const local = (path: string) => join(work, path.slice(PROCESSING_ROOT.length));
    for (const { InputName, S3Input } of job.ProcessingInputs) {
      if (InputName === 'code') continue;
      const from = placeOf(jobs, S3Input.S3Uri);
      mkdirSync(local(S3Input.LocalPath), { recursive: true });
      if (existsSync(from)) cpSync(from, local(S3Input.LocalPath), { recursive: true });
    }
    const outputs = job.ProcessingOutputConfig.Outputs.map((o) => o.S3Output);
    for (const { LocalPath } of outputs) mkdirSync(local(LocalPath), { recursive: true });
    await python(jobs, job.ProcessingJobName, commandOf(job.AppSpecification.ContainerArguments[0]), {
      ...job.Environment,
      HOMEROOM_PROCESSING: work,
    });
    for (const { S3Uri, LocalPath } of outputs) {
      const to = placeOf(jobs, S3Uri);
      rmSync(to, { recursive: true, force: true });
      mkdirSync(to, { recursive: true });
      cpSync(local(LocalPath), to, { recursive: true });
    }
    return { ProcessingJobName: job.ProcessingJobName, ProcessingJobStatus: 'Completed' };
  });
}

function placeOf({ home }: LocalJobs, uri: string): string {
  if (!uri.startsWith(LAKE)) throw new Error(`no place of this machine stands for ${uri}`);
  return join(home, uri.slice(LAKE.length));
}

async function inWork<T>({ home }: LocalJobs, use: (work: string) => Promise<T>): Promise<T> {
  mkdirSync(join(home, 'tmp'), { recursive: true });
  const work = mkdtempSync(join(home, 'tmp', 'job-'));
  try {
    return await use(work);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function python(
  { root }: LocalJobs,
  job: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<void> {
  const interpreter = join(root, '.venv', 'bin', 'python');
  if (!existsSync(interpreter)) {
    throw new JobFailedError(
      job,
      'the Python environment is missing; "node bin/setup.mjs --python" makes it',
    );
  }
  const { code, said } = await run(
    interpreter,
    args,
    {
      PATH: process.env.PATH ?? '',
      HOME: process.env.HOME ?? '',
      PYTHONPATH: root,
      // Two jobs at a time with a thread each: two threads that share a busy core spin against each other.
      SM_NUM_CPUS: '1',
      ...env,
    },
    true,
  );
  if (code !== 0) throw new JobFailedError(job, lastLines(said));
}

/** A fault's own words. Of any other error its kind alone: a library's message may quote a student's row. */
function lastLines(said: string): string {
  const fault = faultIn(said);
  if (fault !== undefined) return `${fault.what} (${fault.where}). ${fault.mend}`;
  return `an error that it does not know, ${kindIn(said)}`;
}

function run(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
  mayFail = false,
): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...args], { env, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      said = (said + part).slice(-8000);
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0 || mayFail) resolve({ code, said });
      else reject(new Error(`${command} ended with code ${code}: ${said.slice(-300)}`));
    });
  });
}
