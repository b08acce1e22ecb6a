// Who writes the sentences of a page: the grammar, or a model whose every claim was checked; and which of them it was.
import type { FactsDocument } from '../facts/facts-document.ts';
import type { Narrative } from '../narrate/narrative.ts';
import { templateNarrator } from '../narrate/template.ts';
import type { Language } from '../words/languages.ts';

export interface Written {
  readonly narrative: Narrative;
  readonly by: string;
  /** Why it was not the model, where one was asked. */
  readonly why: string | null;
}

export type Write = (document: FactsDocument, lang: Language) => Promise<Written>;

export const writeByTemplate: Write = async (document, lang) => ({
  narrative: await templateNarrator(document, lang),
  by: 'template',
  why: null,
});
