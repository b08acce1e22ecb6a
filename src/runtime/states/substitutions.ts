// Fills the `${Name}` placeholders of a definition's text, as CloudFormation does with DefinitionSubstitutions.
import { HomeroomError } from '../../errors/homeroom-error.ts';

const PLACEHOLDER = /\$\{([A-Za-z0-9_.:-]+)\}/g;

export class PlaceholderError extends HomeroomError {
  constructor(names: readonly string[]) {
    super(
      'STATES_PLACEHOLDER_UNRESOLVED',
      `No value is given for ${names.map((name) => `\${${name}}`).join(', ')}.`,
      {
        where: 'definition text',
        mend: 'Give a value for each placeholder, or mend its spelling.',
      },
    );
  }
}

/**
 * Replaces each placeholder once; a value may be a number or boolean outside quotation marks.
 * Text values are escaped for JSON. Throws PlaceholderError naming every placeholder that has no value.
 */
export function expandSubstitutions(
  definitionText: string,
  values: Readonly<Record<string, string | number | boolean>>,
): string {
  const missing = new Set<string>();
  const expanded = definitionText.replace(PLACEHOLDER, (placeholder, name: string) => {
    if (!Object.hasOwn(values, name)) missing.add(name);
    return Object.hasOwn(values, name) ? JSON.stringify(String(values[name])).slice(1, -1) : placeholder;
  });
  if (missing.size > 0) throw new PlaceholderError([...missing].sort());
  return expanded;
}
