// The command `checkins ledger`: what staff said, and what of it counts.
import { openCheckins, schoolAsked, schoolOption } from './checkins-open.ts';
import { type Command, districtOption } from './command.ts';
import { textTable } from './text-table.ts';
import { wholeNumber } from './whole-number.ts';

export const checkinsLedger: Command = {
  name: 'checkins ledger',
  summary: 'Show what staff said of their items, the last first, and which notes do not count, and why.',
  usage: '--district NAME [--school SCHOOL] [--not-counted] [--first N]',
  examples: ['checkins ledger --not-counted --district contoso'],
  options: {
    ...districtOption,
    ...schoolOption,
    'not-counted': { type: 'boolean', help: 'Only notes that stand for nothing.' },
    first: { type: 'string', value: 'N', fallback: '20', help: 'Rows to print; --json prints all.' },
  },
  async run(given) {
    const { checkins } = await openCheckins(given);
    const school = schoolAsked(given, checkins, 'homeroom checkins ledger');
    const first = wholeNumber(given, 'first');
    const acts = checkins.acts
      .filter(
        (a) => (school === undefined || a.schoolKey === school) && !(given.flag('not-counted') && a.counts),
      )
      .toReversed();
    if (given.json) {
      given.out(JSON.stringify({ dispositions: acts }));
      return 0;
    }
    if (acts.length > 0)
      given.out(
        textTable(
          ['day', 'item', 'student', 'by', 'said', 'note', 'next step', 'counts'],
          acts
            .slice(0, first)
            .map((a) => [
              a.actedOn,
              a.itemId ?? '-',
              a.studentKey,
              a.byKey,
              a.kind,
              a.noteCode ?? '-',
              a.nextStep ?? '-',
              a.whyNot ?? 'yes',
            ]),
        ),
      );
    const none = acts.filter((a) => !a.counts).length;
    given.out(`${acts.length} dispositions, of which ${none} do not count.`);
    return 0;
  },
};
