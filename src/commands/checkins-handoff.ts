// The command `checkins handoff`: gives the items to a case-management system, as a file or one signed message each.
import { writeFileSync } from 'node:fs';
import { handoffAddress } from '../../lib/handoff-schema.ts';
import { caseCsv } from '../checkin/handoff/case-csv.ts';
import { handOff } from '../checkin/handoff/hand-off.ts';
import { handoffPorts, SECRET_VARIABLE } from '../checkin/handoff/handoff-ports.ts';
import { openCheckins, schoolAsked, schoolOption } from './checkins-open.ts';
import { type Command, districtOption } from './command.ts';
import { UsageError } from './usage-error.ts';

const left = 1;

export const checkinsHandoff: Command = {
  name: 'checkins handoff',
  summary: 'Give the items to a case-management system: keys only, as a CSV file or as signed messages.',
  usage: '--to URL|FILE --district NAME [--school SCHOOL]',
  examples: ['checkins handoff --to cases.csv --district contoso'],
  options: {
    ...districtOption,
    ...schoolOption,
    to: {
      type: 'string',
      value: 'URL|FILE',
      required: true,
      help: `An https address, whose secret is in ${SECRET_VARIABLE}; or a file to write.`,
    },
  },
  exits: {
    [left]: 'some items could not be delivered; they are in the dead-letter file and tried again next time',
  },
  async run(given) {
    const to = given.need('to');
    const url = addressOf(to);
    const ports = url && (await handoffPorts(given.need('district')));
    const { opened, checkins } = await openCheckins(given);
    const school = schoolAsked(given, checkins, 'homeroom checkins handoff');
    const items = checkins.items.filter((i) => school === undefined || i.schoolKey === school);
    const { district } = opened.district;
    if (url === undefined || ports === undefined) {
      writeFileSync(to, caseCsv(items, district));
      given.out(
        given.json ? JSON.stringify({ file: to, items: items.length }) : `${items.length} items in ${to}.`,
      );
      return 0;
    }
    const { delivered, dead, deadLetterKey } = await handOff(opened.lake, url, items, ports);
    const said = { delivered: delivered.length, not_delivered: dead.length, dead_letters: deadLetterKey };
    given.out(
      given.json
        ? JSON.stringify(said)
        : `${delivered.length} items delivered, ${dead.length} not.${dead.length > 0 ? ` They are in ${deadLetterKey} and are tried again next time.` : ''}`,
    );
    return dead.length > 0 ? left : 0;
  },
};

/** @throws UsageError for an address that others could read on its way */
function addressOf(to: string): URL | undefined {
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(to)) return undefined;
  const url = handoffAddress(to);
  if (url !== undefined) return url;
  throw new UsageError(`"${to}" is no https address.`, '--to', 'Write https://…, or the name of a file.');
}
