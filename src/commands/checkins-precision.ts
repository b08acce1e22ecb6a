// The command `checkins precision`: how often each model and each rule was right, by what staff said, month by month.
import { precisionOf } from '../checkin/precision.ts';
import { openCheckins } from './checkins-open.ts';
import { type Command, districtOption } from './command.ts';
import { textTable } from './text-table.ts';

const differs = 1;

export const checkinsPrecision: Command = {
  name: 'checkins precision',
  summary:
    'Show how often each model and rule was right, by what staff said, and count it again from the ledger.',
  usage: '--district NAME',
  examples: ['checkins precision --district contoso'],
  options: districtOption,
  exits: { [differs]: 'the count from the ledger is another one' },
  async run(given) {
    const { checkins } = await openCheckins(given);
    const counted = precisionOf(checkins.acts);
    const told = checkins.precision.map(({ source: _, ...row }) => row);
    const isSame = JSON.stringify(counted) === JSON.stringify(told);
    if (given.json) {
      given.out(JSON.stringify({ precision: checkins.precision, same_from_ledger: isSame }));
      return isSame ? 0 : differs;
    }
    if (told.length === 0) given.out('Nobody has said anything of an item yet.');
    else
      given.out(
        textTable(
          ['made by', 'task', 'month', 'closed', 'right', 'known', 'wrong', 'unknown', 'right of 20'],
          told.map((p) => {
            const said = p.right + p.known + p.wrong;
            const rest = [p.closed, p.right, p.known, p.wrong, p.unknown].map(String);
            return [p.madeBy, p.task, p.month, ...rest, said > 0 ? ((20 * p.right) / said).toFixed(1) : '-'];
          }),
        ),
      );
    given.out(
      isSame ? 'Counted again from the ledger: the same.' : 'Counted again from the ledger: NOT the same.',
    );
    return isSame ? 0 : differs;
  },
};
