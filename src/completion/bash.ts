// The completion script of bash: for `homeroom` and for `npx homeroom`.
import type { Command } from '../commands/command.ts';
import { districtNames, families, moduleNames, optionsOf, valueSource } from './shell-words.ts';

export function bashCompletion(commands: readonly Command[]): string {
  const groups = [...families(commands)].filter(([, words]) => words.length > 0);
  const first = [...families(commands).keys()].join(' ');
  return `# Completion of homeroom for bash. Made by: npx homeroom completion bash
# Put it to use with: source <(npx homeroom completion bash)
_homeroom_names() {
  case "$1" in
    districts) ${districtNames} ;;
    modules) ${moduleNames} ;;
  esac
}

_homeroom() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}" at=1 command values=""
  COMPREPLY=()
  if [[ "\${COMP_WORDS[0]##*/}" == npx ]]; then
    if (( COMP_CWORD == 1 )); then COMPREPLY=($(compgen -W "homeroom" -- "$cur")); return; fi
    [[ "\${COMP_WORDS[1]}" == homeroom ]] || return 0
    at=2
  fi
  if (( COMP_CWORD == at )); then COMPREPLY=($(compgen -W "${first} --help" -- "$cur")); return; fi
  command="\${COMP_WORDS[at]}"
  case "$command" in
${groups.map(([name, words]) => groupCase(name, words)).join('\n')}
  esac
  case "$command $prev" in
${commands.flatMap(valueCases).join('\n')}
  esac
  if [[ "$cur" == -* ]]; then
    case "$command" in
${commands.map(optionCase).join('\n')}
    esac
    COMPREPLY=($(compgen -W "$values" -- "$cur"))
    return
  fi
  case "$command" in
${commands.flatMap(wordCase).join('\n')}
  esac
}

complete -o default -F _homeroom homeroom npx`;
}

function groupCase(name: string, words: readonly string[]): string {
  return `    ${name})
      if (( COMP_CWORD == at + 1 )); then COMPREPLY=($(compgen -W "${words.join(' ')}" -- "$cur")); return; fi
      command="$command \${COMP_WORDS[at+1]}" ;;`;
}

function valueCases(command: Command): string[] {
  return optionsOf(command).flatMap(([name, option]) => {
    const source = valueSource(name, option);
    const pattern = `    "${command.name} --${name}")`;
    if (source === 'choices') return [`${pattern} ${reply((option.choices ?? []).join(' '))}`];
    if (source === 'districts' || source === 'modules')
      return [`${pattern} ${reply(`$(_homeroom_names ${source})`)}`];
    // An empty answer lets bash complete files; a free value has nothing to offer either.
    return source === undefined ? [] : [`${pattern} return ;;`];
  });
}

function reply(words: string): string {
  return `COMPREPLY=($(compgen -W "${words}" -- "$cur")); return ;;`;
}

function optionCase(command: Command): string {
  const names = optionsOf(command).map(([name]) => `--${name}`);
  return `      "${command.name}") values="${names.join(' ')}" ;;`;
}

function wordCase(command: Command): string[] {
  return command.words ? [`    "${command.name}") ${reply(command.words.join(' '))}`] : [];
}
