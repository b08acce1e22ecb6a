// A page's text: the model writes, zod and the verifier read it, it may mend it once; else the template writes.
import { z } from 'zod';
import type { FactsDocument } from '../facts/facts-document.ts';
import type { Language } from '../words/languages.ts';
import { words } from '../words/words.ts';
import type { ModelFailure, WritingModel } from './model.ts';
import { type Narrative, narrativeSchema } from './narrative.ts';
import { isAboutStudents } from './no-students.ts';
import { orderOf } from './order.ts';
import { templateNarrative } from './template.ts';
import { bannedOf, type PlacedClaim, verifyNarrative } from './verify-narrative.ts';

/** Why a text is by whom it is. */
export type WhyWritten = 'verified' | 'verified_after_retry' | 'no_model' | 'student' | Fault['code'];

export type Fault =
  | { readonly code: 'schema'; readonly corrections: readonly string[] }
  | { readonly code: 'does_not_follow'; readonly corrections: readonly string[] }
  | { readonly code: 'banned_words'; readonly corrections: readonly string[] }
  | { readonly code: ModelFailure; readonly corrections: readonly [] };

export interface Written {
  readonly narrative: Narrative;
  readonly by: 'model' | 'template';
  readonly why: WhyWritten;
  /** The model that wrote; null for the template. */
  readonly model: string | null;
  /** What was wrong with each text that was not taken. */
  readonly faults: readonly Fault[];
  /** All of them follow. */
  readonly claims: readonly PlacedClaim[];
}

const TRIES = 2;

export async function narrate(
  facts: FactsDocument,
  lang: Language,
  model: WritingModel | null,
): Promise<Written> {
  if (model === null) return template(facts, lang, 'no_model', []);
  if (isAboutStudents(facts)) return template(facts, lang, 'student', []);
  const faults: Fault[] = [];
  for (let i = 0; i < TRIES; i += 1) {
    const answer = await model.write(orderOf(facts, lang, faults.at(-1)?.corrections ?? []));
    // The model's own side has tried again already where that helps.
    if ('failed' in answer) {
      faults.push({ code: answer.failed, corrections: [] });
      break;
    }
    const read = readAnswer(facts, lang, answer.text);
    if ('narrative' in read) {
      const why = i === 0 ? 'verified' : 'verified_after_retry';
      return { ...read, by: 'model', why, model: answer.model, faults };
    }
    faults.push(read);
  }
  return template(facts, lang, faults.at(-1)?.code ?? 'no_model', faults);
}

function readAnswer(
  facts: FactsDocument,
  lang: Language,
  text: string,
): Fault | { narrative: Narrative; claims: readonly PlacedClaim[] } {
  const parsed = narrativeSchema.safeParse(jsonOf(text));
  if (!parsed.success) return { code: 'schema', corrections: [z.prettifyError(parsed.error)] };
  const claims = verifyNarrative(facts, parsed.data, lang);
  const wrong = claims
    .filter((c) => c.verdict !== 'follows')
    .map((c) => `${c.place}: ${c.kind} "${c.claim}" ${c.verdict}. ${c.why}`);
  const banned = bannedOf(parsed.data, lang);
  // A banned word is seldom one that follows: what to say instead is told with what else is wrong.
  if (banned.length > 0) return { code: 'banned_words', corrections: [...banned, ...wrong] };
  return wrong.length > 0
    ? { code: 'does_not_follow', corrections: wrong }
    : { narrative: parsed.data, claims };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function template(facts: FactsDocument, lang: Language, why: WhyWritten, faults: readonly Fault[]): Written {
  const narrative = templateNarrative(facts, words(lang));
  return {
    narrative,
    by: 'template',
    why,
    model: null,
    faults,
    claims: verifyNarrative(facts, narrative, lang),
  };
}
