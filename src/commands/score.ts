// The command `score`: the students of a task as on a day, by the model in use; nothing is released.

import { FORECAST_TASK as FORECAST } from '../../lib/models/district-tasks.ts';
import { openContext } from '../district/context.ts';
import { HomeroomError } from '../errors/homeroom-error.ts';
import { approvedElsewhere, originOf } from '../registry/origin.ts';
import { readRegistry } from '../registry/registry.ts';
import { scoreNow } from '../runtime/score-now.ts';
import { literal } from '../sql-text/sql-text.ts';
import { isCalendarDate } from './calendar-date.ts';
import { type Command, districtOption } from './command.ts';
import { knownTask } from './known-task.ts';
import { ChampionGoneError } from './model-errors.ts';
import { openDistrict, releaseOf } from './open-district.ts';
import { textTable } from './text-table.ts';
import { UsageError } from './usage-error.ts';
import { wholeNumber } from './whole-number.ts';

class NobodyToScoreError extends HomeroomError {
  constructor(day: string) {
    super('NOBODY_TO_SCORE', `As known on ${day} there was no student to score.`, {
      where: '--as-of',
      mend: 'Name a later day: one on which school had been held and its attendance had come in.',
    });
  }
}

export const score: Command = {
  name: 'score',
  summary: 'Score the students of a task as known on a day, by the model in use; nothing is released.',
  usage: '--task TASK --district NAME [--as-of YYYY-MM-DD] [--first N]',
  examples: ['score --task chronic_absence --as-of 2026-01-15 --district contoso'],
  options: {
    ...districtOption,
    task: { type: 'string', value: 'TASK', required: true, help: 'The task, such as dropout.' },
    'as-of': {
      type: 'string',
      value: 'DATE',
      help: 'Only what was known on this day. Default: the release.',
    },
    first: { type: 'string', value: 'N', fallback: '20', help: 'Rows to print; --json prints all.' },
  },
  async run(given) {
    const opened = openDistrict(given);
    const task = given.need('task');
    const first = wholeNumber(given, 'first');
    const { tasks } = await readRegistry(opened.lake);
    const entry = knownTask(tasks, task);
    const asOf = given.text('as-of');
    const manifest = await releaseOf(opened);
    if (asOf !== undefined && (!isCalendarDate(asOf) || asOf > manifest.date)) {
      throw new UsageError(
        `"${asOf}" is not a day up to the release.`,
        '--as-of',
        `Write it as 2026-01-15, at most ${manifest.date}.`,
      );
    }
    if (entry.champion === null) {
      given.out(
        given.json
          ? JSON.stringify({ task, in_use: null, reasons: entry.reasons, students: [] })
          : entry.reasons.join('\n'),
      );
      return 0;
    }
    const context = await openContext(opened.district.district);
    const table = task === FORECAST ? 'forecasts' : 'scores';
    const champion = entry.champion;
    const rows = await scoreNow({ context, home: opened.home, manifest, asOf, task }, (session, tables) => {
      if (!tables.has(table)) throw new ChampionGoneError(task, champion);
      return session.rows(
        task === FORECAST
          ? "select student_key, strftime(as_of, '%Y-%m-%d') as as_of, forecast, low, high from forecasts order by forecast, student_key"
          : `select student_key, strftime(as_of, '%Y-%m-%d') as as_of, probability, out_of_20, enough from scores where task = ${literal(task)} order by probability desc nulls last, student_key`,
      );
    });
    if (rows.length === 0) throw new NobodyToScoreError(asOf ?? manifest.date);
    const origin = originOf(entry, champion);
    if (given.json) {
      given.out(JSON.stringify({ task, in_use: champion, origin, students: rows }));
      return 0;
    }
    const columns = Object.keys(rows[0] ?? { student_key: '' });
    const shown = rows.slice(0, first);
    given.out(
      textTable(
        columns,
        shown.map((row) => columns.map((name) => cell(row[name]))),
      ),
    );
    given.out(
      `${rows.length} students, by ${champion}${origin === undefined ? '' : `, ${approvedElsewhere(origin)}`}.`,
    );
    return 0;
  },
};

function cell(value: unknown): string {
  if (value === null || value === undefined) return '-';
  return typeof value === 'number' ? String(Number(value.toFixed(3))) : String(value);
}
