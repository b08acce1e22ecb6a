// How hard a text is to read, by published formulas: sentences, words and syllables counted, nothing guessed.
import type { Language } from './languages.ts';

export interface Reading {
  readonly sentences: number;
  readonly words: number;
  readonly syllables: number;
}

export function countReading(texts: readonly string[], lang: Language): Reading {
  const sentences = texts.flatMap(sentencesOf);
  const words = sentences.flatMap(wordsIn);
  const syllables = words.reduce((sum, w) => sum + (lang === 'en' ? english(w) : spanish(w)), 0);
  return { sentences: sentences.length, words: words.length, syllables };
}

/** Flesch-Kincaid grade level (Kincaid et al. 1975): school grade in the United States. */
export function gradeOf({ sentences, words, syllables }: Reading): number {
  return 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59;
}

/**
 * Perspicuity of Spanish (Szigriszt-Pazos 1993) on the INFLESZ scale (Barrio-Cantalejo 2008): 65 and more is read in
 * primary school (grades 1 to 6), 55 to 65 in the compulsory secondary school after it.
 */
export function inflesz({ sentences, words, syllables }: Reading): number {
  return 206.835 - 62.3 * (syllables / words) - words / sentences;
}

export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?:;])\s+|\n+/)
    .map((s) => s.trim())
    .filter((s) => wordsIn(s).length > 0);
}

export const wordsIn = (sentence: string): string[] => sentence.match(/\p{L}[\p{L}'’-]*/gu) ?? [];

function english(word: string): number {
  const w = word.toLowerCase().replace(/[^a-z]/g, '');
  if (w.length <= 3) return 1;
  const silent = w.replace(/(?:[^laeiouy]es|[^tdaeiouy]ed|[^l]e|[^laeiouy]ely)$/, (end) => end.slice(0, 1));
  return Math.max(1, silent.match(/[aeiouy]+/g)?.length ?? 1);
}

function spanish(word: string): number {
  const w = word
    .toLowerCase()
    .replace(/(?<=[gq])u(?=[eéií])/g, '')
    .replace(/y$/, 'i');
  // A strong or accented vowel opens a syllable of its own; weak ones lean on their neighbours.
  const nuclei = w.match(/[iuü]?[aeoáéó][iuü]?|[íú]|[iuü]+/g) ?? [];
  return Math.max(1, nuclei.length);
}
