// The requests that start a model's training, judging and scoring: made here once, obeyed by SageMaker and by one machine.
import type { District } from '../district.ts';

/** A place that `substitute` or CloudFormation fills. */
const place = (name: string) => `\${${name}}`;

const TRAINING_SECONDS = 3600;
/** Waiting for a spot instance counts too. */
const TRAINING_WITH_WAITING_SECONDS = 3 * 3600;
const PROCESSING_SECONDS = 3600;

/** Where SageMaker lays code and data inside a container. */
const INPUT = '/opt/ml/input/data';
export const PROCESSING = '/opt/ml/processing';

/**
 * Jobs have no network: code and wheels come as data, and the script in them does the rest. SageMaker allows an argument
 * 256 letters.
 */
const start = (code: string, module: string) =>
  `cd /tmp && python3 -m zipfile -e ${code}/*.zip c && exec bash c/models/start.sh ${module}`;

const tags = [{ Key: 'homeroom:district', Value: '{% $district %}' }] as const;

/** Runs start with the date, so names sort by day; SageMaker allows 63 letters. */
const jobName = (what: string) =>
  `{% $substring($replace("${place('ModelJobPrefix')}-" & ${what} & "-" & $runId, /[^A-Za-z0-9-]/, "-"), 0, 63) %}`;

/** One family of one task: `$states.input` is `{task, family}`. */
export function trainingRequest() {
  return {
    TrainingJobName: jobName('$states.input.task & "-" & $states.input.family'),
    RoleArn: place('ModelRoleArn'),
    AlgorithmSpecification: {
      TrainingImage: place('ModelImage'),
      TrainingInputMode: 'File',
      ContainerEntrypoint: ['/bin/bash', '-c'],
      ContainerArguments: [
        `{% "${start(`${INPUT}/code`, 'models.train --task models/tasks/district/')}" & $states.input.task & ".toml --family " & $states.input.family %}`,
      ],
    },
    InputDataConfig: [
      channel('train', `{% "s3://${place('LakeBucket')}/runs/" & $runId & "/frame/" %}`),
      channel('code', place('ModelCodeUri')),
    ],
    OutputDataConfig: {
      S3OutputPath: `{% "s3://${place('LakeBucket')}/runs/" & $runId & "/training/" & $states.input.task & "/" & $states.input.family %}`,
      KmsKeyId: place('LakeKeyArn'),
    },
    ResourceConfig: {
      InstanceCount: 1,
      InstanceType: place('ModelInstance'),
      VolumeSizeInGB: 30,
      VolumeKmsKeyId: place('LakeKeyArn'),
    },
    // A spot instance that is taken away starts the job again: minutes of work, nothing half-written.
    EnableManagedSpotTraining: true,
    StoppingCondition: {
      MaxRuntimeInSeconds: TRAINING_SECONDS,
      MaxWaitTimeInSeconds: TRAINING_WITH_WAITING_SECONDS,
    },
    EnableNetworkIsolation: true,
    EnableInterContainerTrafficEncryption: true,
    Environment: { PYTHONHASHSEED: '0' },
    Tags: tags,
  } as const;
}

function channel<Uri extends string>(ChannelName: string, S3Uri: Uri) {
  return {
    ChannelName,
    DataSource: {
      S3DataSource: { S3DataType: 'S3Prefix', S3Uri, S3DataDistributionType: 'FullyReplicated' },
    },
  } as const;
}

/** Judges what was trained: calibration, trial, fairness, leaks, the gate's proposal. */
export function evaluationRequest() {
  return processingRequest(
    '"evaluate"',
    'models.evaluate_day',
    ['frame', 'training', 'champions'],
    'evaluation',
  );
}

/** Scores the students of the day with each task's champion. */
export function scoringRequest() {
  return processingRequest('"score"', 'models.score_day', ['frame', 'champions'], 'scores');
}

type Input = 'frame' | 'training' | 'champions';

function processingRequest(what: string, module: string, inputs: readonly Input[], output: string) {
  const root = `s3://${place('LakeBucket')}`;
  const uri = (input: Input) =>
    input === 'champions' ? `${root}/model/champions/` : `{% "${root}/runs/" & $runId & "/${input}/" %}`;
  return {
    ProcessingJobName: jobName(what),
    RoleArn: place('ModelRoleArn'),
    AppSpecification: {
      ImageUri: place('ModelImage'),
      ContainerEntrypoint: ['/bin/bash', '-c'],
      ContainerArguments: [`{% "${start(`${PROCESSING}/input/code`, `${module} --date `)}" & $date %}`],
    },
    ProcessingInputs: [
      ...inputs.map((input) => processingInput(input, uri(input))),
      processingInput('code', place('ModelCodeUri')),
    ],
    ProcessingOutputConfig: {
      KmsKeyId: place('LakeKeyArn'),
      Outputs: [
        {
          OutputName: output,
          S3Output: {
            S3Uri: `{% "${root}/runs/" & $runId & "/${output}/" %}`,
            LocalPath: `${PROCESSING}/output/${output}`,
            S3UploadMode: 'EndOfJob',
          },
        },
      ],
    },
    ProcessingResources: {
      ClusterConfig: {
        InstanceCount: 1,
        InstanceType: place('ModelInstance'),
        VolumeSizeInGB: 30,
        VolumeKmsKeyId: place('LakeKeyArn'),
      },
    },
    StoppingCondition: { MaxRuntimeInSeconds: PROCESSING_SECONDS },
    NetworkConfig: { EnableNetworkIsolation: true, EnableInterContainerTrafficEncryption: true },
    Environment: { PYTHONHASHSEED: '0' },
    Tags: tags,
  } as const;
}

function processingInput<Uri extends string>(InputName: string, S3Uri: Uri) {
  return {
    InputName,
    S3Input: {
      S3Uri,
      LocalPath: `${PROCESSING}/input/${InputName}`,
      S3DataType: 'S3Prefix',
      S3InputMode: 'File',
      S3DataDistributionType: 'FullyReplicated',
      S3CompressionType: 'None',
    },
  } as const;
}

/** The places that come from the district file. */
export function modelSubstitutions(district: District): Record<string, string> {
  return { ModelInstance: district.models.instance, ModelConcurrency: String(district.models.concurrency) };
}
