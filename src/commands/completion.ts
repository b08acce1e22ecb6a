// The command `completion`: prints a shell's completion script, made from the same definitions as the help.
import { bashCompletion } from '../completion/bash.ts';
import { fishCompletion } from '../completion/fish.ts';
import { zshCompletion } from '../completion/zsh.ts';
import type { Command } from './command.ts';
import { UsageError } from './usage-error.ts';

const scripts = new Map([
  ['bash', bashCompletion],
  ['zsh', zshCompletion],
  ['fish', fishCompletion],
]);

/** `all` is asked when the command runs, for the list holds this command too. */
export function completionOf(all: () => readonly Command[]): Command {
  return {
    name: 'completion',
    summary: 'Print a completion script for your shell: bash, zsh or fish.',
    usage: 'bash|zsh|fish',
    examples: ['completion bash > ~/.local/share/bash-completion/completions/homeroom'],
    words: [...scripts.keys()],
    options: {},
    async run(given) {
      const [shell = ''] = given.positionals;
      const script = scripts.get(shell);
      if (!script) {
        throw new UsageError(
          `There is no script for "${shell}".`,
          'homeroom completion',
          `One of: ${[...scripts.keys()].join(', ')}.`,
        );
      }
      const text = script(all());
      given.out(given.json ? JSON.stringify({ shell, script: text }) : text);
      return 0;
    },
  };
}
