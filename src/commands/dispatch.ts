// Finds the command that the words call for, runs it, and turns every error into what a person can act on.
import { parseArgs } from 'node:util';
import { HomeroomError } from '../errors/homeroom-error.ts';
import { messageOf } from '../errors/message-of.ts';
import { type Command, commonOptions, type Invocation, parseConfig } from './command.ts';
import { commandHelp, overview } from './help.ts';
import { UsageError } from './usage-error.ts';

export interface Streams {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

export async function dispatch(
  commands: readonly Command[],
  words: readonly string[],
  streams: Streams,
): Promise<number> {
  const [first, second] = words;
  if (first === undefined || first === '--help' || first === '-h' || first === 'help') {
    streams.out(overview(commands));
    return first === undefined ? 2 : 0;
  }
  const family = commands.filter((c) => c.name.startsWith(`${first} `));
  if (family.length > 0 && (second === '--help' || second === '-h')) {
    streams.out(overview(family));
    return 0;
  }
  const two = commands.find((c) => c.name === `${first} ${second ?? ''}`);
  const command = two ?? commands.find((c) => c.name === first);
  try {
    if (!command) throw unknownCommand(commands, first, second);
    const given = parse(command, words.slice(two ? 2 : 1), streams);
    if (given.flag('help')) {
      streams.out(commandHelp(command));
      return 0;
    }
    return await command.run(given);
  } catch (error) {
    return report(error, words.includes('--json'), streams);
  }
}

function parse(command: Command, words: readonly string[], streams: Streams): Invocation {
  const options = { ...command.options, ...commonOptions };
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: parseConfig(options),
      allowPositionals: true,
      strict: true,
    });
    const text = (name: string) => {
      const value = values[name];
      return typeof value === 'string' ? value : options[name]?.fallback;
    };
    return {
      ...streams,
      positionals,
      text,
      need(name) {
        const value = text(name);
        if (value !== undefined) return value;
        throw new UsageError(
          `--${name} is missing.`,
          `homeroom ${command.name}`,
          `npx homeroom ${command.examples[0] ?? command.name}`,
        );
      },
      texts(name) {
        const value = values[name];
        return Array.isArray(value) ? value.map(String) : [];
      },
      flag: (name) => values[name] === true,
      json: values.json === true,
    };
  } catch (error) {
    if (error instanceof HomeroomError) throw error;
    const message = messageOf(error).split('. ')[0];
    throw new UsageError(
      `${message}.`,
      `homeroom ${command.name}`,
      `npx homeroom ${command.name} --help shows every option.`,
    );
  }
}

function unknownCommand(commands: readonly Command[], first: string, second: string | undefined): UsageError {
  const family = commands.filter((c) => c.name.startsWith(`${first} `)).map((c) => c.name);
  if (family.length > 0) {
    return new UsageError(
      `"${first}" needs one more word.`,
      `homeroom ${first} ${second ?? ''}`.trim(),
      `One of: ${family.join(', ')}.`,
    );
  }
  return new UsageError(
    `There is no command "${first}".`,
    'homeroom',
    'npx homeroom --help lists the commands.',
  );
}

/** Exit code 2 for a call that cannot be understood, 1 for everything else. */
function report(error: unknown, json: boolean, { err }: Streams): number {
  if (error instanceof HomeroomError) {
    const { code, message, where, mend } = error;
    if (json) err(JSON.stringify({ error: { code, message, where, mend } }));
    else err(`${message}\n  where: ${where}\n  what to do: ${mend}\n  (${code})`);
    return error instanceof UsageError ? 2 : 1;
  }
  const text = unexpectedText(error);
  if (json) err(JSON.stringify({ error: { code: 'UNEXPECTED', message: text } }));
  else
    err(
      `Something unexpected went wrong: ${text}\n  what to do: run again with HOMEROOM_DEBUG=1 and report what it prints; it may hold data, so read it first.`,
    );
  return 1;
}

/** An error nobody foresaw may quote what it was reading, so only its kind is told, but for the system's own errors. */
function unexpectedText(error: unknown): string {
  if (!(error instanceof Error)) return 'an error without a name';
  if (process.env.HOMEROOM_DEBUG) return error.stack ?? error.message;
  return 'syscall' in error ? error.message : error.name;
}
