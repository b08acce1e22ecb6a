// The command `models show`: a task's models with the rule's reasons, or the card of one of them.
import { approvedElsewhere, originOf, originSentence } from '../registry/origin.ts';
import { archivePrefix, readRegistry } from '../registry/registry.ts';
import { type Command, districtOption } from './command.ts';
import { knownModel, knownTask, namedWords } from './known-task.ts';
import { UnknownModelError } from './model-errors.ts';
import { openDistrict } from './open-district.ts';
import { textTable } from './text-table.ts';

export const modelsShow: Command = {
  name: 'models show',
  summary: "Show a task's models and the rule's reasons, or the card of one of them.",
  usage: 'TASK [MODEL] --district NAME',
  examples: ['models show chronic_absence --district contoso'],
  options: districtOption,
  async run(given) {
    const [task = '', model] = namedWords(given, modelsShow, 1, 2);
    const { lake } = openDistrict(given);
    const { tasks } = await readRegistry(lake);
    const entry = knownTask(tasks, task);
    if (model === undefined) {
      if (given.json) given.out(JSON.stringify({ task, ...entry }));
      else {
        given.out(`${task}: ${entry.champion ?? 'the plain list'} is in use since ${entry.since}.`);
        const from = originOf(entry, entry.champion);
        if (from !== undefined) given.out(originSentence(from));
        given.out(entry.reasons.filter((r) => from === undefined || r !== originSentence(from)).join('\n'));
        const rows = entry.models.map((m) => [
          m.modelId,
          m.decidedOn,
          m.origin === undefined ? m.approval : `${m.approval}, ${approvedElsewhere(m.origin)}`,
          m.runId,
        ]);
        if (rows.length > 0) given.out(`\n${textTable(['model', 'judged on', 'state', 'run'], rows)}`);
      }
      return 0;
    }
    const { origin } = knownModel(entry, task, model);
    const name = given.json ? 'model-card.json' : 'model-card.md';
    const card = await lake.readText(`${archivePrefix(task, model)}/${name}`);
    if (card === undefined) throw new UnknownModelError(task, model);
    if (origin !== undefined && !given.json)
      given.out(`${originSentence(origin)} The card is of that district.\n`);
    given.out(given.json ? JSON.stringify(JSON.parse(card)) : card.trimEnd());
    return 0;
  },
};
