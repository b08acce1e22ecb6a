// Who writes the pages of a district: the grammar, or a model on Bedrock where the district file asks for one.
import { z } from 'zod';
import type { District } from '../../lib/district.ts';
import { bedrockClient, bedrockModel, type CallLog, inEarnest } from '../adapters/bedrock-narrator.ts';
import { HomeroomError } from '../errors/homeroom-error.ts';
import { budgetOf } from '../narrate/budget.ts';
import { narrate } from '../narrate/narrate.ts';
import { narratorSettingsSchema } from '../narrate/settings.ts';
import { type Write, writeByTemplate } from './write-narrative.ts';

const guardrailSchema = z.strictObject({ id: z.string().min(1), version: z.string().min(1) });

export class NoGuardrailError extends HomeroomError {
  constructor() {
    super('NO_GUARDRAIL', 'The district asks for a model to write, but no guardrail stands before it here.', {
      where: 'reports.narrator of the district file; HOMEROOM_GUARDRAIL',
      mend: 'The Narrator stack sets it for the function. On one machine let the template write.',
    });
  }
}

export interface NarratorPlace {
  /** {"id": …, "version": …} of the guardrail, as the Narrator stack makes it. */
  readonly guardrail?: string | undefined;
  readonly endpoint?: string | undefined;
  /** Counts, hashes and versions of each call; never a body. */
  readonly log: (entry: CallLog) => void;
}

/** @throws NoGuardrailError */
export function narratorOf({ reports }: District, place: NarratorPlace): Write {
  const { by, models, maxTokens, timeoutSeconds, budget } = reports.narrator;
  if (by === 'template') return writeByTemplate;
  if (place.guardrail === undefined) throw new NoGuardrailError();
  const settings = narratorSettingsSchema.parse({
    models: models.map(({ id, usdPerMillion }) => ({ id, usdPerMillion })),
    guardrail: guardrailSchema.parse(JSON.parse(place.guardrail)),
    maxTokens,
    timeoutSeconds,
    attempts: undefined,
    backoffMs: undefined,
    budget,
  });
  const model = bedrockModel(settings, {
    ...inEarnest,
    client: bedrockClient(place.endpoint),
    budget: budgetOf(settings.budget),
    log: place.log,
  });
  return async (document, lang) => {
    const { narrative, by: who, model: id, why } = await narrate(document, lang, model);
    return who === 'model' ? { narrative, by: id ?? 'model', why: null } : { narrative, by: 'template', why };
  };
}
