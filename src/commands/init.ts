// The command `init`: writes a new district file, from flags or from answers.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline/promises';
import { defaultDistrict, parseDistrict } from '../../lib/district.ts';
import { moduleNames } from '../contract/read-contract.ts';
import { definitionsRoot } from '../definitions/definitions.ts';
import { rememberDistrictFile } from '../district/district-home.ts';
import { HomeroomError } from '../errors/homeroom-error.ts';
import type { Command, Invocation } from './command.ts';
import { UsageError } from './usage-error.ts';

class DistrictExistsError extends HomeroomError {
  constructor(file: string) {
    super('DISTRICT_EXISTS', 'The district file is there already.', {
      where: file,
      mend: 'Edit it, give another name, or replace it with --force.',
    });
  }
}

export const init: Command = {
  name: 'init',
  summary: 'Write a new district file.',
  usage: 'NAME --modules A,B --timezone ZONE',
  examples: ['init contoso --modules contoso_sis,insights,clever,graph --timezone America/New_York'],
  options: {
    modules: { type: 'string', value: 'A,B', help: 'The sources in use, by the names of their folders.' },
    timezone: { type: 'string', value: 'ZONE', help: 'Time zone of the schools, such as America/New_York.' },
    title: { type: 'string', value: 'TEXT', help: "The district's name as people write it." },
    config: { type: 'string', value: 'FILE', help: 'Write to this file instead of districts/NAME.json.' },
    force: { type: 'boolean', help: 'Replace a file that is there.' },
  },
  async run(given) {
    const root = definitionsRoot();
    const known = moduleNames(join(root, 'modules'));
    const answers = await asked(given, known);
    const file = resolve(given.text('config') ?? join(root, 'districts', `${answers.district}.json`));
    if (existsSync(file) && !given.flag('force')) throw new DistrictExistsError(file);
    const unknown = answers.modules.filter((m) => !known.includes(m));
    if (unknown.length > 0) {
      throw new UsageError(
        `There is no module "${unknown.join('", "')}".`,
        '--modules',
        `Known: ${known.join(', ')}.`,
      );
    }
    const district = defaultDistrict(answers);
    parseDistrict(district, file);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(district, null, 2)}\n`);
    if (given.text('config') !== undefined) rememberDistrictFile(answers.district, file);
    if (given.json) given.out(JSON.stringify({ district: answers.district, file }));
    else
      given.out(
        `Wrote ${file}\nNext: npx homeroom land --district ${answers.district} --module ${answers.modules[0] ?? 'MODULE'} PATH`,
      );
    return 0;
  },
};

interface Answers {
  readonly district: string;
  readonly modules: readonly string[];
  readonly timezone: string;
  readonly name?: string;
}

async function asked(given: Invocation, known: readonly string[]): Promise<Answers> {
  const [name] = given.positionals;
  const ask = stdin.isTTY ? createInterface({ input: stdin, output: stdout }) : undefined;
  const answer = async (value: string | undefined, question: string, option: string) => {
    if (value !== undefined) return value;
    if (!ask)
      throw new UsageError(
        `${option} is missing.`,
        'homeroom init',
        `npx homeroom ${init.examples[0] ?? ''}`,
      );
    return (await ask.question(`${question} `)).trim();
  };
  try {
    const district = await answer(name, 'Short name of the district (letters, digits, dashes):', 'NAME');
    const modules = await answer(
      given.text('modules'),
      `Sources in use, by comma (${known.join(', ')}):`,
      '--modules',
    );
    const timezone = await answer(
      given.text('timezone'),
      'Time zone of the schools (such as America/New_York):',
      '--timezone',
    );
    const title = given.text('title');
    return {
      district,
      modules: modules
        .split(',')
        .map((m) => m.trim())
        .filter((m) => m !== ''),
      timezone,
      ...(title === undefined ? {} : { name: title }),
    };
  } finally {
    ask?.close();
  }
}
