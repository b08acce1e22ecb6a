// Completion in a real bash, and what the other shells' scripts must hold.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { commands } from '../commands/all-commands.ts';
import { bashCompletion } from './bash.ts';
import { fishCompletion } from './fish.ts';
import { optionsOf } from './shell-words.ts';
import { zshCompletion } from './zsh.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'completion-'));
  mkdirSync(join(folder, 'districts'));
  for (const name of ['maple', 'riverbend', 'schema'])
    writeFileSync(join(folder, 'districts', `${name}.json`), '{}');
  mkdirSync(join(folder, 'modules', 'clever'), { recursive: true });
  writeFileSync(join(folder, 'homeroom.bash'), bashCompletion(commands));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What bash offers for the last of these words. */
function offered(...words: string[]): string[] {
  const program = `source ./homeroom.bash
COMP_WORDS=("$@"); COMP_CWORD=$(( $# - 1 )); _homeroom; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr, status } = spawnSync('bash', ['-u', '-c', program, 'bash', ...words], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOMEROOM_HOME: join(folder, 'no-state') },
  });
  if (status !== 0) throw new Error(stderr);
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .sort();
}

describe('completion in bash', () => {
  it('offers the commands that begin with what was typed', () => {
    expect(offered('homeroom', 'ro')).toEqual(['rollback']);
  });

  it('works behind npx too, and leaves other packages alone', () => {
    expect(offered('npx', 'homeroom', 'sta')).toEqual(['status']);
    expect(offered('npx', 'prettier', 'sta')).toEqual([]);
  });

  it('offers the second word of a command of two', () => {
    expect(offered('homeroom', 'quarantine', '')).toEqual(['list', 'replay', 'show']);
  });

  it('offers the options of the command, and no others', () => {
    const command = commands.find((c) => c.name === 'quarantine list');
    const names = command
      ? optionsOf(command)
          .map(([name]) => `--${name}`)
          .sort()
      : [];
    expect(offered('homeroom', 'quarantine', 'list', '--')).toEqual(names);
  });

  it('offers districts by their files, and modules by their folders', () => {
    expect(offered('homeroom', 'run', '--district', '')).toEqual(['maple', 'riverbend']);
    expect(offered('homeroom', 'land', '--module', 'c')).toEqual(['clever']);
  });

  it('offers the choices of an option and of a word', () => {
    expect(offered('homeroom', 'sql', '--format', '')).toEqual(['csv', 'json', 'table']);
    expect(offered('homeroom', 'completion', '')).toEqual(['bash', 'fish', 'zsh']);
  });

  it('offers nothing where only a file can follow, so that bash completes files', () => {
    expect(offered('homeroom', 'land', '--district', 'maple', 'dow')).toEqual([]);
  });
});

describe.each([
  ['zsh', zshCompletion(commands), (name: string) => `--${name}[`],
  ['fish', fishCompletion(commands), (name: string) => `-l ${name}`],
])('the script of %s', (_, script, option) => {
  it('names every command and every option', () => {
    for (const command of commands) {
      for (const word of command.name.split(' ')) expect(script).toContain(word);
      for (const [name] of optionsOf(command)) expect(script).toContain(option(name));
    }
  });

  it('leaves no quote open', () => {
    for (const line of script.split('\n').filter((l) => !l.startsWith('#'))) {
      const bare = line.replaceAll("'\\''", '').replaceAll("\\'", '');
      expect(bare.split("'").length % 2).toBe(1);
    }
  });
});
