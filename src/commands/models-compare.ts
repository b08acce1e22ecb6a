// The command `models compare`: the measures of two models of one task side by side.
import { measuredOf } from '../registry/evaluation.ts';
import { evaluationOf, readRegistry } from '../registry/registry.ts';
import { type Command, districtOption } from './command.ts';
import { knownModel, knownTask, namedWords } from './known-task.ts';
import { UnknownModelError } from './model-errors.ts';
import { type OpenDistrict, openDistrict } from './open-district.ts';
import { textTable } from './text-table.ts';

export const modelsCompare: Command = {
  name: 'models compare',
  summary: 'Put the measures of two models of one task side by side.',
  usage: 'TASK MODEL MODEL --district NAME',
  examples: ['models compare dropout dropout-0a1b2c3d4e5f dropout-5f4e3d2c1b0a --district contoso'],
  options: districtOption,
  async run(given) {
    const [task = '', ...models] = namedWords(given, modelsCompare, 3);
    const opened = openDistrict(given);
    const { tasks } = await readRegistry(opened.lake);
    const entry = knownTask(tasks, task);
    for (const model of models) knownModel(entry, task, model);
    const [a, b] = await Promise.all([0, 1].map((i) => measuresOf(opened, task, models[i] ?? '')));
    if (a === undefined || b === undefined) return 1;
    const names = [...new Set([...Object.keys(a.measures), ...Object.keys(b.measures)])];
    if (given.json) given.out(JSON.stringify({ task, models: [a, b] }));
    else {
      given.out(
        textTable(
          ['measure', a.model, b.model],
          [
            ['tested on', a.tested, b.tested],
            ...names.map((n) => [n, shown(a.measures[n]), shown(b.measures[n])]),
          ],
        ),
      );
      if (a.tested !== b.tested)
        given.out('They were tested on different students: their numbers do not rank them.');
    }
    return 0;
  },
};

async function measuresOf({ lake }: OpenDistrict, task: string, model: string) {
  const found = await evaluationOf(lake, task, model);
  if (found === undefined) throw new UnknownModelError(task, model);
  const { data } = found;
  return {
    model,
    tested: `${data.judged_students} students of ${data.cohorts.test.join(', ')}`,
    measures: measuredOf(found),
  };
}

function shown(value: number | null | undefined): string {
  return value === null || value === undefined ? '-' : String(Number(value.toPrecision(4)));
}
