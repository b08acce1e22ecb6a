// What the synthesized stores of each district must hold: kept, private, and the identity store behind its own key.
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { readDistrict } from '../../lib/read-district.ts';
import { IDENTITY_ROLES } from '../../lib/storage/identity-roles.ts';
import { ofType, type Resource, ROOT, resources } from './synth.ts';

const STACKS = ['Storage', 'Catalog', 'Pipeline', 'Reports', 'Watch'] as const;

export function storageRules(district: string, folder: () => string): void {
  const { environment, retention } = readDistrict(join(ROOT, 'districts'), district);
  const prefix = `homeroom-${district}-${environment}`;
  const storage = () => resources(folder(), district, 'Storage');
  const everything = (): [string, Resource][] =>
    STACKS.flatMap((stack) => Object.entries(resources(folder(), district, stack)));
  const bucket = (purpose: string) => {
    const found = ofType(storage(), 'AWS::S3::Bucket').find(([, b]) =>
      JSON.stringify(b.BucketName).includes(`${prefix}-${purpose}-`),
    );
    return found?.[1] ?? {};
  };

  it('gives the identity store a key that no other bucket uses', () => {
    const keys = ['landing', 'raw', 'lake'].map((purpose) =>
      JSON.stringify(bucket(purpose).BucketEncryption),
    );
    expect(keys).not.toContain(JSON.stringify(bucket('identity').BucketEncryption));
  });

  it('lets nobody but the roles that need it open the identity store', () => {
    const policies = ofType(storage(), 'AWS::KMS::Key').map(([, key]) => JSON.stringify(key.KeyPolicy));
    const guarded = policies.filter((policy) => policy.includes('OnlyIdentityRoles'));
    expect(guarded).toHaveLength(1);
    for (const role of IDENTITY_ROLES) expect(guarded[0]).toContain(`role/${prefix}-${role}`);
    const names = ofType(resources(folder(), district, 'Pipeline'), 'AWS::IAM::Role').map(
      ([, role]) => role.RoleName,
    );
    expect(names).toEqual(expect.arrayContaining(IDENTITY_ROLES.map((role) => `${prefix}-${role}`)));
  });

  it('derives pseudonyms from an HMAC key whose material never leaves KMS', () => {
    expect(ofType(storage(), 'AWS::KMS::Key').map(([, key]) => key)).toContainEqual(
      expect.objectContaining({ KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' }),
    );
  });

  it('keeps raw files as long as the district file says, and every bucket and key when the stack goes', () => {
    expect(JSON.stringify(bucket('raw').LifecycleConfiguration)).toContain(
      `"ExpirationInDays":${retention.rawDays}`,
    );
    for (const [id, { Type, ...rest }] of everything()) {
      if (Type !== 'AWS::S3::Bucket' && Type !== 'AWS::KMS::Key') continue;
      expect([id, rest]).toEqual([id, expect.objectContaining({ DeletionPolicy: 'Retain' })]);
    }
  });

  it('refuses every request to a bucket, queue or topic that is not encrypted on the way', () => {
    const guards = {
      'AWS::S3::Bucket': 'AWS::S3::BucketPolicy',
      'AWS::SQS::Queue': 'AWS::SQS::QueuePolicy',
      'AWS::SNS::Topic': 'AWS::SNS::TopicPolicy',
    };
    for (const [kind, guard] of Object.entries(guards)) {
      const policies = everything()
        .filter(([, { Type }]) => Type === guard)
        .map(([, policy]) => JSON.stringify(policy));
      for (const [id] of everything().filter(([, { Type }]) => Type === kind)) {
        expect([
          id,
          policies.some((p) => p.includes(`"${id}"`) && p.includes('"aws:SecureTransport":"false"')),
        ]).toEqual([id, true]);
      }
    }
  });

  it('writes down who reads and writes student data: names, files as received, the lake, pages with names', () => {
    const [[, trail] = []] = ofType(resources(folder(), district, 'Watch'), 'AWS::CloudTrail::Trail');
    const watched = JSON.stringify(trail?.AdvancedEventSelectors);
    for (const purpose of ['landing', 'raw', 'identity', 'lake', 'named'])
      expect(watched).toContain(`:s3:::${prefix}-${purpose}-`);
    // S3's own record of requests lies beside it.
    for (const [id, { Type, Properties }] of everything()) {
      if (Type !== 'AWS::S3::Bucket' || JSON.stringify(Properties.BucketName).includes(`${prefix}-logs-`))
        continue;
      expect([id, Properties]).toEqual([
        id,
        expect.objectContaining({ LoggingConfiguration: expect.anything() }),
      ]);
    }
  });

  it('announces arrivals to a queue with dead letters', () => {
    expect(bucket('landing')).toMatchObject({
      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
    });
    const [[, rule] = []] = ofType(storage(), 'AWS::Events::Rule');
    expect(JSON.stringify(rule?.EventPattern)).toContain('Object Created');
    expect(JSON.stringify(rule?.Targets)).toContain('DeadLetterConfig');
  });

  it('names everything after the district and its environment', () => {
    const nameKeys = /^(\w*Name|Name)$/;
    const named =
      /^AWS::(S3::Bucket|IAM::Role|IAM::ManagedPolicy|Lambda::Function|Glue::Job|Glue::Crawler|Athena::WorkGroup|StepFunctions::StateMachine|Scheduler::Schedule|CloudTrail::Trail|CloudWatch::Alarm)$/;
    for (const [id, { Type, Properties }] of everything().filter(([, { Type }]) => named.test(Type))) {
      const own = Object.entries(Properties).filter(
        ([key]) => nameKeys.test(key) && !/^(S3Bucket|Database)Name$/.test(key),
      );
      expect([id, Type, JSON.stringify(own)]).toEqual([id, Type, expect.stringContaining(prefix)]);
    }
  });

  it('gives each role one policy of its own and nothing inline', () => {
    const roles = everything().filter(([, { Type }]) => Type === 'AWS::IAM::Role');
    const policies = everything().filter(([, { Type }]) => Type === 'AWS::IAM::ManagedPolicy');
    expect(everything().filter(([, { Type }]) => Type === 'AWS::IAM::Policy')).toEqual([]);
    for (const [id, { Properties }] of roles) {
      expect(Properties.Policies).toBeUndefined();
      expect(Properties.ManagedPolicyArns).toBeUndefined();
      const own = policies.filter(
        ([, policy]) => JSON.stringify(policy.Properties.Roles) === JSON.stringify([{ Ref: id }]),
      );
      expect(own).toHaveLength(1);
    }
  });
}
