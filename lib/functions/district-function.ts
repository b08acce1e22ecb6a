// A function of the district as all of them are: a role with one policy, an encrypted log of its own, dead letters.
import { type Duration, RemovalPolicy, Size } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { District } from '../district.ts';
import type { Naming } from '../naming.ts';
import { acknowledge } from '../security/acknowledge.ts';
import { OwnRole, type Permission } from '../security/own-role.ts';
import { useKey } from '../security/permissions.ts';
import type { DistrictKeys } from '../storage/keys.ts';

export interface DistrictFunctionProps {
  /** What is put after the district's prefix. */
  readonly name: string;
  readonly about: string;
  readonly district: District;
  readonly naming: Naming;
  readonly keys: DistrictKeys;
  /** Folder with the bundled handler. */
  readonly code: string;
  readonly layers?: readonly lambda.ILayerVersion[];
  readonly deadLetters: sqs.IQueue;
  /** Beyond its own log, its dead letters and the key of both. */
  readonly permissions: readonly Permission[];
  readonly environment: Readonly<Record<string, string>>;
  readonly memoryMb: number;
  readonly timeout: Duration;
  /** How often a failed event is tried again before it becomes a dead letter; for functions that may be repeated. */
  readonly retries?: number;
  /** MiB of the function's own disk. */
  readonly diskMb?: number;
  /** Why nothing limits how many run at once. */
  readonly unlimited: string;
}

export class DistrictFunction extends Construct {
  readonly function: lambda.Function;

  constructor(scope: Construct, id: string, props: DistrictFunctionProps) {
    super(scope, id);
    const { name, about, district, naming, keys, deadLetters } = props;
    const logGroup = new logs.LogGroup(this, 'Log', {
      logGroupName: `/homeroom/${naming.prefix}/${name}`,
      encryptionKey: keys.operations,
      retention: district.retention.logDays,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const { role } = new OwnRole(this, 'Run', {
      roleName: naming.name(name),
      service: 'lambda.amazonaws.com',
      description: about,
      permissions: [
        {
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          resources: [logGroup.logGroupArn],
          why: 'A function names its log streams itself; the group is its own.',
        },
        { actions: ['sqs:SendMessage'], resources: [deadLetters.queueArn] },
        useKey(keys.operations, 'write'),
        ...props.permissions,
      ],
    });
    const reserved = district.lambda.reservedConcurrency;
    this.function = new lambda.Function(this, 'Function', {
      functionName: naming.name(name),
      description: about,
      runtime: lambda.Runtime.NODEJS_24_X,
      // The native modules of the layers are those for this processor.
      architecture: lambda.Architecture.X86_64,
      handler: 'index.handler',
      code: lambda.Code.fromAsset(props.code),
      layers: [...(props.layers ?? [])],
      role,
      logGroup,
      loggingFormat: lambda.LoggingFormat.JSON,
      timeout: props.timeout,
      memorySize: props.memoryMb,
      ephemeralStorageSize: Size.mebibytes(props.diskMb ?? 512),
      environment: { ...props.environment },
      environmentEncryption: keys.operations,
      deadLetterQueue: deadLetters,
      retryAttempts: props.retries ?? 0,
      ...(reserved !== undefined && { reservedConcurrentExecutions: reserved }),
    });
    acknowledge(
      this.function,
      'NIST.800.53.R5-LambdaInsideVPC',
      'Reaches services of AWS, and what the district file names, over TLS alone; a network of its own would bill while idle.',
    );
    if (reserved === undefined)
      acknowledge(this.function, 'NIST.800.53.R5-LambdaConcurrency', props.unlimited);
  }
}
