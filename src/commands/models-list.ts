// The command `models list`: which model scores each task and since when, and what waits for a person.
import { approvedElsewhere, originOf } from '../registry/origin.ts';
import { readRegistry } from '../registry/registry.ts';
import { type Command, districtOption } from './command.ts';
import { openDistrict } from './open-district.ts';
import { textTable } from './text-table.ts';

export const modelsList: Command = {
  name: 'models list',
  summary: 'Show which model scores each task and since when, and what waits for a person.',
  usage: '--district NAME',
  examples: ['models list --district contoso'],
  options: districtOption,
  async run(given) {
    const { lake, district } = openDistrict(given);
    const { tasks } = await readRegistry(lake);
    const rows = Object.entries(tasks).map(([task, entry]) => ({
      task,
      in_use: entry.champion ?? 'plain list',
      origin: originOf(entry, entry.champion),
      since: entry.since,
      judged: entry.models.length,
      waiting: entry.models.filter((m) => m.approval === 'PendingManualApproval').map((m) => m.modelId),
      elsewhere: entry.models
        .filter((m) => m.origin !== undefined && m.approval === 'PendingManualApproval')
        .map((m) => m.modelId),
    }));
    if (given.json) given.out(JSON.stringify({ district: district.district, tasks: rows }));
    else if (rows.length === 0) given.out('No model has been judged yet. A run does it: npx homeroom run');
    else {
      given.out(
        textTable(
          ['task', 'in use', 'since', 'judged', 'waits for a person'],
          rows.map((r) => [
            r.task,
            r.origin === undefined ? r.in_use : `${r.in_use}, ${approvedElsewhere(r.origin)}`,
            r.since,
            String(r.judged),
            r.waiting.map((id) => (r.elsewhere.includes(id) ? `${id} (from elsewhere)` : id)).join(', ') ||
              '-',
          ]),
        ),
      );
    }
    return 0;
  },
};
