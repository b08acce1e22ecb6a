// Reads the values back out of a sentence that a text was filled to, so that it can be said in another language.
import { fill, formsOf, type Kind, type Placeholder, placeholdersOf, type Text } from './text.ts';

/** What each kind looks like in a sentence that a source wrote: days as YYYY-MM-DD, numbers with a point. */
const LOOKS: Partial<Readonly<Record<Kind, string>>> = {
  date: '\\d{4}-\\d{2}-\\d{2}',
  number: '-?\\d+(?:\\.\\d+)?',
};
const EDGE = '\u0000';

/** Values by placeholder; null for a sentence that is not one of this text. */
export function readBack(text: Text, sentence: string): Readonly<Record<string, string | number>> | null {
  const kinds = new Map(placeholdersOf(text).map((p) => [p.name, p.kind]));
  for (const form of formsOf(text)) {
    const found = pattern(form).exec(sentence);
    if (found === null) continue;
    return Object.fromEntries(
      Object.entries(found.groups ?? {}).map(([name, told]) => [
        name,
        kinds.get(name) === 'number' ? Number(told) : told,
      ]),
    );
  }
  return null;
}

function pattern(form: string): RegExp {
  const pieces = fill(form, (place) => `${EDGE}${groupOf(place)}${EDGE}`).split(EDGE);
  const whole = pieces
    .map((piece, i) => (i % 2 === 1 ? piece : piece.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')))
    .join('');
  return new RegExp(`^${whole}$`, 'u');
}

const groupOf = ({ name, kind }: Placeholder): string => `(?<${name}>${LOOKS[kind] ?? '.+?'})`;
