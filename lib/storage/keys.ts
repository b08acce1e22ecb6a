// The district's keys, one for each kind of secret, and the HMAC key that pseudonyms are derived from.
import { Aws, RemovalPolicy } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { Naming } from '../naming.ts';
import { IDENTITY_ROLES, NAMING_ROLE } from './identity-roles.ts';

export class DistrictKeys extends Construct {
  /** Files as received: landing, raw, quarantine. */
  readonly raw: kms.Key;
  /** Who a pseudonym is. */
  readonly identity: kms.Key;
  /** Everything pseudonymous: staged, lake, releases, query results. */
  readonly lake: kms.Key;
  /** Logs, queues, topics, environment variables: no student data at all. */
  readonly operations: kms.Key;
  /** Pages of the portal: counts, and keys of students at most. */
  readonly portal: kms.Key;
  /** Pages with names of students. */
  readonly named: kms.Key;
  /** GenerateMac only; its material never leaves KMS. */
  readonly pseudonym: kms.Key;
  /** GenerateMac for links of mails and keys of staff: never for students. */
  readonly staff: kms.Key;

  constructor(scope: Construct, id: string, { naming }: { naming: Naming }) {
    super(scope, id);
    const key = (name: string, description: string) =>
      new kms.Key(this, name, {
        alias: naming.name(name.toLowerCase()),
        description,
        enableKeyRotation: true,
        removalPolicy: RemovalPolicy.RETAIN,
      });
    this.raw = key('Raw', 'Files as received from vendors');
    this.identity = key('Identity', 'Identity store: who a pseudonym is');
    this.lake = key('Lake', 'Pseudonymous tables and query results');
    this.operations = key('Operations', 'Logs, queues, topics and settings');
    this.portal = key('Portal', 'Pages of the portal');
    this.named = key('Named', 'Pages with names of students');
    const hmac = (name: string, description: string) =>
      new kms.Key(this, name, {
        alias: naming.name(name.toLowerCase()),
        description,
        keySpec: kms.KeySpec.HMAC_256,
        keyUsage: kms.KeyUsage.GENERATE_VERIFY_MAC,
        removalPolicy: RemovalPolicy.RETAIN,
      });
    this.pseudonym = hmac('Pseudonym', 'Subkeys for pseudonyms are derived from this key with GenerateMac');
    this.staff = hmac('Staff', 'Links of mails and keys of staff are signed with this key');

    // The account's own policies can't open the identity store by accident: only these roles hold the key.
    this.identity.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: 'OnlyIdentityRoles',
        effect: iam.Effect.DENY,
        principals: [new iam.AnyPrincipal()],
        actions: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'],
        resources: ['*'],
        conditions: {
          ArnNotEquals: { 'aws:PrincipalArn': IDENTITY_ROLES.map((role) => naming.roleArn(role)) },
        },
      }),
    );
    // Only the list writer makes pages with names; CloudFront alone opens them, for those who hold a signed cookie.
    this.named.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: 'OnlyListWriter',
        effect: iam.Effect.DENY,
        principals: [new iam.AnyPrincipal()],
        actions: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'],
        resources: ['*'],
        conditions: {
          ArnNotEquals: { 'aws:PrincipalArn': naming.roleArn(NAMING_ROLE) },
          Bool: { 'aws:PrincipalIsAWSService': 'false' },
        },
      }),
    );
    this.operations.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: 'LogGroupsOfThisAccount',
        principals: [new iam.ServicePrincipal(`logs.${Aws.REGION}.amazonaws.com`)],
        actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
        resources: ['*'],
        conditions: {
          ArnLike: { 'kms:EncryptionContext:aws:logs:arn': naming.arn('logs', 'log-group:*') },
        },
      }),
    );
    this.operations.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: 'EventsAndAlarmsOfThisAccount',
        principals: ['events', 'cloudwatch', 'budgets', 'sns', 'sqs', 'ses'].map(
          (service) => new iam.ServicePrincipal(`${service}.amazonaws.com`),
        ),
        actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
        resources: ['*'],
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    );
    // A trail is encrypted by the key of the logs; CloudTrail names itself in the encryption context.
    this.operations.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: 'TrailOfThisAccount',
        principals: [new iam.ServicePrincipal('cloudtrail.amazonaws.com')],
        actions: ['kms:GenerateDataKey*', 'kms:DescribeKey'],
        resources: ['*'],
        conditions: {
          StringEquals: { 'aws:SourceArn': naming.arn('cloudtrail', `trail/${naming.name('trail')}`) },
        },
      }),
    );
  }
}
