// A reason or strength in the reader's language: lists keep the sentence as the model or rule wrote it, in English.
import type { Language } from '../words/languages.ts';
import { type Words, words as wordsIn } from '../words/words.ts';
import type { Fact } from './item.ts';

export interface Said {
  readonly text: string;
  /** English where nobody has given this sentence words in the reader's language. */
  readonly lang: Language;
}

/** A fact has a sentence as a reason, as a strength, and as the plain list says it. */
const FORMS = ['reason', 'strength', 'plain'] as const;
const WRITTEN: Language = 'en';

export function factSaid({ fact, words: sentence }: Fact, words: Words): Said {
  if (words.lang === WRITTEN) return { text: sentence, lang: WRITTEN };
  for (const form of FORMS) {
    const key = `checkin.fact.${fact}.${form}`;
    const values = wordsIn(WRITTEN).valuesIn(key, sentence);
    if (values !== null) return { text: words.say(key, values), lang: words.lang };
  }
  return { text: sentence, lang: WRITTEN };
}
