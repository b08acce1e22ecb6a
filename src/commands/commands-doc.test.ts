// docs/commands.md says what the commands say.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { definitionsRoot } from '../definitions/definitions.ts';
import { commands } from './all-commands.ts';
import { commandsDoc } from './commands-doc.ts';

it('docs/commands.md is what node bin/generate.ts would write', () => {
  expect(readFileSync(join(definitionsRoot(), 'docs', 'commands.md'), 'utf8')).toBe(commandsDoc(commands));
});
