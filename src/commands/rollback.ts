// The command `rollback`: lets readers see an earlier release again.
import { type RolledBack, rollBack } from '../rollback/rollback.ts';
import { type Command, districtOption } from './command.ts';
import { openDistrict, releaseOf } from './open-district.ts';

export const rollback: Command = {
  name: 'rollback',
  summary: 'Let readers see an earlier release again.',
  usage: '[RELEASE] --district NAME [--replay]',
  examples: ['rollback --district contoso', 'rollback r000012-2022-02-15 --district contoso --replay'],
  options: {
    ...districtOption,
    replay: { type: 'boolean', help: 'Have the next run read again what the undone releases had taken in.' },
  },
  async run(given) {
    const opened = openDistrict(given);
    const [release] = given.positionals;
    // Says so where nothing, or no such release, was ever made.
    await releaseOf(opened, release);
    const done = await rollBack({
      lake: opened.lake,
      district: opened.district.district,
      release,
      replay: given.flag('replay'),
    });
    given.out(given.json ? JSON.stringify(done) : text(done));
    return 0;
  },
};

function text(done: RolledBack): string {
  const seen = `Readers now see release ${done.release} (as on ${done.date}): ${done.tables} tables, ${done.rows} rows.`;
  if (done.undone.length === 0) return seen;
  const files = `${done.files_undone} ${done.files_undone === 1 ? 'file' : 'files'}`;
  const next = done.replay_requested
    ? `The next run reads their ${files} again: npx homeroom run --district ${done.district}`
    : `Their ${files} are kept in raw but are no part of what readers see. To take them in again with the next run: npx homeroom rollback ${done.release} --district ${done.district} --replay`;
  return `${seen}\nUndone: ${done.undone.join(', ')}.\n${next}`;
}
