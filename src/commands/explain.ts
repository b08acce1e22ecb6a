// The command `explain`: why a student stands where the lists have them, in facts that a person can check.
import { openContext } from '../district/context.ts';
import { HomeroomError } from '../errors/homeroom-error.ts';
import { readRegistry } from '../registry/registry.ts';
import { scoreNow } from '../runtime/score-now.ts';
import { literal } from '../sql-text/sql-text.ts';
import { type Command, districtOption } from './command.ts';
import { openDistrict, releaseOf } from './open-district.ts';

class StudentNotScoredError extends HomeroomError {
  constructor() {
    super('STUDENT_NOT_SCORED', 'No student of the day has this key.', {
      where: '--student',
      mend: 'Keys stand in the view student_risk; a student who is not enrolled on the day is not scored.',
    });
  }
}

const KEY = /^s[0-9a-f]{8,40}$/;

export const explain: Command = {
  name: 'explain',
  summary: 'Say why a student stands where the lists have them, in facts that a person can check.',
  usage: '--student KEY --district NAME',
  examples: ['explain --student s0c004132455ac6b631d --district contoso'],
  options: {
    ...districtOption,
    student: { type: 'string', value: 'KEY', required: true, help: 'The student_key of a view.' },
  },
  async run(given) {
    const opened = openDistrict(given);
    const student = given.need('student');
    if (!KEY.test(student)) throw new StudentNotScoredError();
    const manifest = await releaseOf(opened);
    const { tasks } = await readRegistry(opened.lake);
    const context = await openContext(opened.district.district);
    const of = `where student_key = ${literal(student)}`;
    const answer = await scoreNow(
      { context, home: opened.home, manifest, student },
      async (session, tables) => {
        const [plain] = await session.rows(
          `select absent_days, school_days, courses_not_passed, points from plain_rule ${of}`,
        );
        const scores = tables.has('scores')
          ? await session.rows(
              `select task, model_id, out_of_20, out_of_20_low, out_of_20_high, enough, probability, strftime(expires_on, '%Y-%m-%d') as expires_on from scores ${of} order by task`,
            )
          : [];
        const reasons = tables.has('reasons')
          ? await session.rows(
              `select task, kind, place, fact, words, share from reasons ${of} order by task, kind, place`,
            )
          : [];
        const [forecast] = tables.has('forecasts')
          ? await session.rows(`select forecast, low, high from forecasts ${of}`)
          : [];
        const refused = tables.has('refused')
          ? await session.rows('select task, what, mend from refused')
          : [];
        return { plain, scores, reasons, forecast, refused };
      },
    );
    if (answer.plain === undefined) throw new StudentNotScoredError();
    if (given.json) {
      given.out(
        JSON.stringify({ student, ...answer }, (_, v: unknown) => (typeof v === 'bigint' ? Number(v) : v)),
      );
      return 0;
    }
    const { plain, scores, reasons, forecast, refused } = answer;
    given.out(
      `On the plain list: ${number(plain.absent_days)} of ${number(plain.school_days)} school days missed, ${number(plain.courses_not_passed ?? 0)} courses not yet passed.`,
    );
    for (const s of scores) {
      given.out(`\n${s.task}: ${standing(s)}`);
      // Where the list sees no need, facts are what it looked at, and no reasons.
      const told = s.enough === true && Number(s.out_of_20) === 0 ? 'fact' : 'reason';
      for (const r of reasons.filter((r) => r.task === s.task)) {
        given.out(
          `  ${r.kind === 'strength' ? 'strength' : `${told} ${number(r.place)}`}: ${r.words} (${number(Number(r.share) * 100)} % of what moves it)`,
        );
      }
    }
    if (forecast !== undefined) {
      given.out(
        `\nMean mark next term: about ${number(forecast.forecast)}; nine of ten such forecasts hold between ${number(forecast.low)} and ${number(forecast.high)}.`,
      );
    }
    for (const { task, what, mend } of refused)
      given.out(`\n${task}: its model cannot be used. ${what}. ${mend}`);
    const silent = Object.entries(tasks).filter(([, t]) => t.champion === null);
    for (const [task] of silent)
      given.out(`\n${task}: the plain list stands; "models show ${task}" says why.`);
    given.out('\nNot used: sex, race, meal status, disability, language.');
    return 0;
  },
};

function standing(score: Readonly<Record<string, unknown>>): string {
  const { enough, out_of_20: of20, out_of_20_low: low, out_of_20_high: high, expires_on: until } = score;
  if (enough !== true) return 'not enough data.';
  if (Number(of20) === 0)
    return `the list sees no need now: of 20 students with records like this, fewer than one (until ${until}).`;
  const sure =
    typeof low === 'number' && typeof high === 'number' ? ` (${number(low)} to ${number(high)})` : '';
  return `about ${number(of20)} of 20 students with records like this${sure}, until ${until}.`;
}

function number(value: unknown): string {
  return String(Math.round(Number(value) * 10) / 10);
}
