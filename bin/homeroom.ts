// The command line: every command by name.
import { dispatch } from '../src/commands/dispatch.ts';
import { init } from '../src/commands/init.ts';
import { land } from '../src/commands/land.ts';
import { run } from '../src/commands/run.ts';
import { simulate } from '../src/commands/simulate.ts';
import { sql } from '../src/commands/sql.ts';
import { status } from '../src/commands/status.ts';

const commands = [init, simulate, land, run, status, sql];

process.exitCode = await dispatch(commands, process.argv.slice(2), {
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
});
