// The requests of model jobs: within SageMaker's limits, without a network, and the very ones that one machine obeys.
import { describe, expect, it } from '@jest/globals';
import jsonata from 'jsonata';
import {
  commandOf,
  processingRequestSchema,
  trainingRequestSchema,
} from '../../src/runtime/sagemaker-jobs.ts';
import { districtTasks } from './district-tasks.ts';
import { evaluationRequest, scoringRequest, trainingRequest } from './jobs.ts';

const root = new URL('../../', import.meta.url).pathname;
const places: Readonly<Record<string, string>> = {
  ModelJobPrefix: 'homeroom-a-district-of-20xx-production',
  LakeBucket: 'homeroom-a-district-of-20xx-production-lake-123456789012',
  LakeKeyArn: 'arn:aws:kms:us-east-1:123456789012:key/1',
  ModelRoleArn: 'arn:aws:iam::123456789012:role/models',
  ModelImage: 'image',
  ModelCodeUri: 's3://assets/code.zip',
  ModelInstance: 'ml.m5.xlarge',
};
const runId = 'r000123-2026-03-13';

/** What Step Functions makes of a request: places filled, then every expression evaluated. */
async function evaluated(request: object, input: object = {}): Promise<unknown> {
  const text = JSON.stringify(request).replace(
    /\$\{(\w+)\}/g,
    (_, name: string) => places[name] ?? `no ${name}`,
  );
  const walk = async (node: unknown): Promise<unknown> => {
    if (typeof node === 'string' && node.startsWith('{%')) {
      const bindings = { states: { input }, runId, date: '2026-03-13', district: 'maple' };
      return jsonata(node.slice(2, -2)).evaluate(null, bindings);
    }
    if (Array.isArray(node)) return Promise.all(node.map(walk));
    if (typeof node !== 'object' || node === null) return node;
    return Object.fromEntries(
      await Promise.all(Object.entries(node).map(async ([k, v]) => [k, await walk(v)])),
    );
  };
  return walk(JSON.parse(text));
}

const jobs = districtTasks(root).flatMap((task) =>
  ['boosted', 'sequence'].map((family) => ({ task, family })),
);

describe('a training request', () => {
  it.each(jobs)('for $task, $family is one that this machine can run', async (job) => {
    const request = trainingRequestSchema.parse(await evaluated(trainingRequest(), job));
    expect(commandOf(request.AlgorithmSpecification.ContainerArguments[0])).toEqual([
      '-m',
      'models.train',
      '--task',
      `models/tasks/district/${job.task}.toml`,
      '--family',
      job.family,
    ]);
    expect(request.InputDataConfig.map((c) => c.ChannelName)).toEqual(['train', 'code']);
    expect(request.OutputDataConfig.S3OutputPath).toBe(
      `s3://${places.LakeBucket}/runs/${runId}/training/${job.task}/${job.family}`,
    );
  });

  it.each(jobs)(
    'for $task, $family has a name of 63 letters at most, of letters, digits and dashes',
    async (job) => {
      const { TrainingJobName } = trainingRequestSchema.parse(await evaluated(trainingRequest(), job));
      expect(TrainingJobName).toMatch(/^[A-Za-z0-9](-?[A-Za-z0-9])*-?$/);
      expect(TrainingJobName.length).toBeLessThanOrEqual(63);
    },
  );

  it('has no network, encrypts what it writes, and may run on spot instances', () => {
    expect(trainingRequest()).toMatchObject({
      EnableNetworkIsolation: true,
      EnableManagedSpotTraining: true,
      EnableInterContainerTrafficEncryption: true,
      OutputDataConfig: { KmsKeyId: expect.any(String) },
      ResourceConfig: { VolumeKmsKeyId: expect.any(String) },
    });
  });
});

describe('a processing request', () => {
  it.each([
    ['judges', evaluationRequest(), ['frame', 'training', 'champions', 'code'], 'evaluation'],
    ['scores', scoringRequest(), ['frame', 'champions', 'code'], 'scores'],
  ] as const)('that %s is one that this machine can run', async (_, made, inputs, output) => {
    const request = processingRequestSchema.parse(await evaluated(made));
    expect(request.ProcessingInputs.map((i) => i.InputName)).toEqual(inputs);
    expect(request.ProcessingOutputConfig.Outputs[0]?.S3Output).toMatchObject({
      S3Uri: `s3://${places.LakeBucket}/runs/${runId}/${output}/`,
      LocalPath: `/opt/ml/processing/output/${output}`,
    });
    expect(commandOf(request.AppSpecification.ContainerArguments[0]).slice(2)).toEqual([
      '--date',
      '2026-03-13',
    ]);
  });

  it('has no network and encrypts what it writes', () => {
    expect(scoringRequest()).toMatchObject({
      NetworkConfig: { EnableNetworkIsolation: true, EnableInterContainerTrafficEncryption: true },
      ProcessingOutputConfig: { KmsKeyId: expect.any(String) },
    });
  });
});

describe("a container's argument", () => {
  it('stays within the 256 letters that SageMaker allows', async () => {
    const requests = [
      ...(await Promise.all(jobs.map((job) => evaluated(trainingRequest(), job)))),
      await evaluated(evaluationRequest()),
      await evaluated(scoringRequest()),
    ];
    const longest = requests
      .flatMap((r) => JSON.stringify(r).match(/"cd \/tmp[^"]*"/g) ?? [])
      .map((a) => a.length - 2);
    expect(longest).toHaveLength(requests.length);
    expect(Math.max(...longest)).toBeLessThanOrEqual(256);
  });

  it('that says anything else is not run here', () => {
    expect(() => commandOf('cd /tmp && rm -rf x')).toThrow('not a command');
    expect(() => commandOf('exec bash c/models/start.sh models.train; curl example.org')).toThrow(
      'not a command',
    );
  });
});
