// The command `run`: one day, from what lies in the drop zone to a release.
import { openContext } from '../district/context.ts';
import { localDate } from '../run/local-date.ts';
import { runReport } from '../run/run-report.ts';
import { runDay } from '../runtime/run-day.ts';
import { isCalendarDate } from './calendar-date.ts';
import { type Command, districtOption } from './command.ts';
import { progressOf } from './progress.ts';
import { runText } from './run-text.ts';
import { UsageError } from './usage-error.ts';

export const run: Command = {
  name: 'run',
  summary: 'Run one day: take in what landed, harmonize it, release it.',
  usage: '--district NAME [--date YYYY-MM-DD]',
  examples: ['run --district contoso --date 2022-02-15'],
  options: {
    ...districtOption,
    date: {
      type: 'string',
      value: 'DATE',
      help: 'Run as on this day (YYYY-MM-DD). Default: today at the schools.',
    },
  },
  async run(given) {
    const name = given.need('district');
    const context = await openContext(name);
    const date = given.text('date') ?? localDate(new Date(), context.district.timezone);
    if (!isCalendarDate(date))
      throw new UsageError(`"${date}" is not a date.`, '--date', 'Write it as 2022-02-15.');
    const progress = progressOf(given);
    const day = await runDay({
      district: context.district,
      date,
      onEvent: progress.event,
    });
    progress.done();
    const report = await runReport(context.lake, day);
    given.out(given.json ? JSON.stringify(report) : runText(report));
    return 0;
  },
};
