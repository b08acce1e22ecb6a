// What the synthesized pipeline of each district must hold: the day's definition, its clock and its functions.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import validate from 'asl-validator';
import { z } from 'zod';
import { LOG_DAYS } from '../../lib/district.ts';
import { layersFor } from '../../lib/functions/layers.ts';
import { functionPlaceholder, STEPS, stepsOf } from '../../lib/pipeline/steps.ts';
import { districtSubstitutions, substitute } from '../../lib/pipeline/substitute.ts';
import { readDistrict } from '../../lib/read-district.ts';
import { rightsOf } from './statements.ts';
import { ofType, ROOT, resources } from './synth.ts';

/** Bytes that Lambda allows for a function with all its layers, unpacked. */
const LAMBDA_LIMIT = 250_000_000;

const machineShape = z.object({
  DefinitionString: z.string(),
  DefinitionSubstitutions: z.record(z.string(), z.unknown()),
});

export function pipelineRules(district: string, folder: () => string): void {
  const file = readDistrict(join(ROOT, 'districts'), district);
  const pipeline = () => resources(folder(), district, 'Pipeline');

  /** The definition as AWS will run it; functions, keys, roles and the image keep the names of their places. */
  const deployed = () => {
    const [[, properties] = []] = ofType(pipeline(), 'AWS::StepFunctions::StateMachine');
    const { DefinitionString, DefinitionSubstitutions } = machineShape.parse(properties);
    const values = Object.entries(DefinitionSubstitutions).map(([name, value]) => [
      name,
      // What CloudFormation fills in keeps the name of its place.
      typeof value === 'string' ? value : `arn:of:${name}`,
    ]);
    return {
      text: substitute(DefinitionString, Object.fromEntries(values)),
      names: Object.keys(DefinitionSubstitutions),
      /** Of a stack bound to account and region, the place of the models' code is known. */
      codeUri: z.string().parse(Object.fromEntries(values).ModelCodeUri),
    };
  };

  it('runs the generated definition, field by field', () => {
    const generated = readFileSync(join(ROOT, 'lib', 'generated', 'daily-pipeline.asl.json'), 'utf8');
    const functions = STEPS.map((step) => [functionPlaceholder(step), `arn:of:${functionPlaceholder(step)}`]);
    const expected = substitute(generated, {
      ...Object.fromEntries(functions),
      HarmonizeJobName: `homeroom-${district}-${file.environment}-harmonize`,
      ModelJobPrefix: `homeroom-${district}-${file.environment}`,
      ...Object.fromEntries(
        ['LakeBucket', 'LakeKeyArn', 'ModelRoleArn', 'ModelImage'].map((name) => [name, `arn:of:${name}`]),
      ),
      ModelCodeUri: deployed().codeUri,
      ...districtSubstitutions(file),
    });
    expect(deployed().codeUri).toMatch(/^(arn:of:ModelCodeUri|s3:\/\/.+\.zip)$/);
    expect(JSON.parse(deployed().text)).toEqual(JSON.parse(expected));
  });

  it('is a valid state machine', () => {
    const { isValid, errors } = validate(JSON.parse(deployed().text));
    expect(errors).toEqual([]);
    expect(isValid).toBe(true);
  });

  const clock = (name: string) =>
    ofType(pipeline(), 'AWS::Scheduler::Schedule')
      .map(([, schedule]) => schedule)
      .find((schedule) => schedule.Name === `homeroom-${district}-${file.environment}-${name}`);

  it('starts at the hour of the district, in its own time zone', () => {
    const schedule = clock('daily');
    const [hour, minute] = file.schedule.time.split(':').map(Number);
    expect(schedule).toMatchObject({
      ScheduleExpression: `cron(${minute} ${hour} ? * ${file.schedule.days === 'daily' ? '*' : 'MON-FRI'} *)`,
      ScheduleExpressionTimezone: file.timezone,
    });
  });

  it('sends what waited when quiet hours end, by the same clock, and only where a district sends mail', () => {
    const { from, quietHours } = file.reports;
    const schedule = clock('due-mail');
    if (from === undefined || quietHours.from === quietHours.to) return expect(schedule).toBeUndefined();
    const [hour, minute] = quietHours.to.split(':').map(Number);
    expect(schedule).toMatchObject({
      ScheduleExpression: `cron(${minute} ${hour} * * ? *)`,
      ScheduleExpressionTimezone: file.timezone,
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: {
        Input: JSON.stringify({ district, due: true }),
        RetryPolicy: { MaximumRetryAttempts: 5 },
        DeadLetterConfig: expect.anything(),
      },
    });
    const started = rightsOf(pipeline(), `homeroom-${district}-${file.environment}`, 'due-mail')
      .filter((right) => right.action === 'lambda:InvokeFunction')
      .map((right) => right.resource);
    expect(started).toEqual([expect.stringContaining('Stepnotify')]);
  });

  it('has a function for each step, on Node 24 for x86_64, reserving only what the district file reserves', () => {
    const functions = ofType(pipeline(), 'AWS::Lambda::Function').map(([, properties]) => properties);
    expect(functions.map((f) => f.FunctionName).sort()).toEqual(
      stepsOf(file)
        .map((step) => `homeroom-${district}-${file.environment}-${step}`)
        .sort(),
    );
    for (const properties of functions) {
      expect(properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['x86_64'] });
      expect(properties.ReservedConcurrentExecutions).toBe(file.lambda.reservedConcurrency);
      expect(properties.DeadLetterConfig).toBeDefined();
    }
  });

  it('ships functions that fit into Lambda together with their layers', () => {
    const dist = join(ROOT, 'dist');
    for (const step of STEPS) {
      const layers = layersFor(step).map((layer) => size(join(dist, 'layers', layer)));
      const whole = layers.reduce((sum, n) => sum + n, size(join(dist, 'lambdas', step)));
      expect(whole).toBeLessThan(LAMBDA_LIMIT);
    }
  });

  it('gives the report function its words, its layouts and the typesetter', () => {
    const laid = join(ROOT, 'dist', 'layers', 'definitions', 'homeroom');
    for (const file of ['words/en.yaml', 'words/es.yaml', 'layout/page.typ', 'layout/page.css'])
      expect([file, existsSync(join(laid, file))]).toEqual([file, true]);
    expect(readdirSync(join(laid, 'prompts')).length).toBeGreaterThan(0);
    expect(STEPS.filter((step) => layersFor(step).includes('typst'))).toEqual(['report']);
  });

  it('keeps every log as long as the district file says, encrypted', () => {
    const groups = ofType(pipeline(), 'AWS::Logs::LogGroup').map(([, properties]) => properties);
    expect(groups).toHaveLength(stepsOf(file).length + 1);
    expect(LOG_DAYS).toContain(file.retention.logDays);
    for (const group of groups) {
      expect(group).toMatchObject({ RetentionInDays: file.retention.logDays });
      expect(group.KmsKeyId).toBeDefined();
    }
  });
}

function size(path: string): number {
  if (!statSync(path).isDirectory()) return statSync(path).size;
  return readdirSync(path).reduce((sum, name) => sum + size(join(path, name)), 0);
}
