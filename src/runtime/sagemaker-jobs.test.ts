// SageMaker's jobs on this machine: the folders and variables that a container would see, and what a failure leaves.
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { runProcessingJob, runTrainingJob } from './sagemaker-jobs.ts';

let root = '';
let home = '';

/** In place of Python: a script that acts on what it was given. */
function interpreter(script: string): void {
  const path = join(root, '.venv', 'bin', 'python');
  mkdirSync(join(root, '.venv', 'bin'), { recursive: true });
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'homeroom-jobs-'));
  home = join(root, 'home');
  mkdirSync(join(home, 'runs', 'r1', 'frame'), { recursive: true });
  writeFileSync(join(home, 'runs', 'r1', 'frame', 'cases.parquet'), 'rows');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const training = {
  TrainingJobName: 'local-dropout',
  AlgorithmSpecification: {
    ContainerArguments: ['exec bash c/models/start.sh models.train --task a.toml --family boosted'],
  },
  InputDataConfig: [
    {
      ChannelName: 'train',
      DataSource: { S3DataSource: { S3Uri: 's3://lake/runs/r1/frame/', S3DataType: 'S3Prefix' } },
    },
    {
      ChannelName: 'code',
      DataSource: { S3DataSource: { S3Uri: 's3://lake/code/', S3DataType: 'S3Prefix' } },
    },
  ],
  OutputDataConfig: { S3OutputPath: 's3://lake/runs/r1/training/dropout/boosted' },
  Environment: { PYTHONHASHSEED: '0' },
};
const trained = () => join(home, 'runs', 'r1', 'training', 'dropout', 'boosted', 'local-dropout', 'output');

describe('a training job', () => {
  it('finds its channel, its two output folders and its settings in the variables of script mode', async () => {
    interpreter(
      'cp "$SM_CHANNEL_TRAIN/cases.parquet" "$SM_MODEL_DIR/seen"; echo "$* $PYTHONHASHSEED" > "$SM_OUTPUT_DATA_DIR/told"',
    );
    await runTrainingJob({ root, home }, training);
    expect(existsSync(join(trained(), 'model.tar.gz'))).toBe(true);
    expect(existsSync(join(trained(), 'output.tar.gz'))).toBe(true);
  });

  it('that fails leaves nothing behind, and says the words of the fault without a trace', async () => {
    interpreter(
      'touch "$SM_MODEL_DIR/half"; echo "Traceback" >&2; echo \'{"what": "All outcomes are the same", "where": "dropout", "mend": "Widen the cohort."}\' >&2; exit 3',
    );
    await expect(runTrainingJob({ root, home }, training)).rejects.toMatchObject({
      name: 'States.TaskFailed',
      message: expect.stringContaining('All outcomes are the same (dropout). Widen the cohort.'),
    });
    expect(existsSync(trained())).toBe(false);
  });

  it('without a Python environment says how to make one', async () => {
    await expect(runTrainingJob({ root, home }, training)).rejects.toThrow('node bin/setup.mjs --python');
  });
});

describe('a processing job', () => {
  const request = {
    ProcessingJobName: 'local-score',
    AppSpecification: {
      ContainerArguments: ['exec bash c/models/start.sh models.score_day --date 2026-03-13'],
    },
    ProcessingInputs: [
      {
        InputName: 'frame',
        S3Input: { S3Uri: 's3://lake/runs/r1/frame/', LocalPath: '/opt/ml/processing/input/frame' },
      },
      {
        InputName: 'champions',
        S3Input: { S3Uri: 's3://lake/model/champions/', LocalPath: '/opt/ml/processing/input/champions' },
      },
    ],
    ProcessingOutputConfig: {
      Outputs: [
        { S3Output: { S3Uri: 's3://lake/runs/r1/scores/', LocalPath: '/opt/ml/processing/output/scores' } },
      ],
    },
    Environment: {},
  };

  it('finds inputs where a container has them and brings its outputs home', async () => {
    interpreter(
      'cat "$HOMEROOM_PROCESSING/input/frame/cases.parquet" > "$HOMEROOM_PROCESSING/output/scores/scores.parquet"',
    );
    await runProcessingJob({ root, home }, request);
    expect(readFileSync(join(home, 'runs', 'r1', 'scores', 'scores.parquet'), 'utf8')).toBe('rows');
  });

  it('gets an empty folder for a prefix that holds nothing yet', async () => {
    interpreter('test -d "$HOMEROOM_PROCESSING/input/champions"');
    await expect(runProcessingJob({ root, home }, request)).resolves.toMatchObject({
      ProcessingJobStatus: 'Completed',
    });
  });

  it('reads and writes nowhere but in the lake', async () => {
    interpreter('true');
    const elsewhere = structuredClone(request);
    Object.assign(elsewhere.ProcessingInputs[0]?.S3Input ?? {}, { S3Uri: 's3://another/' });
    await expect(runProcessingJob({ root, home }, elsewhere)).rejects.toThrow('no place of this machine');
  });
});
