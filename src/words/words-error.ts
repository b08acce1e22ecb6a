// A text that is missing, or was asked for with other values than it needs.
import { HomeroomError } from '../errors/homeroom-error.ts';

export class WordsError extends HomeroomError {
  constructor(lang: string, key: string, what: string) {
    super('WORDS', what, {
      where: `words/${lang}.yaml, ${key}`,
      mend: 'Write the text in every language of words/ under the same key, with the same placeholders.',
    });
  }
}
