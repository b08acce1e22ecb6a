// The port to whatever writes prose: it answers with text, or says for which cause it did not.
import type { Language } from '../words/languages.ts';

export interface WritingOrder {
  readonly lang: Language;
  /** Instructions that never change between calls: they stand first, so that they can be kept. */
  readonly instructions: string;
  /** "narrator-2" and "homeroom-narrative/1". */
  readonly promptVersion: string;
  readonly schemaVersion: string;
  readonly jsonSchema: string;
  /** The only thing that may be spoken of. */
  readonly facts: string;
  readonly task: string;
  /** What was wrong with the text before. */
  readonly corrections: readonly string[];
  readonly release: string;
}

export const MODEL_FAILURES = [
  'guardrail',
  'throttled',
  'timeout',
  'cut',
  'cut_short',
  'unreachable',
  'refused',
  'budget',
] as const;
export type ModelFailure = (typeof MODEL_FAILURES)[number];

export type ModelAnswer =
  | { readonly text: string; readonly model: string }
  | { readonly failed: ModelFailure; readonly model: string };

export interface WritingModel {
  write(order: WritingOrder): Promise<ModelAnswer>;
}
