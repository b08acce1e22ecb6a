// What a model is given: the unchanging instructions, the facts without what it has no use for, and what to do.

import { definitionsRoot, definitionText } from '../definitions/definitions.ts';
import type { FactsDocument } from '../facts/facts-document.ts';
import { LANGUAGE_NAMES, type Language } from '../words/languages.ts';
import type { WritingOrder } from './model.ts';
import { NARRATIVE_SCHEMA, narrativeJsonSchema } from './narrative.ts';
import { refuseStudents } from './no-students.ts';

export const PROMPT = 'narrator-2';

/** @throws StudentFactsError */
export function orderOf(facts: FactsDocument, lang: Language, corrections: readonly string[]): WritingOrder {
  refuseStudents(facts);
  return {
    lang,
    instructions: definitionText(definitionsRoot(), 'prompts', `${PROMPT}.md`),
    promptVersion: PROMPT,
    schemaVersion: NARRATIVE_SCHEMA,
    jsonSchema: narrativeJsonSchema([...new Set(facts.facts.map((f) => f.metric))].sort()),
    facts: JSON.stringify(told(facts)),
    task: `Write the texts for ${facts.subject.name} and school year ${facts.period.label}, in ${LANGUAGE_NAMES[lang]}.`,
    corrections,
    release: facts.release,
  };
}

function told({ subject, district, period, run_date, sources, facts }: FactsDocument) {
  return {
    about: subject.name,
    district: district.name,
    period: period.label,
    run_date,
    sources,
    facts: facts.map((f) => ({
      metric: f.metric,
      aspect: f.aspect,
      about: f.about.name,
      ...(f.group === null ? {} : { group: f.group }),
      period: f.period.label,
      ...(f.state === 'known'
        ? { value: Math.floor((f.value ?? 0) * 10 + 0.5) / 10, unit: f.unit, n: f.n, held_back: f.held_back }
        : { state: f.state, why: f.why }),
    })),
  };
}
