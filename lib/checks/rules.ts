// The rules of the project's own pack: each one sentence, its reason, and the test of one resource.
import type { CfnResource } from 'aws-cdk-lib';
import { CfnWorkGroup } from 'aws-cdk-lib/aws-athena';
import { CfnGuardrail } from 'aws-cdk-lib/aws-bedrock';
import { CfnDistribution } from 'aws-cdk-lib/aws-cloudfront';
import { CfnUserPool } from 'aws-cdk-lib/aws-cognito';
import { CfnCrawler, CfnJob } from 'aws-cdk-lib/aws-glue';
import { CfnManagedPolicy, CfnPolicy, CfnRole } from 'aws-cdk-lib/aws-iam';
import { CfnLogGroup } from 'aws-cdk-lib/aws-logs';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { CfnConfigurationSet } from 'aws-cdk-lib/aws-ses';
import { keyOf, keyServes, peers, propertiesOf, statementsOf } from './resources.ts';

export interface Rule {
  readonly id: string;
  readonly sentence: string;
  readonly why: string;
  /** Undefined when the rule does not speak of such a resource. */
  readonly holds: (resource: CfnResource) => boolean | undefined;
}

/** Actions that AWS offers for no narrower resource than `*`. */
const NOWHERE_NARROWER =
  /^(xray:(Put|Get)\w+|logs:\w+LogDeliver\w+|logs:(PutResourcePolicy|DescribeResourcePolicies|DescribeLogGroups)|glue:GetSecurityConfiguration|cloudwatch:PutMetricData|ecr:GetAuthorizationToken|ses:GetSuppressedDestination|bedrock:(Put|Get)AccountDataRetention)$/;

export const RULES: readonly Rule[] = [
  {
    id: 'AthenaWorkgroupEnforced',
    sentence: 'An Athena workgroup encrypts results with a key of ours and overrules the client.',
    why: 'Otherwise a client writes results in clear wherever it likes.',
    holds(resource) {
      if (!(resource instanceof CfnWorkGroup)) return undefined;
      const settings = propertiesOf(resource).WorkGroupConfiguration;
      return (
        at(settings, 'EnforceWorkGroupConfiguration') === true &&
        at(settings, 'ResultConfiguration', 'EncryptionConfiguration', 'EncryptionOption') === 'SSE_KMS'
      );
    },
  },
  {
    id: 'BucketLifecycle',
    sentence: 'A bucket has a lifecycle.',
    why: 'Unfinished uploads and old versions are billed and kept for ever otherwise.',
    holds(resource) {
      if (!(resource instanceof CfnBucket)) return undefined;
      const rules = at(propertiesOf(resource), 'LifecycleConfiguration', 'Rules');
      return Array.isArray(rules) && rules.some((rule) => at(rule, 'Status') === 'Enabled');
    },
  },
  {
    id: 'LogGroupKept',
    sentence: 'A log group is encrypted with a key of ours and has a retention.',
    why: 'Logs without a retention are kept for ever.',
    holds(resource) {
      if (!(resource instanceof CfnLogGroup)) return undefined;
      return resource.kmsKeyId !== undefined && resource.retentionInDays !== undefined;
    },
  },
  {
    id: 'LogKeyServesLogs',
    sentence: "The key of a log group lets the region's CloudWatch Logs use it.",
    why: 'AWS refuses the log group otherwise, and nothing before a deployment says so.',
    holds(resource) {
      if (!(resource instanceof CfnLogGroup) || resource.kmsKeyId === undefined) return undefined;
      const key = keyOf(resource.kmsKeyId);
      return key !== undefined && keyServes(key, /^logs\..+\.amazonaws\.com$/);
    },
  },
  {
    id: 'OneCrawlerThatOnlyLogs',
    sentence: 'There is one crawler, and it logs changes without making them.',
    why: 'A crawler that alters tables breaks readers, and each further crawler is a cost every week.',
    holds(resource) {
      if (!(resource instanceof CfnCrawler)) return undefined;
      const policy = propertiesOf(resource).SchemaChangePolicy;
      return (
        at(policy, 'UpdateBehavior') === 'LOG' &&
        at(policy, 'DeleteBehavior') === 'LOG' &&
        peers(resource, CfnCrawler).length === 1
      );
    },
  },
  {
    id: 'GlueEncrypted',
    sentence: 'A Glue job or crawler has a security configuration.',
    why: 'Its logs, bookmarks and output are in clear otherwise.',
    holds(resource) {
      if (resource instanceof CfnJob) return resource.securityConfiguration !== undefined;
      if (resource instanceof CfnCrawler) return resource.crawlerSecurityConfiguration !== undefined;
      return undefined;
    },
  },
  {
    id: 'NoResourceStar',
    sentence: 'No policy allows an action on every resource when AWS offers a narrower one.',
    why: 'Such a statement reaches other districts and other applications of the account.',
    holds(resource) {
      if (!isPolicy(resource)) return undefined;
      return statementsOf(resource)
        .filter(({ effect, resources }) => effect === 'Allow' && resources.includes('*'))
        .every(({ actions }) => actions.every((action) => NOWHERE_NARROWER.test(action)));
    },
  },
  {
    id: 'PassRoleConditioned',
    sentence: 'Whoever may pass a role may pass it to named services only.',
    why: 'A passed role is a way to gain rights.',
    holds(resource) {
      if (!isPolicy(resource)) return undefined;
      return statementsOf(resource)
        .filter(
          ({ effect, actions }) => effect === 'Allow' && actions.some((a) => /^(\*|iam:(\*|Pass))/.test(a)),
        )
        .every(({ conditions }) => conditions.includes('iam:PassedToService'));
    },
  },
  {
    id: 'BucketClosed',
    sentence: 'A bucket blocks every kind of public access.',
    why: 'One policy written in haste would open it to everybody otherwise.',
    holds(resource) {
      if (!(resource instanceof CfnBucket)) return undefined;
      const block = propertiesOf(resource).PublicAccessBlockConfiguration;
      return ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'].every(
        (kind) => at(block, kind) === true,
      );
    },
  },
  {
    id: 'PagesBySignedCookie',
    sentence:
      'A page of a distribution opens over TLS by a signed cookie; what opens without one is written down.',
    why: 'A behavior without a key group is open to the world.',
    holds(resource) {
      if (!(resource instanceof CfnDistribution)) return undefined;
      const config = propertiesOf(resource).DistributionConfig;
      const others = at(config, 'CacheBehaviors');
      return [at(config, 'DefaultCacheBehavior'), ...(Array.isArray(others) ? others : [])].every(
        (behavior) =>
          at(behavior, 'ViewerProtocolPolicy') !== 'allow-all' &&
          (isFilled(at(behavior, 'TrustedKeyGroups')) || OPEN.has(String(at(behavior, 'PathPattern')))),
      );
    },
  },
  {
    id: 'BucketsBehindAccessControl',
    sentence: 'A distribution reads a bucket as itself, by origin access control.',
    why: 'The bucket would have to be public otherwise.',
    holds(resource) {
      if (!(resource instanceof CfnDistribution)) return undefined;
      const origins = at(propertiesOf(resource).DistributionConfig, 'Origins');
      return (Array.isArray(origins) ? origins : []).every(
        (origin) =>
          at(origin, 'S3OriginConfig') === undefined || at(origin, 'OriginAccessControlId') !== undefined,
      );
    },
  },
  {
    id: 'StaffPoolClosed',
    sentence: 'Accounts are made by the district, and nobody signs in without a second factor.',
    why: 'Whoever can make an account reads pages.',
    holds(resource) {
      if (!(resource instanceof CfnUserPool)) return undefined;
      const { AdminCreateUserConfig, MfaConfiguration } = propertiesOf(resource);
      return at(AdminCreateUserConfig, 'AllowAdminCreateUserOnly') === true && MfaConfiguration === 'ON';
    },
  },
  {
    id: 'GuardrailWhole',
    sentence: 'A guardrail has a key of ours, blocks personal data and topics, and wants grounded answers.',
    why: 'It is the last check before a model and the first after it.',
    holds(resource) {
      if (!(resource instanceof CfnGuardrail)) return undefined;
      const { KmsKeyArn, ...policy } = propertiesOf(resource);
      const grounding = at(policy.ContextualGroundingPolicyConfig, 'FiltersConfig');
      return (
        KmsKeyArn !== undefined &&
        isFilled(at(policy.SensitiveInformationPolicyConfig, 'PiiEntitiesConfig')) &&
        isFilled(at(policy.TopicPolicyConfig, 'TopicsConfig')) &&
        Array.isArray(grounding) &&
        grounding.length === 2 &&
        grounding.every((filter) => Number(at(filter, 'Threshold')) >= 0.5)
      );
    },
  },
  {
    id: 'ModelsBehindGuardrail',
    sentence: 'A model is asked by its name, and never without a guardrail.',
    why: 'A call without it would send and take back whatever is in it.',
    holds(resource) {
      if (!isPolicy(resource)) return undefined;
      return statementsOf(resource)
        .filter(
          ({ effect, actions }) =>
            effect === 'Allow' && actions.some((a) => /^bedrock:(Invoke|Converse)/.test(a)),
        )
        .every(
          ({ resources, conditions }) =>
            conditions.includes('bedrock:GuardrailIdentifier') && !resources.some((r) => r.includes('*')),
        );
    },
  },
  {
    id: 'MailOverTls',
    sentence: 'Mail goes out over TLS or not at all.',
    why: 'A digest names schools and their numbers.',
    holds(resource) {
      if (!(resource instanceof CfnConfigurationSet)) return undefined;
      return at(propertiesOf(resource).DeliveryOptions, 'TlsPolicy') === 'REQUIRE';
    },
  },
];

/** Style sheets and scripts hold no data; the API and signing in check for themselves; a mail's link is signed. */
const OPEN: ReadonlySet<string> = new Set(['/assets/*', '/api/*', '/sign-in*', '/unsubscribe']);

const isFilled = (value: unknown) => Array.isArray(value) && value.length > 0;

function isPolicy(resource: CfnResource): boolean {
  return resource instanceof CfnManagedPolicy || resource instanceof CfnPolicy || resource instanceof CfnRole;
}

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );
}
