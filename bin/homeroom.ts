// The command line: every command by name.
import { commands } from '../src/commands/all-commands.ts';
import { dispatch } from '../src/commands/dispatch.ts';
import { errorCode } from '../src/errors/error-code.ts';

// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (error) => {
  process.exit(errorCode(error) === 'EPIPE' ? 0 : 1);
});

process.exitCode = await dispatch(commands, process.argv.slice(2), {
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
});
