// Help texts, made from the same definitions that parse the words.
import { type Command, commonOptions, type OptionHelp } from './command.ts';

export function commandHelp(command: Command): string {
  const options = Object.entries({ ...command.options, ...commonOptions });
  const left = options.map(([name, o]) => optionWord(name, o));
  const width = Math.max(...left.map((l) => l.length));
  const lines = options.map(([, o], i) => `  ${(left[i] ?? '').padEnd(width)}  ${o.help}${optionNote(o)}`);
  const exits = { 0: 'done', 1: 'error', 2: 'the call could not be understood', ...command.exits };
  return [
    command.summary,
    '',
    `Usage: npx homeroom ${command.name} ${command.usage}`.trimEnd(),
    '',
    'Options:',
    ...lines,
    '',
    `Exit codes: ${Object.entries(exits)
      .map(([code, text]) => `${code} ${text}`)
      .join('; ')}.`,
    '',
    command.examples.length > 1 ? 'Examples:' : 'Example:',
    ...command.examples.map((e) => `  npx homeroom ${e}`),
  ].join('\n');
}

export function overview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map((c) => c.name.length));
  return [
    'homeroom: one daily picture of a school district from its scattered exports.',
    '',
    'Usage: npx homeroom COMMAND [options]',
    '',
    ...commands.map((c) => `  ${c.name.padEnd(width)}  ${c.summary}`),
    '',
    'npx homeroom COMMAND --help says more, with an example.',
  ].join('\n');
}

function optionWord(name: string, o: OptionHelp): string {
  return `${o.short ? `-${o.short}, ` : ''}--${name}${o.type === 'string' ? ` ${o.value ?? 'TEXT'}` : ''}`;
}

function optionNote(o: OptionHelp): string {
  if (o.required) return ' Required.';
  return o.fallback === undefined ? '' : ` Default: ${o.fallback}.`;
}
