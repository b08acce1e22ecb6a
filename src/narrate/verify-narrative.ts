// A narrative's claims, each with the place in it; a paragraph's heading says which measure its sentences are about.
import type { FactsDocument } from '../facts/facts-document.ts';
import type { Claim } from '../verify/claim.ts';
import { verify } from '../verify/verify.ts';
import { bannedIn } from '../words/banned.ts';
import type { Language } from '../words/languages.ts';
import type { Narrative } from './narrative.ts';

export interface PlacedClaim extends Claim {
  readonly place: string;
}

export function verifyNarrative(
  facts: FactsDocument,
  narrative: Narrative,
  lang: Language,
): readonly PlacedClaim[] {
  const read = (place: string, text: string, metric?: string): PlacedClaim[] =>
    verify(facts, text, lang, metric === undefined ? {} : { metric }).map((c) => ({ place, ...c }));
  const metrics = new Set(facts.facts.map((f) => f.metric));
  return [
    ...read('headline', narrative.headline),
    ...narrative.paragraphs.flatMap((p) => [
      ...(metrics.has(p.about) ? [] : [strange(p.about)]),
      ...read(`paragraph ${p.about}`, p.sentences.join('\n'), p.about),
    ]),
    ...narrative.cannot_say.flatMap((text) => read('cannot_say', text)),
    ...narrative.questions.flatMap((text) => read('questions', text)),
  ];
}

const strange = (about: string): PlacedClaim => ({
  place: 'paragraphs',
  kind: 'name',
  claim: about,
  start: 0,
  end: about.length,
  verdict: 'unsupported',
  by: [],
  why: 'The facts hold no such measure.',
});

/** Words that are never said of students, with what to say instead. */
export function bannedOf(narrative: Narrative, lang: Language): readonly string[] {
  return textsOf(narrative).flatMap((t) => bannedIn(t, lang).map((b) => `"${b.said}": say "${b.instead}"`));
}

export const textsOf = (n: Narrative): readonly string[] => [
  n.headline,
  ...n.paragraphs.flatMap((p) => p.sentences),
  ...n.cannot_say,
  ...n.questions,
];
