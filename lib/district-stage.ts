// One district's whole deployment: Storage, Catalog, Models, Narrator, Pipeline, Reports and Watch, with nothing in common with another district.
import { join } from 'node:path';
import { Stage, type StageProps, Tags } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { CatalogStack } from './catalog/catalog-stack.ts';
import type { District } from './district.ts';
import { districtTasks } from './models/district-tasks.ts';
import { ModelsStack } from './models/models-stack.ts';
import { Naming } from './naming.ts';
import { NarratorStack } from './narrator/narrator-stack.ts';
import { PipelineStack } from './pipeline/pipeline-stack.ts';
import { ReportsStack } from './reports/reports-stack.ts';
import { StorageStack } from './storage/storage-stack.ts';
import { WatchStack } from './watch/watch-stack.ts';

export interface DistrictStageProps extends StageProps {
  readonly district: District;
  /** Folder that holds sql/ and glue-jobs/. */
  readonly definitions: string;
  /** Folder that bin/bundle.ts fills. */
  readonly bundles: string;
  /** Of the pages that the portal serves. */
  readonly contentPolicy: string;
}

export class DistrictStage extends Stage {
  constructor(
    scope: Construct,
    id: string,
    { district, definitions, bundles, contentPolicy, ...props }: DistrictStageProps,
  ) {
    super(scope, id, { ...props, ...(district.aws && { env: district.aws }) });
    const naming = new Naming(district);
    const stack = (purpose: string) => ({
      naming,
      stackName: naming.name(purpose),
      terminationProtection: true,
    });

    const storage = new StorageStack(this, 'Storage', { ...stack('storage'), district });
    const { keys, accessLogs, undeliveredArrivals } = storage;
    new CatalogStack(this, 'Catalog', { ...stack('catalog'), keys, definitions });
    const models = new ModelsStack(this, 'Models', {
      ...stack('models'),
      keys,
      code: join(bundles, 'models'),
      tasks: districtTasks(definitions),
    });
    const { use, narrator: writer } = district.reports;
    const narrator =
      use && writer.by === 'bedrock'
        ? new NarratorStack(this, 'Narrator', {
            ...stack('narrator'),
            district,
            keys,
            code: join(bundles, 'lambdas', 'retention'),
          })
        : undefined;
    const { topic, deadLetters, daily } = new PipelineStack(this, 'Pipeline', {
      ...stack('pipeline'),
      district,
      keys,
      bundles,
      models,
      guardrail: narrator?.guardrail,
    });
    const reports = use
      ? new ReportsStack(this, 'Reports', {
          ...stack('reports'),
          district,
          keys,
          bundles,
          accessLogs,
          deadLetters,
          contentPolicy,
        })
      : undefined;
    new WatchStack(this, 'Watch', {
      ...stack('watch'),
      district,
      keys,
      accessLogs,
      topic,
      machine: daily.machine,
      deadLetters,
      undeliveredArrivals,
      failedChecks: narrator?.failedChecks,
      lostBounces: reports?.lostBounces,
    });
    Tags.of(this).add('homeroom:district', district.district);
    Tags.of(this).add('homeroom:environment', district.environment);
  }
}
