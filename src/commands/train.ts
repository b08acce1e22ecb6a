// The command `train`: a run of the day in which one task learns again, alone, although nothing it learns from is new.
import { districtTasks } from '../../lib/models/district-tasks.ts';
import { openContext } from '../district/context.ts';
import { HomeroomError } from '../errors/homeroom-error.ts';
import { featuresSchema } from '../features/features-step.ts';
import { readRegistry } from '../registry/registry.ts';
import { currentManifest } from '../release/release-store.ts';
import { readFacts } from '../run/facts.ts';
import { localDate } from '../run/local-date.ts';
import { runReport } from '../run/run-report.ts';
import { runDay } from '../runtime/run-day.ts';
import { isCalendarDate } from './calendar-date.ts';
import { type Command, districtOption } from './command.ts';
import { UnknownTaskError } from './model-errors.ts';
import { progressOf } from './progress.ts';
import { UsageError } from './usage-error.ts';

class NotJudgedError extends HomeroomError {
  constructor(task: string, step: string, why: string) {
    super('MODEL_NOT_JUDGED', `${task} was not judged; what is in use goes on. ${why}`, {
      where: `step ${step}`,
      mend: 'Mend what is named and train again. The tables of the day are released.',
    });
  }
}

export const train: Command = {
  name: 'train',
  summary: 'Train the models of a task again and let the gate judge them, in a run of the day.',
  usage: '--task TASK --district NAME [--date YYYY-MM-DD]',
  examples: ['train --task dropout --district contoso'],
  options: {
    ...districtOption,
    task: { type: 'string', value: 'TASK', required: true, help: 'The task, such as dropout.' },
    date: {
      type: 'string',
      value: 'DATE',
      help: 'Run as on this day. Default: the day of the release, else today.',
    },
  },
  async run(given) {
    const context = await openContext(given.need('district'));
    const task = given.need('task');
    const known = districtTasks(context.root);
    if (!known.includes(task)) throw new UnknownTaskError(task, known);
    const asked = given.text('date');
    if (asked !== undefined && !isCalendarDate(asked))
      throw new UsageError(`"${asked}" is not a date.`, '--date', 'Write it as 2026-01-15.');
    const { date: released, releaseId } = await currentManifest(context.lake, context.district.district);
    const today = localDate(new Date(), context.district.timezone);
    const before = releaseId === 'none' ? undefined : released;
    const progress = progressOf(given);
    const date = asked ?? before ?? today;
    const day = await runDay({ district: context.district, date, again: task, onEvent: progress.event });
    progress.done();
    const { models_failed: failed } = await runReport(context.lake, day);
    if (failed !== null) throw new NotJudgedError(task, failed.step, failed.why);
    const entry = (await readRegistry(context.lake)).tasks[task];
    const { tasks } = await readFacts(context.lake, day.runId, 'features', featuresSchema);
    const later = Object.keys(tasks).filter((name) => tasks[name]?.plan === 'next_run');
    if (given.json) given.out(JSON.stringify({ run_id: day.runId, task, ...entry, next_run: later }));
    else {
      given.out((entry?.models[0]?.reasons ?? entry?.reasons ?? []).join('\n'));
      if (later.length > 0)
        given.out(`${later.join(', ')}: something new to learn too; the next run does it.`);
    }
    return 0;
  },
};
