// Finds names that the facts do not have: capitals that are no ordinary word, and schools however they are written.
import type { Language } from '../words/languages.ts';
import type { Taken } from './find-things.ts';
import { lexiconOf } from './lexicon.ts';
import type { Sentence } from './plain.ts';
import { folded, placesOf } from './plain.ts';

interface Found {
  readonly start: number;
  readonly end: number;
}

const WORD = /\p{L}[\p{L}'’.-]*\p{L}|\p{L}/gu;
const PLACE =
  /^(?:school|high|elementary|middle|academy|primary|charter|escuela|colegio|preparatoria|academia)$/;
/** Endings that English gives to words, hardly to names. */
const WORDLIKE = /(?:ly|tion|tions|ment|ments|ance|ances|ence|ences|ness|mente|cion|ciones|dad|dades)$/;

export function strangeNames({ text, folded: low }: Sentence, lang: Language, taken: Taken): Found[] {
  const lx = lexiconOf(lang);
  const found: Found[] = [];
  const words = [...text.matchAll(WORD)].map((m) => ({
    said: m[0],
    start: m.index,
    end: m.index + m[0].length,
  }));
  const capital = (said: string) => /^\p{Lu}/u.test(said);
  const known = (said: string) => {
    const w = folded(said).replace(/'s?$|\.$/, '');
    return lx.ordinary.has(w) || w.split(/[-.']/).every((part) => part === '' || lx.ordinary.has(part));
  };
  words.forEach((w, i) => {
    if (!capital(w.said) || taken.at[w.start]) return;
    const next = words[i + 1];
    const opens = i === 0 || /[.!?:¿¡"“«\n]\s*$/u.test(text.slice(0, w.start));
    const run = next !== undefined && capital(next.said) && !taken.at[next.start];
    const strange = !known(w.said) && !(opens && !run && WORDLIKE.test(folded(w.said)));
    const place = run && !opens && PLACE.test(folded(next.said)) && !/^\p{Lu}+$/u.test(w.said);
    const opened = run && opens && PLACE.test(folded(next.said)) && !known(w.said);
    if (strange || place || opened) found.push({ start: w.start, end: w.end });
  });
  for (const m of placesOf(lx.schoolWords, low)) {
    const name = m[1] ?? '';
    if (taken.free(m.index, m.index + m[0].length) && !lx.ordinary.has(name))
      found.push({ start: m.index, end: m.index + m[0].length });
  }
  return merged(found);
}

function merged(found: readonly Found[]): Found[] {
  const row: Found[] = [];
  for (const f of [...found].sort((a, b) => a.start - b.start)) {
    const last = row.at(-1);
    if (last && f.start <= last.end + 1)
      row[row.length - 1] = { start: last.start, end: Math.max(last.end, f.end) };
    else row.push(f);
  }
  return row;
}
