// The model side of the narrator: Converse of Amazon Bedrock, with schema, guardrail and cache point; bodies are never logged.
import { createHash } from 'node:crypto';
import {
  BedrockRuntimeClient,
  ConverseCommand,
  type ConverseCommandInput,
  type ConverseCommandOutput,
} from '@aws-sdk/client-bedrock-runtime';
import type { Budget, Usage } from '../narrate/budget.ts';
import type { ModelAnswer, ModelFailure, WritingModel, WritingOrder } from '../narrate/model.ts';
import type { NarratorSettings, PricedModel } from '../narrate/settings.ts';

/** What is kept of a call: counts, hashes, versions. */
export interface CallLog extends Usage {
  readonly model: string;
  readonly prompt: string;
  readonly schema: string;
  readonly facts_sha256: string;
  readonly answer_sha256: string | null;
  readonly attempt: number;
  readonly outcome: 'answered' | ModelFailure;
}

export interface Surroundings {
  readonly client: BedrockRuntimeClient;
  readonly budget: Budget;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Aborts a call that takes too long. */
  readonly deadline: (milliseconds: number) => AbortSignal;
  /** 0 to 1, so that many callers do not come back at once. */
  readonly random: () => number;
  readonly log: (entry: CallLog) => void;
}

export const bedrockClient = (endpoint?: string): BedrockRuntimeClient =>
  new BedrockRuntimeClient({ maxAttempts: 1, ...(endpoint === undefined ? {} : { endpoint }) });

export const inEarnest = {
  wait: (ms: number) => new Promise<void>((done) => void setTimeout(done, ms)),
  deadline: (ms: number) => AbortSignal.timeout(ms),
  random: Math.random,
} as const;

/** Failures after which the same model may well answer, and those after which only another one can. */
const AGAIN: readonly ModelFailure[] = ['throttled', 'cut'];
const ELSEWHERE: readonly ModelFailure[] = [
  'throttled',
  'cut',
  'timeout',
  'unreachable',
  'refused',
  'cut_short',
];

export function bedrockModel(settings: NarratorSettings, around: Surroundings): WritingModel {
  return {
    async write(order) {
      let answer: ModelAnswer | undefined;
      for (const model of settings.models) {
        answer = await askOne(model, order, settings, around);
        if (!('failed' in answer) || !ELSEWHERE.includes(answer.failed)) return answer;
      }
      return answer ?? { failed: 'unreachable', model: '' };
    },
  };
}

async function askOne(
  model: PricedModel,
  order: WritingOrder,
  settings: NarratorSettings,
  around: Surroundings,
): Promise<ModelAnswer> {
  let failed: ModelFailure = 'unreachable';
  for (let attempt = 1; attempt <= settings.attempts; attempt += 1) {
    if (!around.budget.allows(model, mostOf(order, settings))) return { failed: 'budget', model: model.id };
    const call = await callOnce(model, order, settings, around);
    around.budget.spend(model, call.usage);
    around.log(logOf(model, order, call, attempt));
    if (typeof call.result === 'object') return { text: call.result.text, model: model.id };
    failed = call.result;
    if (!AGAIN.includes(failed) || attempt === settings.attempts) break;
    await around.wait(settings.backoffMs * 2 ** (attempt - 1) * (0.5 + around.random() / 2));
  }
  return { failed, model: model.id };
}

interface Call {
  readonly result: { readonly text: string } | ModelFailure;
  readonly usage: Usage;
}

const NOTHING: Usage = { input: 0, output: 0, cacheRead: 0, cacheWrite: 0 };

async function callOnce(
  model: PricedModel,
  order: WritingOrder,
  settings: NarratorSettings,
  around: Surroundings,
): Promise<Call> {
  const abortSignal = around.deadline(settings.timeoutSeconds * 1000);
  try {
    const output = await around.client.send(new ConverseCommand(inputOf(model.id, order, settings)), {
      abortSignal,
    });
    return { result: resultOf(output), usage: usageOf(output) };
  } catch (error) {
    return { result: failureOf(error, abortSignal), usage: NOTHING };
  }
}

/** Instructions first and a cache point behind them; facts and task are what the guardrail grounds the answer in. */
export function inputOf(
  modelId: string,
  order: WritingOrder,
  { guardrail, maxTokens }: NarratorSettings,
): ConverseCommandInput {
  const mended = order.corrections.map((c) => `- ${c}`).join('\n');
  return {
    modelId,
    system: [{ text: order.instructions }, { cachePoint: { type: 'default' } }],
    messages: [
      {
        role: 'user',
        content: [
          { guardContent: { text: { text: order.facts, qualifiers: ['grounding_source'] } } },
          { guardContent: { text: { text: order.task, qualifiers: ['query'] } } },
          ...(mended === ''
            ? []
            : [{ text: `The text before was thrown away. What did not follow from the facts:\n${mended}` }]),
        ],
      },
    ],
    inferenceConfig: { maxTokens, temperature: 0 },
    outputConfig: {
      textFormat: {
        type: 'json_schema',
        structure: { jsonSchema: { name: 'narrative', schema: order.jsonSchema } },
      },
    },
    guardrailConfig: {
      guardrailIdentifier: guardrail.id,
      guardrailVersion: guardrail.version,
      trace: 'disabled',
    },
    requestMetadata: {
      prompt: order.promptVersion,
      schema: order.schemaVersion,
      release: order.release,
      language: order.lang,
      facts: sha256(order.facts),
    },
  };
}

function resultOf(output: ConverseCommandOutput): Call['result'] {
  switch (output.stopReason) {
    case 'guardrail_intervened':
    case 'content_filtered':
      return 'guardrail';
    case 'max_tokens':
    case 'model_context_window_exceeded':
      return 'cut_short';
    default: {
      const text = output.output?.message?.content?.map((block) => block.text ?? '').join('') ?? '';
      return { text };
    }
  }
}

function usageOf({ usage }: ConverseCommandOutput): Usage {
  return {
    input: usage?.inputTokens ?? 0,
    output: usage?.outputTokens ?? 0,
    cacheRead: usage?.cacheReadInputTokens ?? 0,
    cacheWrite: usage?.cacheWriteInputTokens ?? 0,
  };
}

const THROTTLED = [
  'ThrottlingException',
  'ServiceQuotaExceededException',
  'TooManyRequestsException',
  'ModelNotReadyException',
  'ServiceUnavailableException',
];
const REFUSED = [
  'ValidationException',
  'AccessDeniedException',
  'ResourceNotFoundException',
  'ModelErrorException',
  'UnrecognizedClientException',
];

function failureOf(error: unknown, signal: AbortSignal): ModelFailure {
  const name = error instanceof Error ? error.name : '';
  if (signal.aborted || name === 'AbortError' || name === 'TimeoutError' || name === 'ModelTimeoutException')
    return 'timeout';
  if (THROTTLED.includes(name)) return 'throttled';
  if (REFUSED.includes(name)) return 'refused';
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code === 'ECONNREFUSED' || code === 'ENOTFOUND' ? 'unreachable' : 'cut';
}

/** A character is a token at the very most in the alphabets of these texts; three make one is nearer, and still too many. */
function mostOf(order: WritingOrder, { maxTokens }: NarratorSettings): Usage {
  const characters =
    order.instructions.length +
    order.facts.length +
    order.task.length +
    order.jsonSchema.length +
    order.corrections.join().length;
  return { ...NOTHING, input: Math.ceil(characters / 3), output: maxTokens };
}

function logOf(model: PricedModel, order: WritingOrder, call: Call, attempt: number): CallLog {
  return {
    model: model.id,
    prompt: order.promptVersion,
    schema: order.schemaVersion,
    facts_sha256: sha256(order.facts),
    answer_sha256: typeof call.result === 'object' ? sha256(call.result.text) : null,
    attempt,
    outcome: typeof call.result === 'object' ? 'answered' : call.result,
    ...call.usage,
  };
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
