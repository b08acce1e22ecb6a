// The command `quarantine replay`: has the next run read a file again, after the contract or the decision has changed.
import { approve } from '../check/decisions.ts';
import { findFile } from '../quarantine/find-file.ts';
import { replayOf } from '../quarantine/replay-request.ts';
import { takenFiles } from '../quarantine/taken-file.ts';
import { requestReplay } from '../run/replay.ts';
import { type Command, districtOption } from './command.ts';
import { openDistrict, releaseOf } from './open-district.ts';
import { UsageError } from './usage-error.ts';

export const quarantineReplay: Command = {
  name: 'quarantine replay',
  summary: 'Have the next run read a file again, in place of its first reading.',
  usage: 'BATCH|FILE... --district NAME [--apply --by NAME]',
  examples: [
    'quarantine replay --district contoso studentattendance.csv',
    'quarantine replay --district contoso students.csv --apply --by "Ada Park"',
  ],
  options: {
    ...districtOption,
    apply: {
      type: 'boolean',
      help: 'Apply a full file that the deletion guard holds: its missing rows are truly gone.',
    },
    by: {
      type: 'string',
      value: 'NAME',
      help: 'Who decides that; needed with --apply and kept with the decision.',
    },
  },
  async run(given) {
    if (given.positionals.length === 0) {
      throw new UsageError(
        'No file was named.',
        'homeroom quarantine replay',
        `npx homeroom ${this.examples[0] ?? ''}`,
      );
    }
    const apply = given.flag('apply');
    const by = apply ? given.need('by') : '';
    const opened = openDistrict(given);
    const { district, lake } = opened;
    const files = await takenFiles(lake, await releaseOf(opened));
    const wishes = given.positionals.map((word) => {
      const file = findFile(files, word, district.district);
      return { file, replay: replayOf(files, file, apply) };
    });
    for (const { file, replay } of wishes) {
      const batchId = file.facts.batch?.batchId;
      if (apply && batchId !== undefined) await approve(lake, batchId, by, new Date().toISOString());
      await requestReplay(lake, replay);
    }
    const done = wishes.map(({ file, replay }) => ({
      file_name: file.facts.fileName,
      raw: replay.raw,
      replaces: replay.replaces.map((r) => r.batchId),
      applied_by: apply ? by : null,
    }));
    if (given.json) given.out(JSON.stringify({ district: district.district, replays: done }));
    else {
      for (const d of done)
        given.out(`The next run reads again: ${d.file_name}${apply ? `, applied by ${by}` : ''}`);
      given.out(`Next: npx homeroom run --district ${district.district}`);
    }
    return 0;
  },
};
