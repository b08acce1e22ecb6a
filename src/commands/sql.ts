// The command `sql`: asks the released tables and views, read-only.

import { join } from 'node:path';
import { stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline/promises';
import { directoryLake } from '../adapters/directory-lake.ts';
import { transpile } from '../adapters/transpile.ts';
import { definitionsRoot } from '../definitions/definitions.ts';
import { districtHome, readDistrict } from '../district/district-home.ts';
import { openRelease, type ReleaseSession } from '../query/release-session.ts';
import { currentReleaseId, readManifest } from '../release/release-store.ts';
import { answerText, formats } from './answer-text.ts';
import { type Command, districtOption } from './command.ts';
import { NoReleaseError } from './no-release-error.ts';
import { UsageError } from './usage-error.ts';

export const sql: Command = {
  name: 'sql',
  summary: 'Ask the released tables and views; without a query, a prompt.',
  usage: '--district NAME [--format table|csv|json] ["select …"]',
  examples: [
    'sql --district contoso --format csv "select school_name, in_person_rate from school_engagement"',
  ],
  options: {
    ...districtOption,
    format: {
      type: 'string',
      value: 'FORM',
      fallback: 'table',
      choices: formats,
      help: 'table, csv or json.',
    },
    dialect: {
      type: 'string',
      value: 'NAME',
      fallback: 'duckdb',
      choices: ['duckdb', 'athena'],
      help: 'duckdb, or athena (translated first).',
    },
    release: { type: 'string', value: 'ID', help: 'An earlier release instead of the current one.' },
  },
  async run(given) {
    const format = given.json ? 'json' : (given.text('format') ?? 'table');
    if (!formats.includes(format))
      throw new UsageError(`There is no format "${format}".`, '--format', `One of: ${formats.join(', ')}.`);
    const dialect = given.text('dialect') ?? 'duckdb';
    if (dialect !== 'duckdb' && dialect !== 'athena')
      throw new UsageError(`There is no dialect "${dialect}".`, '--dialect', 'One of: duckdb, athena.');
    const root = definitionsRoot();
    const { district } = readDistrict(given.need('district'), root);
    const home = districtHome(district.district);
    const lake = directoryLake(home);
    const id = given.text('release') ?? (await currentReleaseId(lake));
    const manifest = id === undefined ? undefined : await readManifest(lake, id);
    if (!manifest) throw new NoReleaseError(district.district, given.text('release'));
    const session = await openRelease(root, lake, manifest, join(home, 'lake'));
    const answer = async (text: string) => {
      const query = dialect === 'athena' ? transpile(root, text) : text;
      given.out(answerText(await session.ask(query), format));
    };
    try {
      const [query] = given.positionals;
      if (query !== undefined) await answer(query);
      else await prompt(session, answer, given.err);
    } finally {
      session.close();
    }
    return 0;
  },
};

async function prompt(
  _session: ReleaseSession,
  answer: (text: string) => Promise<void>,
  err: (text: string) => void,
): Promise<void> {
  const lines = createInterface({ input: stdin, output: stdout, prompt: 'homeroom> ' });
  let text = '';
  lines.prompt();
  for await (const line of lines) {
    text += `${line}\n`;
    if (/^\s*(exit|quit|\\q)\s*;?\s*$/i.test(text)) break;
    if (!text.trimEnd().endsWith(';')) continue;
    try {
      await answer(text.trimEnd().slice(0, -1));
    } catch (error) {
      err(error instanceof Error ? error.message : String(error));
    }
    text = '';
    lines.prompt();
  }
  lines.close();
}
