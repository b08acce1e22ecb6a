// A home of its own for tests of the command line: words in, exit code and texts out, as a script would see them.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { commands } from '../../src/commands/all-commands.ts';
import { dispatch } from '../../src/commands/dispatch.ts';
import { repository } from '../spine/trial-district.ts';

export interface Called {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Home {
  readonly folder: string;
  call(...words: string[]): Promise<Called>;
  /** The document of a call with --json. */
  json(...words: string[]): Promise<unknown>;
  /** Writes a file that a vendor might send; answers its path. */
  file(path: string, text: string): string;
  /** From now on the commands use a copy of the definitions, with a text of a module's contract replaced. */
  mend(module: string, from: string, to: string): void;
  remove(): void;
}

export function commandHome(): Home {
  const folder = mkdtempSync(join(tmpdir(), 'homeroom-commands-'));
  process.env.HOMEROOM_HOME = join(folder, 'home');
  // A test never waits for an answer, in whatever terminal it runs.
  process.stdin.isTTY = false;
  const call = async (...words: string[]) => {
    const out: string[] = [];
    const err: string[] = [];
    const code = await dispatch(commands, words, { out: (t) => out.push(t), err: (t) => err.push(t) });
    return { code, out: out.join('\n'), err: err.join('\n') };
  };
  return {
    folder,
    call,
    async json(...words) {
      const { out, err, code } = await call(...words, '--json');
      if (out === '') throw new Error(`code ${code}: ${err}`);
      return JSON.parse(out);
    },
    file(path, text) {
      const file = join(folder, 'vendor', path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
      return file;
    },
    mend(module, from, to) {
      const root = join(folder, `definitions-${Math.round(performance.now())}`);
      for (const part of ['modules', 'sql', 'metrics', 'models', 'districts']) {
        cpSync(join(repository, part), join(root, part), { recursive: true });
      }
      const file = join(root, 'modules', module, 'module.yaml');
      const text = readFileSync(file, 'utf8');
      if (!text.includes(from)) throw new Error(`the contract of ${module} does not hold ${from}`);
      writeFileSync(file, text.replaceAll(from, to));
      process.env.HOMEROOM_DEFINITIONS = root;
    },
    remove() {
      delete process.env.HOMEROOM_DEFINITIONS;
      delete process.env.HOMEROOM_HOME;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
