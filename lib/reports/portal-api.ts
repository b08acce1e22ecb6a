// The portal's few moving parts: signing in, a word about an item, and leaving the optional mails.
import { RemovalPolicy } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpUserPoolAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { District } from '../district.ts';
import type { Naming } from '../naming.ts';
import { acknowledge } from '../security/acknowledge.ts';
import type { DistrictKeys } from '../storage/keys.ts';
import type { StaffPool } from './staff-pool.ts';

export interface PortalApiProps {
  readonly district: District;
  readonly naming: Naming;
  readonly keys: DistrictKeys;
}

export class PortalApi extends Construct {
  readonly api: apigateway.HttpApi;

  constructor(scope: Construct, id: string, { district, naming, keys }: PortalApiProps) {
    super(scope, id);
    this.api = new apigateway.HttpApi(this, 'Api', {
      apiName: naming.name('portal'),
      description: 'Signing in, words about items, leaving mails',
      createDefaultStage: false,
    });
    const log = new logs.LogGroup(this, 'Log', {
      logGroupName: `/homeroom/${naming.prefix}/portal-api`,
      encryptionKey: keys.operations,
      retention: district.retention.logDays,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    new apigateway.HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: 20, burstLimit: 40 },
      accessLogSettings: { destination: new apigateway.LogGroupLogDestination(log) },
    });
  }

  /** Without the API's own check: whoever signs in has no token yet, and a mail's link carries its own proof. */
  open(
    name: string,
    paths: Readonly<Record<string, readonly apigateway.HttpMethod[]>>,
    to: lambda.IFunction,
  ) {
    const integration = new HttpLambdaIntegration(name, to);
    for (const [path, methods] of Object.entries(paths)) {
      const routes = this.api.addRoutes({ path, methods: [...methods], integration });
      for (const route of routes) {
        acknowledge(
          route,
          'AwsSolutions-APIG4',
          'Nobody has a token before signing in; the link of a mail is signed.',
        );
      }
    }
  }

  /** For those who are signed in. */
  guarded(name: string, path: string, to: lambda.IFunction, { pool, client }: StaffPool) {
    this.api.addRoutes({
      path,
      methods: [apigateway.HttpMethod.POST],
      integration: new HttpLambdaIntegration(name, to),
      authorizer: new HttpUserPoolAuthorizer('Staff', pool, { userPoolClients: [client] }),
    });
  }
}
