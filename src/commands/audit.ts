// The command `audit`: calibration, groups and drift of the model of a task, as measured on outcomes it never saw.
import { join } from 'node:path';
import { z } from 'zod';
import { openRelease } from '../query/release-session.ts';
import { looksInWords } from '../registry/in-words.ts';
import { originOf, originSentence } from '../registry/origin.ts';
import { evaluationOf, readRegistry } from '../registry/registry.ts';
import { literal } from '../sql-text/sql-text.ts';
import { groupVerdict } from './audit-words.ts';
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
      const judged = rows(measures).map(
        (row): Readonly<Record<string, unknown>> => ({
          ...row,
          verdict: groupVerdict(String(row.measure), row.low, row.high, row.verdict),
          ordering: row.verdict,
        }),
      );
      if (given.json) {
        given.out(
          JSON.stringify({
            task,
            model,
            in_use: entry.champion !== null,
            measures: judged,
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
      const evaluation = await evaluationOf(opened.lake, task, model);
      const looks = evaluation === undefined ? '' : ` (${looksInWords(evaluation)})`;
      const grouped = judged.filter((r) => /^(list: |all measures)/.test(String(r.measure)));
      const listed = grouped.map((r) => String(r.verdict));
      const unlike = [
        ...new Set(
          grouped
            .filter((r) => r.ordering !== 'no difference seen')
            .map((r) => JSON.stringify([r.attribute, r.attribute_value, r.ordering])),
        ),
      ].map((text) => z.array(z.string()).parse(JSON.parse(text)));
      given.out(`\nMeasured of ${model || 'no model'}, on outcomes that its training never saw${looks}:`);
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
      given.out('\nBy group, at the length of the working list, each student once; intervals of 95 %:');
      given.out(
        textTable(
          ['group', 'value', 'measure', 'students', 'is', 'low', 'high', 'verdict'],
          cells(measures, (r) => r[0] !== 'all' && /^(list: |all measures)/.test(String(r[2]))).map(
            ([group = '', value = '', measure = '', ...rest], i) => [
              group,
              value,
              measure.replace(/^list: /, ''),
              ...rest.slice(0, -1),
              listed[i] ?? '',
            ],
          ),
        ),
      );
      given.out(
        '\nDoes the model order students of a group less well than others (ABROCA)? Groups not named: no difference seen.',
      );
      given.out(unlike.length === 0 ? 'None.' : textTable(['group', 'value', 'ordering'], unlike));
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
