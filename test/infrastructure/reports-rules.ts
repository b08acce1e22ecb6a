// What the synthesized portal of each district must hold: who reads names, who writes where, and how a page opens.
import { expect, it } from '@jest/globals';
import { z } from 'zod';
import type { District } from '../../lib/district.ts';
import { stepsOf } from '../../lib/pipeline/steps.ts';
import { IDENTITY_ROLES } from '../../lib/storage/identity-roles.ts';
import { type Right, rightsOf } from './statements.ts';
import { ofType, type Resource, resources } from './synth.ts';

const OTHERS = ['portal-key', 'sign-in', 'disposition', 'leave'] as const;

const behavior = z.object({
  PathPattern: z.string().optional(),
  TargetOriginId: z.string(),
  TrustedKeyGroups: z.array(z.unknown()).optional(),
  ViewerProtocolPolicy: z.string(),
  ResponseHeadersPolicyId: z.unknown(),
});
const distribution = z.object({
  DistributionConfig: z.object({
    DefaultCacheBehavior: behavior,
    CacheBehaviors: z.array(behavior),
    Logging: z.object({ IncludeCookies: z.boolean().optional() }),
  }),
});

export function reportsRules(whole: District, folder: () => string): void {
  const { district, environment, reports, retention } = whole;
  const handsOff = whole.checkins.handoff !== undefined;
  const prefix = `homeroom-${district}-${environment}`;
  const stack = (name: string): Record<string, Resource> => resources(folder(), district, name);
  const rights = (role: string): Right[] => [
    ...rightsOf(stack('Pipeline'), prefix, role),
    ...rightsOf(stack('Reports'), prefix, role),
  ];
  /** Logical id of one of the district's keys, as other stacks name it in their imports. */
  const opens = (role: string, key: string) =>
    rights(role).some((r) => r.action.startsWith('kms:') && r.resource.includes(`Keys${key}`));
  const everybody = [...stepsOf(whole), ...OTHERS, ...(reports.from === undefined ? [] : ['bounce'])];

  it('every function has rights that this test can see', () => {
    for (const role of everybody) expect([role, rights(role).length > 0]).toEqual([role, true]);
    expect(opens('report', 'Lake')).toBe(true);
  });

  it('lets nobody read the identity store or its key but intake, identify and list', () => {
    const touching = everybody.filter((role) =>
      rights(role).some((r) => r.resource.includes(`${prefix}-identity`)),
    );
    const holding = everybody.filter((role) => opens(role, 'Identity'));
    expect(touching).toEqual([...IDENTITY_ROLES]);
    expect(holding).toEqual([...IDENTITY_ROLES]);
  });

  it('lets nobody but list use the key of pages with names', () => {
    expect(everybody.filter((role) => opens(role, 'Named'))).toEqual(['list']);
    expect(
      everybody.filter((role) => rights(role).some((r) => r.resource.includes(`${prefix}-named`))),
    ).toEqual(['list']);
  });

  it('lets list write names under their own key, and two files without names beside the pages', () => {
    const writes = rights('list').filter((r) => r.action === 's3:PutObject');
    expect(
      writes
        .map((r) => r.resource.replace(/^.*?:::/, '').replaceAll(/-\{AWS::AccountId\}|-\d{12}/g, ''))
        .sort(),
    ).toEqual([
      `${prefix}-named/portal/*/named/*`,
      `${prefix}-portal/portal/*/listed.json`,
      `${prefix}-portal/portal/current.json`,
    ]);
  });

  it('lets a word about an item land in landing/check_in and nowhere else', () => {
    const said = rights('disposition').filter((r) => r.action.startsWith('s3:'));
    expect(said.map((r) => `${r.action} ${r.resource.replace(/^.*?\d*\}?\//, '')}`).sort()).toEqual([
      's3:GetObject portal/*/listed.json',
      's3:GetObject portal/current.json',
      's3:PutObject landing/check_in/*',
    ]);
  });

  it('lets signing in read its secret and which release is shown, and write nothing', () => {
    const own = rights('sign-in').filter((r) => !/^(logs|sqs|kms):/.test(r.action));
    expect(own.map((r) => r.action).sort()).toEqual(['s3:GetObject', 'secretsmanager:GetSecretValue']);
    expect(own.find((r) => r.action === 's3:GetObject')?.resource).toMatch(/\/portal\/current\.json$/);
    expect(
      everybody.filter((role) => rights(role).some((r) => r.action.startsWith('secretsmanager:'))),
    ).toEqual([...(handsOff ? ['handoff'] : []), 'portal-key', 'sign-in']);
  });

  it('hands items off only where a system is named, by a role that reads the lake and its own secret', () => {
    const own = rights('handoff').filter((r) => !/^(logs|sqs|kms):/.test(r.action));
    if (!handsOff) return expect(own).toEqual([]);
    expect(
      own.map((r) => `${r.action} ${r.resource.replace(/^.*?:::|-\{AWS::AccountId\}|-\d{12}/g, '')}`).sort(),
    ).toEqual([
      `s3:AbortMultipartUpload ${prefix}-lake/handoff/*`,
      `s3:GetObject ${prefix}-lake/handoff/*`,
      `s3:GetObject ${prefix}-lake/lake/*`,
      `s3:GetObject ${prefix}-lake/releases/*`,
      `s3:ListBucket ${prefix}-lake`,
      `s3:PutObject ${prefix}-lake/handoff/*`,
      expect.stringMatching(/^secretsmanager:GetSecretValue \{Handoff/),
    ]);
    expect(['Raw', 'Identity', 'Portal', 'Named'].filter((key) => opens('handoff', key))).toEqual([]);
    const [[, secret] = []] = ofType(stack('Pipeline'), 'AWS::SecretsManager::Secret');
    expect(secret).toMatchObject({
      GenerateSecretString: { PasswordLength: 64 },
      KmsKeyId: expect.anything(),
    });
  });

  it('opens every page by a signed cookie, and names from a bucket of their own', () => {
    const [[, properties] = []] = ofType(stack('Reports'), 'AWS::CloudFront::Distribution');
    const { DistributionConfig: config } = distribution.parse(properties);
    expect(config.DefaultCacheBehavior.TrustedKeyGroups).toHaveLength(1);
    const open = config.CacheBehaviors.filter((b) => b.TrustedKeyGroups === undefined).map(
      (b) => b.PathPattern,
    );
    expect(open).toEqual(['/assets/*', '/api/*', '/sign-in*', '/unsubscribe']);
    const named = config.CacheBehaviors.find((b) => b.PathPattern === '/*/named/*');
    expect(named?.TrustedKeyGroups).toHaveLength(1);
    expect(named?.TargetOriginId).not.toBe(config.DefaultCacheBehavior.TargetOriginId);
    expect(config.Logging.IncludeCookies ?? false).toBe(false);
  });

  it('puts a page that leads on in the place of one that is closed, and the one shown there never is 403', () => {
    const [[, properties] = []] = ofType(stack('Reports'), 'AWS::CloudFront::Distribution');
    expect(properties).toMatchObject({
      DistributionConfig: {
        CustomErrorResponses: [403, 404].map((ErrorCode) => ({
          ErrorCode,
          ResponseCode: 403,
          ResponsePagePath: '/sign-in/closed',
          ErrorCachingMinTTL: 0,
        })),
      },
    });
    const paths = ofType(stack('Reports'), 'AWS::ApiGatewayV2::Route').map(([, r]) => r.RouteKey);
    expect(paths).toEqual(expect.arrayContaining(['GET /sign-in/closed', 'GET /sign-in/again']));
  });

  it('takes no word without a token: the one route that writes for staff has an authorizer', () => {
    const routes = ofType(stack('Reports'), 'AWS::ApiGatewayV2::Route').map(([, r]) => r);
    const guarded = routes.filter((r) => r.AuthorizationType === 'JWT').map((r) => r.RouteKey);
    expect(guarded).toEqual(['POST /api/dispositions']);
    expect(routes.filter((r) => String(r.RouteKey).includes('/api/'))).toHaveLength(1);
  });

  it('gives tokens that open no user operations: nobody changes the own role', () => {
    const [[, client] = []] = ofType(stack('Reports'), 'AWS::Cognito::UserPoolClient');
    expect(client).toMatchObject({ AllowedOAuthScopes: ['openid'], AllowedOAuthFlows: ['code'] });
    expect(client?.IdTokenValidity).toBe(reports.site.signIn.minutes);
  });

  it('forbids pages to load anything from elsewhere', () => {
    const policies = ofType(stack('Reports'), 'AWS::CloudFront::ResponseHeadersPolicy').map(([, p]) =>
      JSON.stringify(p),
    );
    expect(policies).toHaveLength(3);
    for (const policy of policies) {
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain('AccessControlMaxAgeSec');
    }
  });

  it('keeps the logs of the portal as long as the others', () => {
    for (const [, group] of ofType(stack('Reports'), 'AWS::Logs::LogGroup'))
      expect(group).toMatchObject({ RetentionInDays: retention.logDays });
  });

  it('puts addresses that mail came back from on one list: told by SES alone, over a topic with a key', () => {
    const [[topicId, topic] = []] = ofType(stack('Reports'), 'AWS::SNS::Topic');
    const destinations = ofType(stack('Reports'), 'AWS::SES::ConfigurationSetEventDestination');
    if (reports.from === undefined) return expect([topicId, destinations]).toEqual([undefined, []]);
    expect(topic?.KmsMasterKeyId).toBeDefined();
    expect(destinations.map(([, d]) => d.EventDestination)).toEqual([
      expect.objectContaining({ MatchingEventTypes: ['bounce', 'complaint'], Enabled: true }),
    ]);
    const policies = JSON.stringify(ofType(stack('Reports'), 'AWS::SNS::TopicPolicy'));
    expect(policies).toContain('ses.amazonaws.com');
    expect(policies).toContain(`configuration-set/`);
    const own = rights('bounce').filter((r) => r.action.startsWith('s3:'));
    expect(own.map((r) => `${r.action} ${r.resource.replace(/^.*?\d*\}?\//, '')}`).sort()).toEqual([
      's3:GetObject decisions/bounces.csv',
      's3:PutObject decisions/bounces.csv',
    ]);
    const [[, subscription] = []] = ofType(stack('Reports'), 'AWS::SNS::Subscription');
    expect(subscription).toMatchObject({ Protocol: 'lambda', RedrivePolicy: expect.anything() });
    const alarms = ofType(stack('Watch'), 'AWS::CloudWatch::Alarm').map(([, alarm]) => alarm.AlarmName);
    expect(alarms).toContain(`${prefix}-lost-bounces`);
  });

  it('mails from the own address alone', () => {
    const mails = everybody.filter((role) => rights(role).some((r) => r.action.startsWith('ses:')));
    expect(mails).toEqual(reports.from === undefined ? [] : ['notify']);
    for (const right of rights('notify').filter((r) => r.action.startsWith('ses:Send')))
      expect(right.conditions).toEqual({ StringEquals: { 'ses:FromAddress': reports.from } });
  });
}
