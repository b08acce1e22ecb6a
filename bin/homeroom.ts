// The command line: every command by name.
import { commands } from '../src/commands/all-commands.ts';
import { dispatch } from '../src/commands/dispatch.ts';

process.exitCode = await dispatch(commands, process.argv.slice(2), {
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
});
