// The registry of models in SageMaker: one package group a task, one package a model, with the same three states.
import {
  CreateModelPackageCommand,
  ListModelPackagesCommand,
  type ModelPackageSummary,
  type SageMakerClient,
  UpdateModelPackageCommand,
} from '@aws-sdk/client-sagemaker';
import type { ModelPackages } from '../registry/model-packages.ts';
import { archivePrefix, type ModelEntry, type Registry } from '../registry/registry.ts';

export interface PackagePlace {
  /** Name of the package group of a task. */
  group(task: string): string;
  /** "s3://bucket" of the lake. */
  readonly root: string;
  readonly image: string;
}

export function sagemakerPackages(client: SageMakerClient, place: PackagePlace): ModelPackages {
  return {
    async approvedByHand(registry) {
      const approved = new Set<string>();
      for (const [task, { models }] of Object.entries(registry.tasks)) {
        const waiting = models.filter((m) => m.approval === 'PendingManualApproval');
        if (waiting.length === 0) continue;
        const there = await packagesOf(client, place.group(task));
        for (const { modelId } of waiting) {
          if (there.get(modelId)?.ModelApprovalStatus === 'Approved') approved.add(modelId);
        }
      }
      return approved;
    },
    async show(registry: Registry) {
      for (const [task, { models }] of Object.entries(registry.tasks)) {
        if (models.length === 0) continue;
        const there = await packagesOf(client, place.group(task));
        for (const model of models) await showOne(client, place, task, model, there.get(model.modelId));
      }
    },
  };
}

async function showOne(
  client: SageMakerClient,
  place: PackagePlace,
  task: string,
  { modelId, approval, reasons }: ModelEntry,
  there: ModelPackageSummary | undefined,
): Promise<void> {
  // SageMaker allows 1,024 letters; the whole of the reasons stands in the evaluation.
  const ApprovalDescription = reasons.join(' ').slice(0, 1024);
  if (there === undefined) {
    await client.send(
      new CreateModelPackageCommand({
        ModelPackageGroupName: place.group(task),
        ModelPackageDescription: modelId,
        ModelApprovalStatus: approval,
        InferenceSpecification: {
          Containers: [
            {
              Image: place.image,
              ModelDataSource: {
                S3DataSource: {
                  S3Uri: `${place.root}/${archivePrefix(task, modelId)}/candidate/`,
                  S3DataType: 'S3Prefix',
                  CompressionType: 'None',
                },
              },
            },
          ],
          SupportedContentTypes: ['application/x-parquet'],
          SupportedResponseMIMETypes: ['application/x-parquet'],
        },
      }),
    );
  } else if (there.ModelApprovalStatus !== approval) {
    await client.send(
      new UpdateModelPackageCommand({
        ModelPackageArn: there.ModelPackageArn,
        ModelApprovalStatus: approval,
        ApprovalDescription,
      }),
    );
  }
}

/** By our model id, which stands in the description: a package has no name of its own in a group. */
async function packagesOf(
  client: SageMakerClient,
  group: string,
): Promise<ReadonlyMap<string, ModelPackageSummary>> {
  const found = new Map<string, ModelPackageSummary>();
  let NextToken: string | undefined;
  do {
    const page = await client.send(
      new ListModelPackagesCommand({ ModelPackageGroupName: group, MaxResults: 100, NextToken }),
    );
    for (const summary of page.ModelPackageSummaryList ?? []) {
      found.set(summary.ModelPackageDescription ?? '', summary);
    }
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  return found;
}
