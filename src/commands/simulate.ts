// The command `simulate`: writes a synthetic district as vendors' export files, with its planted truth beside them.
import { resolve } from 'node:path';
import { writeDistrict } from '../simulate/simulate.ts';
import type { Command, Invocation } from './command.ts';
import { progressLine } from './progress.ts';
import { UsageError } from './usage-error.ts';

export const simulate: Command = {
  name: 'simulate',
  summary: "Make a synthetic district as vendors' export files.",
  usage: '--students N --schools N --years N --seed N --out DIR',
  examples: ['simulate --students 2000 --schools 5 --years 5 --seed 7 --out demo'],
  options: {
    students: { type: 'string', value: 'N', fallback: '2000', help: 'Students enrolled in a year.' },
    schools: { type: 'string', value: 'N', fallback: '5', help: 'Schools.' },
    years: { type: 'string', value: 'N', fallback: '5', help: 'School years.' },
    seed: { type: 'string', value: 'N', fallback: '7', help: 'The same seed gives the same files.' },
    out: { type: 'string', value: 'DIR', required: true, help: 'Folder to write to.' },
  },
  async run(given) {
    const out = resolve(given.need('out'));
    const spec = {
      students: whole(given, 'students'),
      schools: whole(given, 'schools'),
      years: whole(given, 'years'),
      seed: whole(given, 'seed'),
    };
    const line = progressLine(given);
    const written = await writeDistrict(spec, out, {
      onProgress: ({ done, total, rows }) => line.now(`Writing: ${done} of ${total} files, ${rows} rows`),
    });
    line.done();
    if (given.json) given.out(JSON.stringify({ ...spec, out, written }));
    else
      given.out(
        `Wrote ${spec.students} students, ${spec.schools} schools, ${spec.years} years to ${out}\n  exports/ holds the vendors' files by day; truth/ holds what is true, which the pipeline never reads.`,
      );
    return 0;
  },
};

function whole(given: Invocation, name: string): number {
  const n = Number(given.need(name));
  if (!Number.isInteger(n) || n < 1)
    throw new UsageError(
      `--${name} must be a whole number above 0.`,
      `--${name} ${given.text(name) ?? ''}`,
      `For example --${name} 5.`,
    );
  return n;
}
