// The command `rebuild`: makes everything again from the files as received, and proves that it came out the same.
import { compareReleases, type TableEquality } from '../rebuild/compare-releases.ts';
import { localDate } from '../run/local-date.ts';
import { requestRebuild } from '../run/rebuild.ts';
import { checkRunDate } from '../run/run-date.ts';
import { runDay } from '../runtime/run-day.ts';
import { isCalendarDate } from './calendar-date.ts';
import { type Command, districtOption } from './command.ts';
import { openDistrict, releaseOf, withSession } from './open-district.ts';
import { progressOf } from './progress.ts';
import { textTable } from './text-table.ts';
import { UsageError } from './usage-error.ts';

/** The comparison found another row somewhere. */
const differs = 3;

export const rebuild: Command = {
  name: 'rebuild',
  summary: 'Make everything again from the files as received, and compare it with the release before.',
  usage: '--district NAME [--date YYYY-MM-DD]',
  examples: ['rebuild --district contoso'],
  options: {
    ...districtOption,
    date: { type: 'string', value: 'DATE', help: "Run as on this day. Default: the current release's day." },
  },
  exits: { [differs]: 'done, and some table came out different' },
  async run(given) {
    const opened = openDistrict(given);
    const { root, lake, district } = opened;
    const before = await releaseOf(opened);
    const date = given.text('date') ?? before.date;
    if (!isCalendarDate(date))
      throw new UsageError(`"${date}" is not a date.`, '--date', 'Write it as 2022-02-15.');
    // Plan checks it too, but by then the wish to rebuild would be written down.
    checkRunDate(date, before.date, localDate(new Date(), district.timezone));
    const waiting = (await lake.list('landing')).length;
    await requestRebuild(lake, 'homeroom rebuild');
    const progress = progressOf(given);
    const day = await runDay({ district, date, onEvent: progress.event });
    progress.done();
    const after = await releaseOf(opened, day.releaseId);
    const tables = await withSession(lake, (session) =>
      compareReleases(session, { root, lake, before, after }),
    );
    const equal = tables.every((t) => t.equal);
    const result = {
      district: district.district,
      before: before.releaseId,
      release: after.releaseId,
      date,
      seconds: Math.round(day.seconds * 100) / 100,
      equal,
      rules_changed: before.fingerprint !== after.fingerprint,
      waiting_files_taken_in: waiting,
      tables,
    };
    given.out(given.json ? JSON.stringify(result) : text(result));
    return equal ? 0 : differs;
  },
};

interface Result {
  readonly before: string;
  readonly release: string;
  readonly seconds: number;
  readonly equal: boolean;
  readonly rules_changed: boolean;
  readonly waiting_files_taken_in: number;
  readonly tables: readonly TableEquality[];
}

function text(result: Result): string {
  const { before, release, seconds, equal, tables, waiting_files_taken_in: waiting } = result;
  const rows = tables.map((t) => [
    t.table,
    String(t.rows_before),
    String(t.rows_after),
    String(t.added),
    String(t.removed),
    String(t.changed),
    t.equal ? 'equal' : 'DIFFERENT',
  ]);
  const unequal = tables.filter((t) => !t.equal).length;
  return [
    textTable(['table', 'rows before', 'rows now', 'added', 'removed', 'changed', 'contents'], rows),
    '',
    equal
      ? `Equal: release ${release}, made from raw in ${seconds} s, holds what ${before} held.`
      : `Different: ${unequal} tables of release ${release} are not what ${before} held. Rows: npx homeroom diff ${before} ${release} --rows`,
    ...(result.rules_changed && !equal
      ? ['The rules changed since (district file, metrics, modules or SQL); that may be why.']
      : []),
    ...(waiting > 0
      ? [`${waiting} files that waited in the drop zone were taken in too; that may be why.`]
      : []),
  ].join('\n');
}
