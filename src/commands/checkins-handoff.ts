// The command `checkins handoff`: gives the items to a case-management system, as a file or one signed message each.
import { writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { caseCsv } from '../checkin/handoff/case-csv.ts';
import { handOff } from '../checkin/handoff/hand-off.ts';
import { openCheckins, schoolAsked, schoolOption } from './checkins-open.ts';
import { type Command, districtOption } from './command.ts';
import { UsageError } from './usage-error.ts';

const left = 1;
const secretVariable = 'HOMEROOM_HANDOFF_SECRET';
const shortest = 32;

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
      help: `An https address, whose secret is in ${secretVariable}; or a file to write.`,
    },
  },
  exits: {
    [left]: 'some items could not be delivered; they are in the dead-letter file and tried again next time',
  },
  async run(given) {
    const to = given.need('to');
    const url = addressOf(to);
    const secret = url === undefined ? '' : secretOf(process.env[secretVariable]);
    const { opened, checkins } = await openCheckins(given);
    const school = schoolAsked(given, checkins, 'homeroom checkins handoff');
    const items = checkins.items.filter((i) => school === undefined || i.schoolKey === school);
    const { district } = opened.district;
    if (url === undefined) {
      writeFileSync(to, caseCsv(items, district));
      given.out(
        given.json ? JSON.stringify({ file: to, items: items.length }) : `${items.length} items in ${to}.`,
      );
      return 0;
    }
    const { delivered, dead, deadLetterKey } = await handOff(opened.lake, url, items, {
      secret,
      district,
      fetch: globalThis.fetch,
      now: () => new Date(),
      wait: (ms) => setTimeout(ms),
    });
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
  const url = URL.parse(to);
  const isHere = url !== null && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
  if (url !== null && (url.protocol === 'https:' || (url.protocol === 'http:' && isHere))) return url;
  throw new UsageError(`"${to}" is no https address.`, '--to', 'Write https://…, or the name of a file.');
}

/** @throws UsageError */
function secretOf(secret: string | undefined): string {
  if (secret !== undefined && secret.length >= shortest) return secret;
  throw new UsageError(
    `The secret that signs the messages is missing or shorter than ${shortest} signs.`,
    secretVariable,
    'Agree on one with the receiver and set it in the environment; it does not belong on the command line.',
  );
}
