// Negative control: a CDK app with one fault for each pack and each rule of our own. Every one must be found.
import { App, Aws, CfnOutput, Duration, Stack, Validations } from 'aws-cdk-lib';
import * as athena from 'aws-cdk-lib/aws-athena';
import * as bedrock from 'aws-cdk-lib/aws-bedrock';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import * as glue from 'aws-cdk-lib/aws-glue';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as ses from 'aws-cdk-lib/aws-ses';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { AwsSolutionsChecks, NIST80053R5Checks } from 'cdk-nag';
import { HomeroomChecks } from '../../lib/checks/homeroom-checks.ts';

const app = new App();
const stack = new Stack(app, 'Bad');

// Built-in validation: a queue keeps messages for 14 days at most.
new sqs.CfnQueue(stack, 'Impossible', { messageRetentionPeriod: Duration.days(30).toSeconds() });

// AwsSolutions: no TLS, no dead letters. NIST: a function outside a VPC, without dead letters.
new sqs.Queue(stack, 'Open');
new lambda.Function(stack, 'Function', {
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => ({});'),
});

// Homeroom, rule by rule.
new athena.CfnWorkGroup(stack, 'Workgroup', {
  name: 'open',
  workGroupConfiguration: { enforceWorkGroupConfiguration: false },
});
new s3.Bucket(stack, 'Bucket');
new logs.CfnLogGroup(stack, 'ForEver', {});
new logs.LogGroup(stack, 'Unreadable', {
  encryptionKey: new kms.Key(stack, 'Key'),
  logGroupName: 'unreadable',
});
const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('glue.amazonaws.com') });
for (const name of ['One', 'Two']) {
  new glue.CfnCrawler(stack, name, {
    role: role.roleArn,
    databaseName: 'raw',
    targets: { s3Targets: [{ path: 's3://b/raw' }] },
  });
}
new iam.ManagedPolicy(stack, 'Policy', {
  statements: [
    new iam.PolicyStatement({ actions: ['s3:GetObject'], resources: ['*'] }),
    new iam.PolicyStatement({
      actions: ['iam:PassRole'],
      resources: [`arn:${Aws.PARTITION}:iam::${Aws.ACCOUNT_ID}:role/x`],
    }),
  ],
});
new iam.ManagedPolicy(stack, 'AnyModel', {
  statements: [
    new iam.PolicyStatement({
      actions: ['bedrock:InvokeModel'],
      resources: [`arn:${Aws.PARTITION}:bedrock:${Aws.REGION}::foundation-model/*`],
    }),
  ],
});
new s3.CfnBucket(stack, 'Public');
new cloudfront.CfnDistribution(stack, 'OpenPages', {
  distributionConfig: {
    enabled: true,
    origins: [{ id: 'pages', domainName: 'pages.s3.us-east-1.amazonaws.com', s3OriginConfig: {} }],
    defaultCacheBehavior: {
      targetOriginId: 'pages',
      viewerProtocolPolicy: 'allow-all',
      cachePolicyId: '658327ea-f89d-4fab-a63d-7e88639e58f6',
    },
  },
});
new cognito.CfnUserPool(stack, 'Everybody', { mfaConfiguration: 'OFF' });
new bedrock.CfnGuardrail(stack, 'Holes', {
  name: 'holes',
  blockedInputMessaging: 'no',
  blockedOutputsMessaging: 'no',
  contentPolicyConfig: {
    filtersConfig: [{ type: 'HATE', inputStrength: 'LOW', outputStrength: 'LOW' }],
  },
});
new ses.CfnConfigurationSet(stack, 'ClearMail', { name: 'clear' });
new CfnOutput(stack, 'Out', { value: role.roleArn });

Validations.of(app).addPlugins(
  new AwsSolutionsChecks(app),
  new NIST80053R5Checks(app),
  new HomeroomChecks(app),
);
