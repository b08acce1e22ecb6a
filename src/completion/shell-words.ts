// What a shell may complete, taken from the command definitions: families, options, and where values come from.
import { type Command, commonOptions, type OptionHelp } from '../commands/command.ts';

/** First words to the words that may follow: `quarantine` to list, show, replay; none for most. */
export function families(commands: readonly Command[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { name } of commands) {
    const [first = '', second] = name.split(' ');
    found.set(first, [...(found.get(first) ?? []), ...(second === undefined ? [] : [second])]);
  }
  return found;
}

export function optionsOf(command: Command): [string, OptionHelp][] {
  return Object.entries({ ...command.options, ...commonOptions });
}

/** Where the values of an option come from; undefined for a switch. */
export type ValueSource = 'choices' | 'districts' | 'modules' | 'files' | 'free';

export function valueSource(name: string, option: OptionHelp): ValueSource | undefined {
  if (option.type === 'boolean') return undefined;
  if (option.choices) return 'choices';
  if (name === 'district') return 'districts';
  if (name === 'module' || name === 'modules') return 'modules';
  return option.value === 'FILE' || option.value === 'DIR' ? 'files' : 'free';
}

/** Shell text that prints the names of district files and of districts with state, a line each. */
export const districtNames = `ls districts 2>/dev/null | sed -n "s/[.]json$//p" | grep -v "^schema$"; ls "\${HOMEROOM_HOME:-.homeroom}" 2>/dev/null`;
export const moduleNames = 'ls modules 2>/dev/null';

/** A text between single quotes of bash and zsh. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
