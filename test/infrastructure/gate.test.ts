// The gate: every district synthesizes with no network and no credentials, and no rule pack finds anything.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { listDistricts, readDistrict } from '../../lib/read-district.ts';
import { bundleForTests } from './bundles.ts';
import { catalogRules } from './catalog-rules.ts';
import { pipelineRules } from './pipeline-rules.ts';
import { reportsRules } from './reports-rules.ts';
import { storageRules } from './storage-rules.ts';
import { findings, isOffline, ROOT, removeAssemblies, type Synth, synth } from './synth.ts';

const districts = listDistricts(join(ROOT, 'districts'));
const made: Record<string, Synth> = {};
let bad: Synth;

beforeAll(async () => {
  const bundles = await bundleForTests();
  const one = async (name: string) => {
    // Without the last setting the app bundles for itself, as it does for a person: "all" is made that way.
    const given = name === 'all' ? [] : ['-c', `bundles=${bundles}`];
    made[name] = await synth('-c', `district=${name}`, ...given);
  };
  await Promise.all([...districts, 'all'].map(one));
  bad = await synth('--app', `${process.execPath} ${join(ROOT, 'test', 'infrastructure', 'bad-app.ts')}`);
}, 480_000);

afterAll(removeAssemblies);

describe('cdk synth', () => {
  it('is the pinned major version: 3.0.0 was published by accident and cannot read our assemblies', () => {
    const { version } = z
      .object({ version: z.string() })
      .parse(readJson('node_modules/aws-cdk/package.json'));
    expect(version).toMatch(/^2\./);
  });

  it('needs no look-ups: the context file holds none', () => {
    expect(readJson('cdk.context.json')).toEqual({});
  });

  it.each([...districts, 'all'])(`succeeds for %s${isOffline ? ' without a network' : ''}`, (name) => {
    expect(made[name]).toMatchObject({ code: 0 });
  });

  it.each([...districts, 'all'])('has no finding for %s, warnings included', (name) => {
    const open = findings(made[name]?.folder ?? '').flatMap(({ pluginName, violations }) =>
      violations.map(({ ruleName }) => `${pluginName}: ${ruleName}`),
    );
    expect(open).toEqual([]);
  });

  it('keeps acknowledged findings of both public packs in the report, so that they can be audited', () => {
    const packs = findings(made.all?.folder ?? '').filter((pack) => pack.suppressedViolations.length > 0);
    expect(packs.map((pack) => pack.pluginName).sort()).toEqual(['AwsSolutions', 'NIST.800.53.R5']);
  });

  it('refuses a district that has no file, naming those that there are', async () => {
    const { code, output } = await synth('-c', 'district=mapel', '-c', 'bundles=none');
    expect(code).not.toBe(0);
    expect(output).toContain('maple');
  });
});

describe.each(districts)('%s', (district) => {
  const folder = () => made.all?.folder ?? '';
  storageRules(district, folder);
  catalogRules(district, folder);
  pipelineRules(district, folder);
  reportsRules(readDistrict(join(ROOT, 'districts'), district), folder);
});

describe('negative control', () => {
  const found = (pack: string) =>
    findings(bad.folder)
      .find(({ pluginName }) => pluginName === pack)
      ?.violations.map((v) => v.ruleName) ?? [];

  it('a faulty app fails', () => expect(bad.code).not.toBe(0));

  it('the built-in validation is on', () => expect(found('CloudFormation Validate')).toContain('F3034'));

  it('AwsSolutions is on', () => expect(found('AwsSolutions')).toContain('AwsSolutions-SQS4'));

  it('NIST 800-53 R5 is on', () =>
    expect(found('NIST.800.53.R5')).toContain('NIST.800.53.R5-LambdaInsideVPC'));

  it('every rule of our own finds its offender', async () => {
    const { RULES } = await import('../../lib/checks/rules.ts');
    expect(found('Homeroom').sort()).toEqual(RULES.map(({ id }) => `Homeroom-${id}`).sort());
  });
});

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
}
