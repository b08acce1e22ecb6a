// The command `module check`: tries samples on a contract, or drafts a contract where there is none.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { openSession } from '../adapters/duckdb.ts';
import type { Contract } from '../contract/contract.ts';
import { readWithFaults } from '../contract/contract-problems.ts';
import { draftContract } from '../draft/draft-contract.ts';
import { type DraftTable, draftTable } from '../draft/draft-table.ts';
import { readSample } from '../draft/sample-columns.ts';
import { HomeroomError } from '../errors/homeroom-error.ts';
import { checkSample, type SampleCheck } from '../sample/check-sample.ts';
import { type SampleFile, sampleFiles } from '../sample/sample-files.ts';
import type { Command, Invocation } from './command.ts';
import { sampleText } from './module-check-text.ts';
import { UsageError } from './usage-error.ts';

class EmptySampleError extends HomeroomError {
  constructor(path: string) {
    super('SAMPLE_EMPTY', 'The sample has no columns to draft a contract from.', {
      where: path,
      mend: 'Give a file with a header and some records.',
    });
  }
}

/** The contract has a fault, or a sample would not come in whole. */
const notClean = 3;

export const moduleCheck: Command = {
  name: 'module check',
  summary: 'Try sample files on a contract; where there is none, draft one from them.',
  usage: 'DIR --sample FILE [FILE...]',
  examples: [
    'module check modules/clever --sample downloads/2022-02-14-daily-participation-students.csv',
    'module check modules/newsource --sample downloads/newsource',
  ],
  options: {
    sample: {
      type: 'string',
      value: 'FILE',
      multiple: true,
      required: true,
      help: 'A file or folder in the layout of the vendor.',
    },
    print: { type: 'boolean', help: 'Print the draft instead of writing DIR/module.yaml.' },
  },
  exits: { [notClean]: 'the contract has a fault, or a sample would be held or lose rows' },
  async run(given) {
    const [dir, ...more] = given.positionals;
    if (dir === undefined) {
      throw new UsageError(
        'No module folder was named.',
        'homeroom module check',
        `npx homeroom ${this.examples[0] ?? ''}`,
      );
    }
    const first = given.texts('sample');
    if (first.length === 0) given.need('sample');
    const samples = sampleFiles([...first, ...more]);
    const file = join(resolve(dir), 'module.yaml');
    return existsSync(file) ? check(given, file, samples) : draft(given, file, samples);
  },
};

async function check(given: Invocation, file: string, samples: readonly SampleFile[]): Promise<number> {
  const folder = basename(resolve(file, '..'));
  const { contract, faults } = readWithFaults(readFileSync(file, 'utf8'), folder);
  const checks = contract && faults.length === 0 ? await checkAll(contract, samples) : [];
  const clean =
    faults.length === 0 && checks.every((c) => c.status === 'accepted' && c.quarantined.length === 0);
  if (given.json)
    given.out(JSON.stringify({ module: folder, contract: file, faults, samples: checks, clean }));
  else {
    for (const f of faults) given.out(`${file}: ${f.key}: ${f.problem}`);
    if (faults.length === 0) given.out(`${file}: the contract holds together.`);
    for (const one of checks) given.out(`\n${sampleText(one)}`);
  }
  return clean ? 0 : notClean;
}

async function checkAll(contract: Contract, samples: readonly SampleFile[]): Promise<SampleCheck[]> {
  const folder = mkdtempSync(join(tmpdir(), 'homeroom-sample-'));
  const session = await openSession({ tempDir: folder });
  const checks: SampleCheck[] = [];
  try {
    for (const sample of samples) {
      checks.push(
        await checkSample({
          ...sample,
          session,
          contract,
          folder,
          zones: { district: 'UTC', files: contract.timezone === 'district' ? 'UTC' : contract.timezone },
          idSystem: (name) => ({ name, normalForm: ['trim', 'lower'] }),
        }),
      );
    }
    return checks;
  } finally {
    session.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function draft(given: Invocation, file: string, samples: readonly SampleFile[]): number {
  const module = basename(resolve(file, '..'));
  if (!/^[a-z][a-z0-9_]*$/.test(module)) {
    throw new UsageError(
      `"${module}" cannot be the name of a module.`,
      'DIR',
      'Use lower-case letters, digits and underscores, a letter first.',
    );
  }
  const { yaml, unclear } = draftContract(module, draftTables(samples));
  if (!given.flag('print')) {
    mkdirSync(resolve(file, '..'), { recursive: true });
    writeFileSync(file, yaml, { flag: 'wx' });
  }
  if (given.json)
    given.out(JSON.stringify({ module, contract: given.flag('print') ? null : file, yaml, unclear }));
  else if (given.flag('print')) given.out(yaml);
  else {
    given.out(`Wrote ${file}.\n\nUnclear, for a person to decide:`);
    for (const point of unclear) given.out(`- ${point}`);
    given.out(
      `\nThen: npx homeroom module check ${given.positionals[0]} --sample ${given.texts('sample')[0] ?? 'FILE'}`,
    );
  }
  return 0;
}

/** Files of the same columns are one table; the first of them is drafted from. */
function draftTables(samples: readonly SampleFile[]): DraftTable[] {
  const tables = new Map<string, DraftTable>();
  const names = new Set<string>();
  for (const { file, path } of samples) {
    const sample = readSample(file);
    if (sample.columns.length === 0) continue;
    const shape =
      sample.header === 'names'
        ? sample.columns
            .map((c) => c.name)
            .sort()
            .join('\n')
        : `${sample.columns.length} columns`;
    if (tables.has(shape)) continue;
    const table = draftTable(sample, path);
    let name = table.name;
    for (let n = 2; names.has(name); n++) name = `${table.name}_${n}`;
    names.add(name);
    tables.set(shape, { ...table, name });
  }
  if (tables.size === 0) throw new EmptySampleError(samples[0]?.path ?? '');
  return [...tables.values()];
}
