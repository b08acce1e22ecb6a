// docs/commands.md: every command with its help, made from the same definitions that parse the words.
import type { Command } from './command.ts';
import { commandHelp, overview } from './help.ts';

export function commandsDoc(commands: readonly Command[]): string {
  const sections = commands.map((c) => `## ${c.name}\n\n${fenced(commandHelp(c))}`);
  return [
    '<!-- Made by node bin/generate.ts from src/commands; a test compares them. -->',
    '# Commands',
    '',
    fenced(overview(commands)),
    '',
    'State lies under `HOMEROOM_HOME` (default `.homeroom/`). With `--json` every command prints one JSON document, and an',
    'error is `{"error": {"code", "message", "where", "mend"}}` on the standard error stream.',
    '',
    sections.join('\n\n'),
    '',
  ].join('\n');
}

function fenced(text: string): string {
  return `\`\`\`\n${text}\n\`\`\``;
}
