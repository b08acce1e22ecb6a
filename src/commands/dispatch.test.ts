// The frame of the command line: every command has its help, and every error says what, where and what to do.
import { describe, expect, it } from '@jest/globals';
import { HomeroomError } from '../errors/homeroom-error.ts';
import { commands } from './all-commands.ts';
import type { Command } from './command.ts';
import { dispatch } from './dispatch.ts';

async function called(words: readonly string[], list: readonly Command[] = commands) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await dispatch(list, words, { out: (t) => out.push(t), err: (t) => err.push(t) });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

const failing = (error: unknown): Command => ({
  name: 'fail',
  summary: 'Fails.',
  usage: '',
  examples: ['fail'],
  options: {},
  run: () => Promise.reject(error),
});

describe('the help', () => {
  it.each(commands.map((c) => [c.name, c] as const))(
    'of %s shows usage, options, exit codes and an example',
    async (name, command) => {
      const { code, out } = await called([...name.split(' '), '--help']);
      expect(code).toBe(0);
      expect(out).toContain(`Usage: npx homeroom ${name}`);
      expect(out).toContain('--json');
      expect(out).toContain('Exit codes: 0 done;');
      expect(command.examples.length).toBeGreaterThan(0);
      for (const example of command.examples) {
        expect(out).toContain(`npx homeroom ${example}`);
        expect(example.startsWith(name)).toBe(true);
      }
      for (const [option, { help }] of Object.entries(command.options)) {
        expect(out).toContain(`--${option}`);
        expect(help).toMatch(/[.:]$/);
      }
    },
  );

  it('lists every command, and answers a bare call with it', async () => {
    const { code, out } = await called(['--help']);
    expect(code).toBe(0);
    for (const { name, summary } of commands) {
      expect(out).toContain(`  ${name} `);
      expect(out).toContain(summary);
    }
    expect((await called([])).code).toBe(2);
  });

  it('of a family lists its members', async () => {
    const { code, out } = await called(['quarantine', '--help']);
    expect([code, out.includes('quarantine replay'), out.includes('simulate')]).toEqual([0, true, false]);
  });

  it('gives no two commands the same name', () => {
    expect(new Set(commands.map((c) => c.name)).size).toBe(commands.length);
  });
});

describe('a call that cannot be understood', () => {
  it.each([
    [['nonsense'], 'There is no command "nonsense".'],
    [['quarantine', 'lost'], '"quarantine" needs one more word.'],
    [['run', '--nonsense'], "Unknown option '--nonsense'."],
    [['run'], '--district is missing.'],
    [['land', '--module', 'clever'], '--district is missing.'],
    [['quarantine', 'show', '--limit', 'all'], '--limit must be a whole number above 0.'],
    [['quarantine', 'replay'], 'No file was named.'],
    [['module', 'check'], 'No module folder was named.'],
    [['module', 'check', 'modules/clever'], '--sample is missing.'],
    [['completion', 'tcsh'], 'There is no script for "tcsh".'],
    [['simulate', '--students', '0', '--out', 'x'], '--students must be a whole number above 0.'],
    [['sql', '--district', 'x', '--format', 'xml', 'select 1'], 'There is no format "xml".'],
    [
      ['task', 'run', 'x.toml', '--data', 'd', '--out', 'o', '--family', 'forest'],
      'There is no family "forest".',
    ],
    [['sql', '--district', 'x', '--dialect', 'oracle', 'select 1'], 'There is no dialect "oracle".'],
  ])('%j ends with code 2 and says how to call it', async (words, message) => {
    const { code, err, out } = await called(words);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
    expect(err).toContain('what to do:');
    expect(err).toContain('(USAGE)');
  });
});

describe('an error', () => {
  it('says what happened, where, and what to do, and ends with code 1', async () => {
    const { code, err } = await called(['run', '--district', 'nowhere']);
    expect(code).toBe(1);
    expect(err).toContain('There is no district file for "nowhere".');
    expect(err).toMatch(/where: .*nowhere\.json/);
    expect(err).toContain('what to do: Write one with: npx homeroom init nowhere');
  });

  it('is one JSON document with --json', async () => {
    const { code, err } = await called(['status', '--district', 'nowhere', '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(err)).toMatchObject({
      error: { code: 'DISTRICT_UNKNOWN', where: expect.any(String), mend: expect.any(String) },
    });
  });

  it('that nobody foresaw tells its kind alone, for its text may quote a student', async () => {
    const { code, err } = await called(
      ['fail'],
      [failing(new SyntaxError('Unexpected token in "Ada Park"'))],
    );
    expect(code).toBe(1);
    expect(err).not.toContain('Ada');
    expect(err).toContain('SyntaxError');
  });

  it('of the operating system is told in full', async () => {
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { syscall: 'write' });
    expect((await called(['fail'], [failing(full)])).err).toContain('no space left');
  });

  it('of the project keeps its code', async () => {
    const own = new HomeroomError('SOME_CODE', 'It broke.', { where: 'here', mend: 'Mend it.' });
    expect((await called(['fail'], [failing(own)])).err).toBe(
      'It broke.\n  where: here\n  what to do: Mend it.\n  (SOME_CODE)',
    );
  });
});
