// One text of the words files: a sentence with placeholders, or a form for each plural.
import { z } from 'zod';

export const KINDS = ['text', 'number', 'percent', 'date', 'month', 'list'] as const;
export type Kind = (typeof KINDS)[number];

const sentence = z.string().trim().min(1);

export const pluralSchema = z.strictObject({
  /** The placeholder whose number chooses the form. */
  plural: z.string().regex(/^[a-z][a-z0-9_]*$/),
  one: sentence,
  many: sentence.optional(),
  other: sentence,
});

export type Text = string | z.output<typeof pluralSchema>;

/** Keys that only a plural has, so that a section is never taken for one. */
export const isPlural = (node: object): boolean => 'plural' in node;

export interface Placeholder {
  readonly name: string;
  readonly kind: Kind;
}

const PLACEHOLDER = /\{([a-z][a-z0-9_]*)(?::([a-z]+))?\}/g;

/** Placeholders of a text in all its forms, each once, by name. */
export function placeholdersOf(text: Text): readonly Placeholder[] {
  const found = new Map<string, Kind>();
  for (const form of formsOf(text)) {
    for (const [, name = '', kind] of form.matchAll(PLACEHOLDER)) {
      found.set(name, KINDS.find((k) => k === kind) ?? 'text');
    }
  }
  if (typeof text !== 'string') found.set(text.plural, found.get(text.plural) ?? 'number');
  return [...found].map(([name, kind]) => ({ name, kind })).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A brace that is no placeholder, or a kind that there is not. */
export function oddBraces(text: Text): readonly string[] {
  return formsOf(text).flatMap((form) => {
    const kinds = [...form.matchAll(PLACEHOLDER)].flatMap(([whole, , kind]) =>
      kind === undefined || KINDS.some((k) => k === kind) ? [] : [whole],
    );
    return [...kinds, ...(form.replace(PLACEHOLDER, '').match(/[{}]/g) ?? [])];
  });
}

export function formsOf(text: Text): readonly string[] {
  if (typeof text === 'string') return [text];
  return [text.one, ...(text.many === undefined ? [] : [text.many]), text.other];
}

/** Puts values in; `write` turns one into words. */
export function fill(form: string, write: (placeholder: Placeholder) => string): string {
  return form.replace(PLACEHOLDER, (_, name: string, kind: string | undefined) =>
    write({ name, kind: KINDS.find((k) => k === kind) ?? 'text' }),
  );
}
