// What SageMaker's registry is told, against a client that remembers packages as SageMaker does.
import {
  CreateModelPackageCommand,
  ListModelPackagesCommand,
  SageMakerClient,
  UpdateModelPackageCommand,
} from '@aws-sdk/client-sagemaker';
import { describe, expect, it, jest } from '@jest/globals';
import type { ModelEntry, Registry } from '../registry/registry.ts';
import { sagemakerPackages } from './sagemaker-packages.ts';

const model = (modelId: string, approval: ModelEntry['approval']): ModelEntry => ({
  modelId,
  runId: 'r1',
  decidedOn: '2026-03-10',
  approval,
  decision: 'promote',
  reasons: ['because'],
});
const registry = (...models: ModelEntry[]): Registry => ({
  format: 1,
  tasks: { course_failure: { champion: null, since: '2026-03-10', reasons: [], learnt: '', models } },
});

interface Package {
  ModelPackageArn: string;
  ModelPackageDescription: string;
  ModelApprovalStatus: ModelEntry['approval'];
}

/** One package a page, so that paging is always met. */
function account() {
  const packages: Package[] = [];
  const client = new SageMakerClient({ region: 'us-east-1' });
  jest.spyOn(client, 'send').mockImplementation(async (command: unknown) => {
    if (command instanceof ListModelPackagesCommand) {
      const at = Number(command.input.NextToken ?? 0);
      return {
        ModelPackageSummaryList: packages.slice(at, at + 1),
        NextToken: at + 1 < packages.length ? String(at + 1) : undefined,
      };
    }
    if (command instanceof CreateModelPackageCommand) {
      packages.push({
        ModelPackageArn: `arn:${packages.length}`,
        ModelPackageDescription: command.input.ModelPackageDescription ?? '',
        ModelApprovalStatus: command.input.ModelApprovalStatus ?? 'Rejected',
      });
      return {};
    }
    if (command instanceof UpdateModelPackageCommand) {
      const found = packages.find((p) => p.ModelPackageArn === command.input.ModelPackageArn);
      if (found) found.ModelApprovalStatus = command.input.ModelApprovalStatus ?? 'Rejected';
      return {};
    }
    throw new Error('an unknown command');
  });
  const place = { group: (task: string) => `maple-${task}`, root: 's3://lake', image: 'image' };
  return { packages, client, registryThere: sagemakerPackages(client, place) };
}

describe("SageMaker's registry", () => {
  it('gets one package a model with the same state, however often it is told', async () => {
    const { packages, registryThere } = account();
    const ours = registry(
      model('m1', 'Approved'),
      model('m2', 'PendingManualApproval'),
      model('m3', 'Rejected'),
    );
    await registryThere.show(ours);
    await registryThere.show(ours);
    expect(packages.map((p) => [p.ModelPackageDescription, p.ModelApprovalStatus])).toEqual([
      ['m1', 'Approved'],
      ['m2', 'PendingManualApproval'],
      ['m3', 'Rejected'],
    ]);
  });

  it('follows a change of state', async () => {
    const { packages, registryThere } = account();
    await registryThere.show(registry(model('m1', 'PendingManualApproval')));
    await registryThere.show(registry(model('m1', 'Approved')));
    expect(packages).toMatchObject([{ ModelApprovalStatus: 'Approved' }]);
  });

  it("tells of a person's approval there, and only of models that wait for one", async () => {
    const { packages, registryThere } = account();
    const ours = registry(model('m1', 'PendingManualApproval'), model('m2', 'Rejected'));
    await registryThere.show(ours);
    for (const p of packages) p.ModelApprovalStatus = 'Approved';
    expect([...(await registryThere.approvedByHand(ours))]).toEqual(['m1']);
  });
});
