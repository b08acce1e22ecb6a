// The day's state machine: its generated copy is current, and its expressions mean what they should in JSONata.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import jsonata from 'jsonata';
import { readDistrict } from '../read-district.ts';
import { dailyPipeline } from './daily.ts';
import { districtSubstitutions, substitute } from './substitute.ts';

const { States } = dailyPipeline();
const districts = new URL('../../districts', import.meta.url).pathname;

/** Evaluates `{% … %}` as Step Functions does: variables and `$states` are all there is. */
async function evaluate(field: string, states: object, variables: object = {}): Promise<unknown> {
  const value: unknown = await jsonata(field.slice(2, -2)).evaluate(null, { states, ...variables });
  return JSON.parse(JSON.stringify(value));
}

async function route(district: string, variables: { bytes: number; years: number[] }): Promise<string> {
  const values = districtSubstitutions(readDistrict(districts, district));
  for (const { Condition, Next } of States.ChooseEngine.Choices) {
    if (await evaluate(substitute(Condition, values), {}, variables)) return Next;
  }
  return States.ChooseEngine.Default;
}

describe('the generated definition', () => {
  it('equals the code, state by state and field by field (node bin/generate.ts)', () => {
    const file = new URL('../generated/daily-pipeline.asl.json', import.meta.url);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(dailyPipeline());
  });

  it('never runs with a hole in it', () => {
    const place = (name: string) => `\${${name}}`;
    const definition = JSON.stringify({ a: place('Engine'), b: place('Nowhere') });
    expect(() => substitute(definition, { Engine: 'duckdb' })).toThrow(place('Nowhere'));
  });
});

describe('the day', () => {
  it('keeps a list of one as a list', async () => {
    const result = { Payload: { chunks: [{ chunk: 0 }], years: [2022] } };
    expect(await evaluate(States.Plan.Assign.chunks, { result })).toEqual([{ chunk: 0 }]);
    expect(await evaluate(States.Check.Assign.years, { result })).toEqual([2022]);
    expect(await evaluate(States.Intake.Items, {}, { chunks: [{ chunk: 0 }] })).toEqual([{ chunk: 0 }]);
  });

  it('goes on with nothing delivered: no chunk, no failure', async () => {
    expect(await evaluate(States.Intake.Items, {}, { chunks: [] })).toEqual([]);
    expect(await evaluate(States.Intake.Output, {}, { chunks: [] })).toEqual({ chunks: 0 });
  });

  it.each([
    ['maple', 10, [2022], 'HarmonizeAll'],
    ['maple', 2 * 1024 ** 3, [2021, 2022], 'HarmonizeYears'],
    ['maple', 2 * 1024 ** 3, [2022], 'HarmonizeAll'],
    ['maple', 90 * 1024 ** 3, [2021, 2022], 'HarmonizeYears'],
    ['riverbend', 6_442_450_943, [2021, 2022], 'HarmonizeYears'],
    ['riverbend', 6_442_450_944, [2021, 2022], 'PlanSpark'],
  ])('of %s with %d bytes in %j is made by %s', async (district, bytes, years, next) => {
    expect(await route(district, { bytes, years })).toBe(next);
  });

  it.each([
    ['yes', 'Handoff'],
    ['no', 'Notify'],
  ])(
    'hands off where the district names a system (%s), and mails go out either way',
    async (HandOff, next) => {
      const [choice] = States.ChooseHandoff.Choices;
      const found = await evaluate(substitute(choice.Condition, { HandOff }), {});
      expect(found ? choice.Next : States.ChooseHandoff.Default).toBe(next);
      expect([States.Handoff.Next, States.Handoff.Catch[0].Next, States.TellHandoff.Next]).toEqual([
        'Notify',
        'TellHandoff',
        'Notify',
      ]);
    },
  );

  it('tells of a failure before a run had a name, and cuts a long cause', async () => {
    const [{ Assign }] = States.Plan.Catch;
    const states = {
      input: { district: 'maple' },
      errorOutput: { Error: 'LeaseHeldError', Cause: 'x'.repeat(9000) },
    };
    expect(await evaluate(Assign.date, states)).toBeNull();
    expect(await evaluate(Assign.failure.cause, states)).toHaveLength(4000);
    expect(await evaluate(Assign.failure.cause, { errorOutput: { Error: 'States.Timeout' } })).toBe('');
  });

  it('catches every error in every state that can fail', () => {
    const tasks = Object.entries(States).filter(([, state]) => state.Type === 'Task' || state.Type === 'Map');
    for (const [name, state] of tasks) {
      expect([name, JSON.stringify(state)]).toEqual([
        name,
        expect.stringContaining('"ErrorEquals":["States.ALL"]'),
      ]);
    }
  });
});
