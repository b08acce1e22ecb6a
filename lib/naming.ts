// Every physical name of a district's resources is made here, so that two districts or environments can share an account.
import { Aws } from 'aws-cdk-lib';
import type { District } from './district.ts';

/** Zones of the lake, each the first part of a key, to the bucket that holds it. */
export const ZONES = {
  landing: 'landing',
  raw: 'raw',
  quarantine: 'raw',
  identity: 'identity',
  staged: 'lake',
  lake: 'lake',
  releases: 'lake',
  runs: 'lake',
  model: 'lake',
  decisions: 'lake',
  reports: 'lake',
  outbox: 'lake',
  handoff: 'lake',
  portal: 'portal',
} as const;
export type Zone = keyof typeof ZONES;
export type BucketPurpose = (typeof ZONES)[Zone] | 'named' | 'logs' | 'visits' | 'trail';

export class Naming {
  readonly prefix: string;

  constructor(district: Pick<District, 'district' | 'environment'>) {
    this.prefix = `homeroom-${district.district}-${district.environment}`;
  }

  /** Stacks may be bound to no account; then CloudFormation fills it in. */
  readonly account = Aws.ACCOUNT_ID;

  name(purpose: string): string {
    return `${this.prefix}-${purpose}`;
  }

  /** The account makes it unique in the world; at most 62 of the 63 letters that S3 allows. */
  bucket(purpose: BucketPurpose): string {
    return `${this.prefix}-${purpose}-${Aws.ACCOUNT_ID}`;
  }

  bucketArn(purpose: BucketPurpose): string {
    return `arn:${Aws.PARTITION}:s3:::${this.bucket(purpose)}`;
  }

  /** Athena and Glue want underscores. */
  database(purpose?: string): string {
    return [this.prefix, purpose].filter(Boolean).join('_').replaceAll('-', '_');
  }

  roleArn(purpose: string): string {
    return `arn:${Aws.PARTITION}:iam::${Aws.ACCOUNT_ID}:role/${this.name(purpose)}`;
  }

  arn(service: string, resource: string): string {
    return `arn:${Aws.PARTITION}:${service}:${Aws.REGION}:${Aws.ACCOUNT_ID}:${resource}`;
  }
}
