// A district with everything on passes the gate too: the model that writes, its guardrail, and the data sets of Quick Sight.
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { readDistrict } from '../../lib/read-district.ts';
import { bundleForTests } from './bundles.ts';
import { FULL, fullDistrict } from './full-district.ts';
import { reportsRules } from './reports-rules.ts';
import { rightsOf } from './statements.ts';
import { findings, ofType, removeAssemblies, resources, type Synth, synth } from './synth.ts';

const districts = fullDistrict();
const district = readDistrict(districts, FULL);
const prefix = `homeroom-${FULL}-${district.environment}`;
let made: Synth;

beforeAll(async () => {
  const bundles = await bundleForTests();
  made = await synth('-c', `district=${FULL}`, '-c', `districts=${districts}`, '-c', `bundles=${bundles}`);
}, 480_000);

afterAll(() => {
  removeAssemblies();
  rmSync(districts, { recursive: true, force: true });
});

const stack = (name: string) => resources(made.folder, FULL, name);

describe('a district with everything on', () => {
  it('synthesizes without a finding', () => {
    expect(made).toMatchObject({ code: 0 });
    const open = findings(made.folder).flatMap(({ pluginName, violations }) =>
      violations.map(({ ruleName }) => `${pluginName}: ${ruleName}`),
    );
    expect(open).toEqual([]);
  });

  it('has the portal under its own name, behind its own access list, with the sign-in of the district', () => {
    const [[, site] = []] = ofType(stack('Reports'), 'AWS::CloudFront::Distribution');
    expect(site).toMatchObject({
      DistributionConfig: {
        Aliases: ['portal.elm.example'],
        WebACLId: district.reports.site.webAcl,
        ViewerCertificate: { MinimumProtocolVersion: 'TLSv1.2_2021' },
      },
    });
    const [[, provider] = []] = ofType(stack('Reports'), 'AWS::Cognito::UserPoolIdentityProvider');
    expect(provider).toMatchObject({
      ProviderType: 'SAML',
      AttributeMapping: { 'custom:role': 'jobRole', 'custom:school': 'school' },
    });
    const [[, client] = []] = ofType(stack('Reports'), 'AWS::Cognito::UserPoolClient');
    expect(client).toMatchObject({
      SupportedIdentityProviders: ['district'],
      CallbackURLs: ['https://portal.elm.example/sign-in/back'],
    });
  });
});

describe('its pages', () => reportsRules(district, () => made.folder));

describe('the model that writes', () => {
  const asked = () =>
    rightsOf(stack('Pipeline'), prefix, 'report').filter((r) => r.action.startsWith('bedrock:'));

  it('may be asked by its profile, in each region that the profile routes to, and only behind the guardrail', () => {
    const invoked = asked().filter((r) => r.action === 'bedrock:InvokeModel');
    expect(invoked.map((r) => r.resource.replace('{AWS::Partition}', 'aws')).sort()).toEqual([
      'arn:aws:bedrock:us-east-1::foundation-model/maker.small-model-v1:0',
      'arn:aws:bedrock:us-east-2::foundation-model/maker.small-model-v1:0',
      'arn:aws:bedrock:us-west-2::foundation-model/maker.small-model-v1:0',
      'arn:aws:bedrock:{AWS::Region}::foundation-model/maker.other-model-v1:0',
      'arn:aws:bedrock:{AWS::Region}:{AWS::AccountId}:inference-profile/us.maker.small-model-v1:0',
    ]);
    for (const { conditions } of invoked)
      expect(Object.keys(conditions.StringLike ?? {})).toEqual(['bedrock:GuardrailIdentifier']);
    expect(asked().filter((r) => r.action === 'bedrock:ApplyGuardrail')).toHaveLength(1);
  });

  it('stands behind a version of a guardrail with a key, personal data, topics and grounding', () => {
    const [[, guardrail] = []] = ofType(stack('Narrator'), 'AWS::Bedrock::Guardrail');
    const shape = z.object({
      KmsKeyArn: z.unknown(),
      TopicPolicyConfig: z.object({ TopicsConfig: z.array(z.object({ Type: z.literal('DENY') })).min(4) }),
      SensitiveInformationPolicyConfig: z.object({
        PiiEntitiesConfig: z.array(z.object({ Type: z.string(), Action: z.literal('BLOCK') })).min(10),
        RegexesConfig: z.array(z.object({ Name: z.string(), Action: z.literal('BLOCK') })).length(2),
      }),
      ContextualGroundingPolicyConfig: z.object({
        FiltersConfig: z.array(z.object({ Type: z.string(), Threshold: z.number().min(0.5) })).length(2),
      }),
    });
    expect(shape.safeParse(guardrail).success).toBe(true);
    expect(ofType(stack('Narrator'), 'AWS::Bedrock::GuardrailVersion')).toHaveLength(1);
  });

  it('changes its guardrail in one deployment: no output that another stack reads holds the version', () => {
    const functions = JSON.stringify(ofType(stack('Pipeline'), 'AWS::Lambda::Function'));
    expect(functions).not.toMatch(/ImportValue[^}]*Version/);
    const [[, shown] = []] = ofType(stack('Narrator'), 'AWS::SSM::Parameter');
    expect(shown?.Name).toBe(`/homeroom/${prefix}/guardrail-version`);
  });

  it('is told of its guardrail, and no other function is', () => {
    const told = ofType(stack('Pipeline'), 'AWS::Lambda::Function')
      .filter(([, f]) => JSON.stringify(f.Environment).includes('HOMEROOM_GUARDRAIL'))
      .map(([, f]) => f.FunctionName);
    expect(told).toEqual([`${prefix}-report`]);
  });

  it('keeps nothing: the setting is made with the stack and checked each night', () => {
    expect(ofType(stack('Narrator'), 'Custom::BedrockDataRetention')).toHaveLength(1);
    const [[, schedule] = []] = ofType(stack('Narrator'), 'AWS::Scheduler::Schedule');
    expect(schedule).toMatchObject({ ScheduleExpression: 'cron(15 2 * * ? *)' });
    const rights = rightsOf(stack('Narrator'), prefix, 'retention').filter((r) =>
      r.action.startsWith('bedrock:'),
    );
    expect(rights.map((r) => [r.action, r.conditions])).toEqual([
      ['bedrock:PutAccountDataRetention', { StringEquals: { 'bedrock:DataRetentionMode': 'none' } }],
      ['bedrock:GetAccountDataRetention', {}],
    ]);
    const alarms = ofType(stack('Watch'), 'AWS::CloudWatch::Alarm').map(([, alarm]) => alarm.AlarmName);
    expect(alarms).toContain(`${prefix}-kept-by-models`);
  });
});

describe('the data sets of Quick Sight', () => {
  const sets = () => ofType(stack('Reports'), 'AWS::QuickSight::DataSet').map(([, set]) => set);
  const sqlOf = (set: Record<string, unknown>) =>
    z
      .object({
        PhysicalTableMap: z.object({ rows: z.object({ CustomSql: z.object({ SqlQuery: z.string() }) }) }),
      })
      .parse(set).PhysicalTableMap.rows.CustomSql.SqlQuery;

  const rulesOf = (set: Record<string, unknown>) => {
    const { RowLevelPermissionConfiguration: rules } = z
      .object({
        SemanticModelConfiguration: z.object({
          TableMap: z.object({
            table: z.object({
              RowLevelPermissionConfiguration: z.record(z.string(), z.unknown()).optional(),
            }),
          }),
        }),
      })
      .parse(set).SemanticModelConfiguration.TableMap.table;
    return rules?.RowLevelPermissionDataSet;
  };

  it('show rows by reader: each but the rules themselves has rules, switched on', () => {
    const ruled = sets().filter((set) => rulesOf(set) !== undefined);
    expect(ruled).toHaveLength(sets().length - 1);
    for (const set of ruled) {
      expect(rulesOf(set)).toMatchObject({
        PermissionPolicy: 'GRANT_ACCESS',
        Status: 'ENABLED',
      });
      expect(sqlOf(set)).toContain('school_key');
    }
  });

  it('rule by the district file alone', () => {
    const rules = sets().find((set) => rulesOf(set) === undefined) ?? {};
    expect(sqlOf(rules)).toBe(
      `select * from (values ('analyst', cast(null as varchar)), ('o''neil', 'north')) as rules ("UserName", school_key)`,
    );
  });

  it('hold no student, no count of a band, and no school below the limit', () => {
    for (const set of sets().filter((s) => rulesOf(s) !== undefined)) {
      expect(sqlOf(set)).not.toMatch(/student_key|severe|chronic/);
      expect(sqlOf(set)).toContain(`where students >= ${district.reports.smallGroup}`);
    }
  });
});
