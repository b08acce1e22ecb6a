// The commands `models promote` and `models retire`: a person lets a model score, or takes it off.
import { approve } from '../registry/decide.ts';
import { moveChampions } from '../registry/gate-step.ts';
import { originSentence } from '../registry/origin.ts';
import { type Registry, readRegistry, type TaskEntry, writeRegistry } from '../registry/registry.ts';
import { freeLease, takeLease } from '../run/lease.ts';
import { localDate } from '../run/local-date.ts';
import { type Command, districtOption, type Invocation } from './command.ts';
import { knownModel, knownTask, namedWords } from './known-task.ts';
import { NotCandidateError } from './model-errors.ts';
import { openDistrict } from './open-district.ts';

export const modelsPromote: Command = {
  name: 'models promote',
  summary: 'Let a model score that passed the rule, or was approved elsewhere; from the next run on.',
  usage: 'TASK MODEL --district NAME',
  examples: ['models promote dropout dropout-0a1b2c3d4e5f --district contoso'],
  options: districtOption,
  run: (given) =>
    change(given, namedWords(given, modelsPromote, 2), (task, entry, model, date) => {
      const found = knownModel(entry, task, model);
      if (found.approval === 'Rejected') throw new NotCandidateError(task, model);
      if (found.approval === 'PendingManualApproval') return approve(entry, new Set([model]), date);
      const from = found.origin === undefined ? [] : [originSentence(found.origin)];
      const reasons = [...from, `Put back by a person on ${date}.`];
      return { ...entry, champion: model, since: date, reasons };
    }),
};

export const modelsRetire: Command = {
  name: 'models retire',
  summary: 'Take the model of a task off; the plain list stands from the next run on.',
  usage: 'TASK --district NAME',
  examples: ['models retire dropout --district contoso'],
  options: districtOption,
  run: (given) =>
    change(given, namedWords(given, modelsRetire, 1), (_, entry, __, date) => ({
      ...entry,
      champion: null,
      since: date,
      reasons: [`Taken off by a person on ${date}; the plain list stands.`],
    })),
};

type Change = (task: string, entry: TaskEntry, model: string, date: string) => TaskEntry;

async function change(given: Invocation, words: readonly string[], to: Change): Promise<number> {
  const { lake, district } = openDistrict(given);
  const [task = '', model = ''] = words;
  const owner = `models-${process.pid}`;
  await takeLease(lake, owner);
  try {
    const before = await readRegistry(lake);
    const entry = knownTask(before.tasks, task);
    const changed = to(task, entry, model, localDate(new Date(), district.timezone));
    const after: Registry = { ...before, tasks: { ...before.tasks, [task]: changed } };
    await moveChampions(lake, before, after);
    await writeRegistry(lake, after);
    const said = { task, in_use: changed.champion, since: changed.since };
    given.out(
      given.json
        ? JSON.stringify(said)
        : `${task}: ${changed.champion ?? 'the plain list'} from the next run on (npx homeroom run --district ${district.district}).`,
    );
    return 0;
  } finally {
    await freeLease(lake, owner);
  }
}
