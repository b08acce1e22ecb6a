// The command `task run`: any question with a table of cases, without a lake; see docs/tasks.md.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { HomeroomError } from '../errors/homeroom-error.ts';
import { faultIn, kindIn } from '../errors/python-fault.ts';
import type { Command } from './command.ts';
import { UsageError } from './usage-error.ts';

const root = join(import.meta.dirname, '..', '..');

class NoPythonError extends HomeroomError {
  constructor() {
    super('PYTHON_MISSING', 'The Python environment of the models is not there.', {
      where: '.venv',
      mend: 'Make it with: node bin/setup.mjs --python',
    });
  }
}

const FAMILIES: readonly string[] = ['boosted', 'sequence'];

export const taskRun: Command = {
  name: 'task run',
  summary: 'Train, calibrate and test models for a question of your own, without a lake.',
  usage: 'FILE.toml --data DIR --out DIR',
  examples: ['task run models/tasks/uci_secondary.toml --data ../uci --out results --json'],
  options: {
    data: {
      type: 'string',
      value: 'DIR',
      required: true,
      help: 'Folder with the tables that the file names.',
    },
    out: {
      type: 'string',
      value: 'DIR',
      required: true,
      help: 'Folder for metrics, predictions, models and the card.',
    },
    family: {
      type: 'string',
      value: 'NAME',
      multiple: true,
      choices: FAMILIES,
      help: 'Only this family; may be given twice. Default: both where there are weeks.',
    },
  },
  async run(given) {
    const [file] = given.positionals;
    if (file === undefined)
      throw new UsageError('No task file was given.', 'FILE.toml', 'docs/tasks.md says what stands in one.');
    const families = given.texts('family');
    const strange = families.find((family) => !FAMILIES.includes(family));
    if (strange !== undefined)
      throw new UsageError(`There is no family "${strange}".`, '--family', `One of: ${FAMILIES.join(', ')}.`);
    const python = join(root, '.venv', 'bin', 'python');
    if (!existsSync(python)) throw new NoPythonError();
    const child = spawn(
      python,
      [
        ...[
          '-W',
          'ignore',
          '-m',
          'models.run_task',
          file,
          '--data',
          given.need('data'),
          '--out',
          given.need('out'),
        ],
        ...families.flatMap((family) => ['--family', family]),
        ...(given.json ? ['--json'] : []),
      ],
      { env: { ...process.env, PYTHONPATH: root }, stdio: ['ignore', 'inherit', 'pipe'] },
    );
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (part: string) => {
      said += part;
    });
    const code = await new Promise<number>((resolve) => child.on('close', (c) => resolve(c ?? 1)));
    if (code !== 0) throw new TaskRefusedError(said);
    return 0;
  },
};

class TaskRefusedError extends HomeroomError {
  constructor(said: string) {
    const { code, what, where, mend } = faultIn(said) ?? {
      what: `The task ended with an error that it does not know, ${kindIn(said)}`,
      where: 'python -m models.run_task',
      mend: 'Check that --out is a folder that can be written; the same call with that command shows where it broke off, and may quote your data.',
    };
    super(code ?? 'TASK_FAILED', `${what}.`, { where, mend });
  }
}
