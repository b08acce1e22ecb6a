// The completion script of zsh, with the descriptions of commands and options.
import type { Command, OptionHelp } from '../commands/command.ts';
import { districtNames, families, moduleNames, optionsOf, quoted, valueSource } from './shell-words.ts';

export function zshCompletion(commands: readonly Command[]): string {
  const groups = families(commands);
  const first = [...groups].map(([name, words]) => described(name, summaryOf(commands, name, words)));
  return `#compdef homeroom
# Completion of homeroom for zsh. Made by: npx homeroom completion zsh
# Put it to use as a file _homeroom in a folder of $fpath.
_homeroom_districts() { local -a names; names=(\${(f)"$(${districtNames})"}); compadd -a names }
_homeroom_modules() { local -a names; names=(\${(f)"$(${moduleNames})"}); compadd -a names }

_homeroom() {
  local curcontext="$curcontext" state line name
  local -a first second
  first=(
${first.map((l) => `    ${l}`).join('\n')}
  )
  _arguments -C '1: :->command' '*:: :->rest' && return
  case "$state" in
    command) _describe command first ;;
    rest)
      name="$words[1]"
      case "$name" in
${[...groups]
  .filter(([, words]) => words.length > 0)
  .map(([name, words]) => groupCase(commands, name, words))
  .join('\n')}
      esac
      case "$name" in
${commands.map(commandCase).join('\n')}
      esac ;;
  esac
}

_homeroom "$@"`;
}

function summaryOf(commands: readonly Command[], name: string, words: readonly string[]): string {
  return commands.find((c) => c.name === name)?.summary ?? words.join(', ');
}

/** In _describe a colon parts the word from its description. */
function described(name: string, summary: string): string {
  return quoted(`${name}:${summary.replaceAll(':', '\\:')}`);
}

function groupCase(commands: readonly Command[], name: string, words: readonly string[]): string {
  const list = words.map((w) => described(w, summaryOf(commands, `${name} ${w}`, [])));
  return `        ${name})
          if (( CURRENT == 2 )); then second=(${list.join(' ')}); _describe command second; return; fi
          name="$name $words[2]"; shift words; (( CURRENT-- )) ;;`;
}

function commandCase(command: Command): string {
  const specs = optionsOf(command).map(([name, option]) => quoted(spec(name, option)));
  const rest = command.words ? `'*: :(${command.words.join(' ')})'` : "'*: :_files'";
  return `        ${quoted(command.name)}) _arguments ${[...specs, rest].join(' ')} ;;`;
}

/** In _arguments brackets and colons have a meaning of their own. */
function spec(name: string, option: OptionHelp): string {
  const help = option.help.replaceAll(/[[\]:\\]/g, '\\$&');
  const source = valueSource(name, option);
  const head = `--${name}[${help}]`;
  if (source === undefined) return head;
  const value = `:${(option.value ?? 'TEXT').replaceAll(':', '\\:')}:`;
  if (source === 'choices') return `${head}${value}(${(option.choices ?? []).join(' ')})`;
  if (source === 'free') return `${head}${value}`;
  return `${head}${value}${source === 'files' ? '_files' : `_homeroom_${source}`}`;
}
