// The completion script of fish, with the descriptions of commands and options.
import type { Command, OptionHelp } from '../commands/command.ts';
import { families, moduleNames, optionsOf, valueSource } from './shell-words.ts';

export function fishCompletion(commands: readonly Command[]): string {
  const groups = families(commands);
  const lines = [
    '# Completion of homeroom for fish. Made by: npx homeroom completion fish',
    '# Put it to use with: npx homeroom completion fish > ~/.config/fish/completions/homeroom.fish',
    'function __homeroom_districts; string replace -rf ".*/(.*)[.]json$" \'$1\' districts/*.json | string match -v schema; end',
    `function __homeroom_modules; ${moduleNames}; end`,
  ];
  for (const [name, words] of groups) {
    const summary = commands.find((c) => c.name === name)?.summary ?? words.join(', ');
    lines.push(`complete -c homeroom -f -n __fish_use_subcommand -a ${name} -d ${single(summary)}`);
    const none = `__fish_seen_subcommand_from ${name}; and not __fish_seen_subcommand_from ${words.join(' ')}`;
    for (const word of words) {
      const own = commands.find((c) => c.name === `${name} ${word}`)?.summary ?? '';
      lines.push(`complete -c homeroom -f -n ${single(none)} -a ${word} -d ${single(own)}`);
    }
  }
  for (const command of commands) {
    const seen = command.name
      .split(' ')
      .map((word) => `__fish_seen_subcommand_from ${word}`)
      .join('; and ');
    for (const [name, option] of optionsOf(command)) lines.push(optionLine(seen, name, option));
    if (command.words)
      lines.push(`complete -c homeroom -f -n ${single(seen)} -a ${single(command.words.join(' '))}`);
  }
  return lines.join('\n');
}

function optionLine(seen: string, name: string, option: OptionHelp): string {
  const source = valueSource(name, option);
  const words = {
    choices: `-x -a ${single((option.choices ?? []).join(' '))}`,
    districts: "-x -a '(__homeroom_districts)'",
    modules: "-x -a '(__homeroom_modules)'",
    files: '-r -F',
    free: '-x',
  };
  const short = option.short ? ` -s ${option.short}` : '';
  const value = source === undefined ? '' : ` ${words[source]}`;
  return `complete -c homeroom -n ${single(seen)} -l ${name}${short}${value} -d ${single(option.help)}`;
}

/** Between single quotes fish knows two escapes. */
function single(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
