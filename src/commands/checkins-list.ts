// The command `checkins list`: each school's list of the day, no longer than its team can act on.
import type { ListedItem, SchoolCheckins } from '../checkin/read-checkins.ts';
import { openCheckins, schoolAsked, schoolOption } from './checkins-open.ts';
import { type Command, districtOption } from './command.ts';
import { textTable } from './text-table.ts';

export const checkinsList: Command = {
  name: 'checkins list',
  summary: "Show each school's check-in list, with reasons, next step, and what is beyond its places.",
  usage: '--district NAME [--school SCHOOL]',
  examples: ['checkins list --district contoso'],
  options: { ...districtOption, ...schoolOption },
  async run(given) {
    const { checkins } = await openCheckins(given);
    const school = schoolAsked(given, checkins, 'homeroom checkins list');
    const schools = checkins.schools.filter((s) => school === undefined || s.schoolKey === school);
    const open = Map.groupBy(
      checkins.items.filter((i) => i.state === 'open'),
      (i) => i.schoolKey,
    );
    if (given.json) {
      given.out(
        JSON.stringify({ schools: schools.map((s) => ({ ...s, items: open.get(s.schoolKey) ?? [] })) }),
      );
      return 0;
    }
    if (schools.length === 0) given.out('There is no list yet: it comes with the next run.');
    for (const s of schools) given.out(listText(s, open.get(s.schoolKey) ?? []));
    return 0;
  },
};

function listText(school: SchoolCheckins, items: readonly ListedItem[]): string {
  const head = `${school.schoolName}: ${school.open} of ${school.capacity} places, ${school.openSafety} of safety beside them, ${school.openMinutes} minutes in all.`;
  const foot = `Beyond the places: ${school.beyondCapacity}. Waiting for the leader: ${school.escalated}. High absence and met by nobody since ${school.noContactSince}: ${school.noContact} of ${school.highAbsence}.`;
  const table = textTable(
    [
      'place',
      'item',
      'student',
      'task',
      'of 20',
      'reasons',
      'strength',
      'next step',
      'who',
      'lapses',
      'tried',
    ],
    items.map((i) => [
      String(i.place ?? ''),
      i.itemId,
      i.studentKey,
      i.task,
      i.outOf20 === null ? i.madeBy : String(i.outOf20),
      i.reasons.map((r) => r.words).join('; '),
      i.strength?.words ?? '',
      `${i.nextStep} (${i.minutes} min)`,
      i.who,
      i.lapsesOn,
      i.tried.map((a) => `${a.actedOn} ${a.kind}`).join('; '),
    ]),
  );
  return `\n${head}\n${items.length > 0 ? `${table}\n` : 'Nobody needs a check-in today.\n'}${foot}`;
}
