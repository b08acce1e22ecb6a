// Whatever Bedrock does, a page ends with a text that follows from its facts, and it is said who wrote it and why.
import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { afterEach, describe, expect, it } from '@jest/globals';
import { type BedrockStub, bedrockStub, type Part } from '../../test/aws/bedrock-stub.ts';
import { documentOf, fact, SCHOOLS, year } from '../../test/verify/made-up.ts';
import { budgetOf } from '../narrate/budget.ts';
import { narrate } from '../narrate/narrate.ts';
import type { Narrative } from '../narrate/narrative.ts';
import { StudentFactsError } from '../narrate/no-students.ts';
import { orderOf } from '../narrate/order.ts';
import { narratorSettingsSchema } from '../narrate/settings.ts';
import { templateNarrative } from '../narrate/template.ts';
import { words } from '../words/words.ts';
import { bedrockModel, type CallLog } from './bedrock-narrator.ts';

const facts = SCHOOLS[0]?.document ?? documentOf({ kind: 'school', key: 'x', name: 'X' }, []);
const usdPerMillion = { input: 1, output: 5, cacheRead: 0.1, cacheWrite: 1.25 };
const settings = narratorSettingsSchema.parse({
  models: [
    { id: 'first-model', usdPerMillion },
    { id: 'second-model', usdPerMillion },
  ],
  guardrail: { id: 'gr-1', version: '3' },
  budget: { tokens: 200_000, usd: 1 },
});

const good: Narrative = {
  headline:
    'In 2025-26, 20 fewer students were chronically absent than in 2024-25: 122 of 801, after 142 of 790.',
  paragraphs: [
    {
      about: 'chronic_absence',
      sentences: [
        'In 2025-26, 122 of 801 students were chronically absent.',
        'In grade 11 the number is hidden.',
      ],
    },
    { about: 'on_track', sentences: ['In 2025-26, 512 of 801 students were on track.'] },
  ],
  cannot_say: ['The numbers show what we saw, not why.', 'It is too early to tell about growth.'],
  questions: [
    'Who knows these students well?',
    'What help do students use?',
    'What will we do before we meet again?',
  ],
};
const said = (n: Narrative): Part => ({ text: JSON.stringify(n) });
const headlined = (headline: string) => said({ ...good, headline });
const wrongNumber = headlined('In 2025-26, 212 of 801 students were chronically absent.');
const invented = headlined('In 2025-26, Riverside Academy had 122 chronically absent students.');
const throttling: Part = { error: 'ThrottlingException', status: 429 };

let stub: BedrockStub | undefined;
afterEach(() => stub?.close());

async function played(parts: readonly Part[], limits = settings) {
  const slow = new AbortController();
  stub = await bedrockStub(parts, () => {
    const part = parts[Math.min((stub?.calls.length ?? 1) - 1, parts.length - 1)];
    if (part && 'play' in part && part.play === 'slow') slow.abort();
  });
  const waits: number[] = [];
  const log: CallLog[] = [];
  const client = new BedrockRuntimeClient({
    endpoint: stub.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'nobody', secretAccessKey: 'nothing' },
    maxAttempts: 1,
  });
  const budget = budgetOf(limits.budget);
  const model = bedrockModel(limits, {
    client,
    budget,
    wait: async (ms) => void waits.push(ms),
    deadline: () => slow.signal,
    random: () => 1,
    log: (entry) => log.push(entry),
  });
  const written = await narrate(facts, 'en', model);
  client.destroy();
  return { written, waits, log, budget, calls: stub.calls };
}

const template = templateNarrative(facts, words('en'));

describe('a text by Bedrock', () => {
  it('is taken when all of it follows', async () => {
    const { written, log, budget } = await played([said(good)]);
    expect(written).toMatchObject({ by: 'model', why: 'verified', model: 'first-model', narrative: good });
    expect(log).toMatchObject([{ outcome: 'answered', input: 900, output: 300, cacheRead: 700, attempt: 1 }]);
    expect(budget.spent).toEqual({ tokens: 1900, usd: (900 + 5 * 300 + 70) / 1e6 });
  });

  it.each([
    ['a breach of the schema', { text: '{"headline": "Only this."}' }, 'schema'],
    ['no JSON', { text: 'Here is your text:' }, 'schema'],
    ['a wrong number', wrongNumber, 'does_not_follow'],
    ['an invented school', invented, 'does_not_follow'],
    ['a banned word', headlined('In 2025-26, 122 at-risk students were chronically absent.'), 'banned_words'],
  ] as const)('with %s is mended once, then left for the template', async (_, part, why) => {
    const once = await played([part, said(good)]);
    expect(once.written).toMatchObject({ by: 'model', why: 'verified_after_retry', faults: [{ code: why }] });
    expect(JSON.stringify(once.calls[1]?.body)).toContain('The text before was thrown away.');
    await stub?.close();
    const twice = await played([part]);
    expect(twice.written).toMatchObject({ by: 'template', why, narrative: template });
    expect(twice.calls).toHaveLength(2);
  });

  it('that the guardrail stopped is not asked for again', async () => {
    const { written, calls } = await played([{ text: 'Stopped.', stop: 'guardrail_intervened' }]);
    expect(written).toMatchObject({ by: 'template', why: 'guardrail', narrative: template });
    expect(calls).toHaveLength(1);
  });

  it('that was cut off by its length comes from the other model', async () => {
    const { written } = await played([{ text: '{"head', stop: 'max_tokens' }, said(good)]);
    expect(written).toMatchObject({ by: 'model', why: 'verified', model: 'second-model' });
  });
});

describe('throttling', () => {
  it('is waited out, twice as long each time', async () => {
    const { written, waits } = await played([throttling, throttling, said(good)]);
    expect(written).toMatchObject({ by: 'model', why: 'verified', model: 'first-model' });
    expect(waits).toEqual([500, 1000]);
  });

  it('of every model ends with the template', async () => {
    const { written, calls, log } = await played([throttling]);
    expect(written).toMatchObject({ by: 'template', why: 'throttled', narrative: template });
    expect(calls.map((c) => c.path.split('/')[2])).toEqual([
      ...Array(3).fill('first-model'),
      ...Array(3).fill('second-model'),
    ]);
    expect(log.every((l) => l.outcome === 'throttled' && l.answer_sha256 === null)).toBe(true);
  });
});

describe('a call that does not come to an end', () => {
  it('is given up when it takes too long', async () => {
    const { written } = await played([{ play: 'slow' }]);
    expect(written).toMatchObject({ by: 'template', why: 'timeout', narrative: template });
  });

  it('is made again when it was cut', async () => {
    const { written } = await played([{ play: 'cut' }, said(good)]);
    expect(written).toMatchObject({ by: 'model', why: 'verified', model: 'first-model' });
  });

  it('ends with the template when it is cut each time', async () => {
    expect((await played([{ play: 'cut' }])).written).toMatchObject({
      by: 'template',
      why: 'cut',
      narrative: template,
    });
  });
});

it('a model that is refused is not asked again; the other one is', async () => {
  const { written, calls } = await played([{ error: 'AccessDeniedException', status: 403 }, said(good)]);
  expect(written).toMatchObject({ by: 'model', model: 'second-model' });
  expect(calls).toHaveLength(2);
});

it('a call that could go beyond the budget is not made', async () => {
  const { written, calls } = await played([said(good)], { ...settings, budget: { tokens: 2500, usd: 1 } });
  expect(written).toMatchObject({ by: 'template', why: 'budget', narrative: template });
  expect(calls).toEqual([]);
});

it('the request holds schema, guardrail, cache point, grounding and versions, and no hidden value', async () => {
  const { calls } = await played([said(good)]);
  expect(calls[0]?.body).toMatchObject({
    system: [{ text: expect.stringContaining('You write short texts') }, { cachePoint: { type: 'default' } }],
    messages: [
      {
        role: 'user',
        content: [
          { guardContent: { text: { qualifiers: ['grounding_source'] } } },
          { guardContent: { text: { qualifiers: ['query'] } } },
        ],
      },
    ],
    outputConfig: { textFormat: { type: 'json_schema', structure: { jsonSchema: { name: 'narrative' } } } },
    guardrailConfig: { guardrailIdentifier: 'gr-1', guardrailVersion: '3' },
    requestMetadata: { prompt: 'narrator-2', schema: 'homeroom-narrative/1', language: 'en' },
  });
});

describe('students', () => {
  const student = { kind: 'student' as const, key: 's0c00', name: 's0c00' };
  const own = fact({ metric: 'days_missed', about: student, period: year(2025), unit: 'days', value: 3 });

  it('never reach a model, as subject or in a single fact', () => {
    expect(() => orderOf(documentOf(student, []), 'en', [])).toThrow(StudentFactsError);
    expect(() => orderOf({ ...facts, facts: [...facts.facts, own] }, 'en', [])).toThrow(StudentFactsError);
  });

  it('are written of by the template', async () => {
    const never = { write: () => Promise.reject(new Error('asked')) };
    expect(await narrate(documentOf(student, [own]), 'en', never)).toMatchObject({
      by: 'template',
      why: 'student',
    });
  });
});
