// The command `audit`: calibration, groups and drift of the model of a task, as measured on outcomes it never saw.
import { join } from 'node:path';
import { openRelease } from '../query/release-session.ts';
import { originOf, originSentence } from '../registry/origin.ts';
import { readRegistry } from '../registry/registry.ts';
import { literal } from '../sql-text/sql-text.ts';
import { type Command, districtOption } from './command.ts';
import { knownTask } from './known-task.ts';
import { openDistrict, releaseOf } from './open-district.ts';
import { textTable } from './text-table.ts';

const overall = [
  'students',
  'base_rate',
  'mean_predicted',
  'auc',
  'average_precision',
  'brier',
  'log_loss',
  'ece',
  'slope',
];

export const audit: Command = {
  name: 'audit',
  summary: 'Show how honest and how fair the model of a task is, and whether its students have moved.',
  usage: '--task TASK --district NAME',
  examples: ['audit --task chronic_absence --district contoso'],
  options: {
    ...districtOption,
    task: { type: 'string', value: 'TASK', required: true, help: 'The task, such as chronic_absence.' },
  },
  async run(given) {
    const opened = openDistrict(given);
    const task = given.need('task');
    const { tasks } = await readRegistry(opened.lake);
    const entry = knownTask(tasks, task);
    const model = entry.champion ?? entry.models[0]?.modelId ?? '';
    const session = await openRelease(
      opened.root,
      opened.lake,
      await releaseOf(opened),
      join(opened.home, 'lake'),
    );
    try {
      const of = `task = ${literal(task)} and model_id = ${literal(model)}`;
      const measures = await session.ask(
        `select attribute, attribute_value, measure, students, value, low, high, verdict from model_audit where ${of}`,
      );
      const drift = await session.ask(
        `select input, psi, verdict from drift where task = ${literal(task)} order by psi desc nulls last limit 8`,
      );
      const rows = (answer: typeof measures) =>
        answer.rows.map((row) => Object.fromEntries(answer.columns.map((name, i) => [name, row[i]])));
      if (given.json) {
        given.out(
          JSON.stringify({
            task,
            model,
            in_use: entry.champion !== null,
            measures: rows(measures),
            drift: rows(drift),
          }),
        );
        return 0;
      }
      given.out(`${task}: ${entry.champion ?? 'the plain list'} is in use since ${entry.since}.`);
      const from = originOf(entry, model);
      if (from !== undefined) {
        given.out(
          `${originSentence(from)} Nothing has been measured here yet; what was measured there: npx homeroom models show ${task} ${model}`,
        );
        return 0;
      }
      given.out(`\nMeasured of ${model || 'no model'}, on outcomes that its training never saw:`);
      const cells = (answer: typeof measures, keep: (row: readonly unknown[]) => boolean) =>
        answer.rows.filter(keep).map((row) => row.map(cell));
      given.out(
        textTable(
          ['measure', 'cases', 'value'],
          cells(measures, (r) => r[0] === 'all' && overall.includes(String(r[2]))).map((r) => [
            r[2] ?? '',
            r[3] ?? '',
            r[4] ?? '',
          ]),
        ),
      );
      given.out('\nBy group, at the length of the working list:');
      given.out(
        textTable(
          ['group', 'value', 'measure', 'cases', 'is', 'low', 'high', 'by ABROCA'],
          cells(measures, (r) => r[0] !== 'all' && /^(list: |all measures)/.test(String(r[2]))),
        ),
      );
      if (drift.rows.length > 0) {
        given.out('\nToday beside the students it learnt from (PSI):');
        given.out(
          textTable(
            ['input', 'psi', 'verdict'],
            cells(drift, () => true),
          ),
        );
      }
      return 0;
    } finally {
      session.close();
    }
  },
};

function cell(value: unknown): string {
  if (value === null || value === undefined) return '-';
  return typeof value === 'number' ? String(Number(value.toPrecision(3))) : String(value);
}
