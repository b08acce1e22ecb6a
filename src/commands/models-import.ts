// The command `models import`: brings in a model that was approved in another district; a person lets it score.
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { districtTasks } from '../../lib/models/district-tasks.ts';
import { featuresVersion } from '../features/features-version.ts';
import { neverJudged } from '../registry/decide.ts';
import { readPackage } from '../registry/model-package.ts';
import { archived, broughtIn, originOf, originSentence } from '../registry/origin.ts';
import { ModelKnownError, ModelPackageTaskError } from '../registry/package-errors.ts';
import { readRegistry, writeRegistry } from '../registry/registry.ts';
import { freeLease, takeLease } from '../run/lease.ts';
import { localDate } from '../run/local-date.ts';
import { type Command, districtOption } from './command.ts';
import { UnknownTaskError } from './model-errors.ts';
import { openDistrict } from './open-district.ts';

export const modelsImport: Command = {
  name: 'models import',
  summary: 'Bring in a model that was approved in another district; a person lets it score.',
  usage: '--district NAME --from DIR [--task TASK]',
  examples: ['models import --district contoso --from dropout-of-maple'],
  options: {
    ...districtOption,
    from: { type: 'string', value: 'DIR', required: true, help: 'A folder that `models export` wrote.' },
    task: { type: 'string', value: 'TASK', help: 'Refuse a model of any other task.' },
  },
  async run(given) {
    const { lake, district, root } = openDistrict(given);
    const from = resolve(given.need('from'));
    const tasks = districtTasks(root);
    const wanted = given.text('task');
    if (wanted !== undefined && !tasks.includes(wanted)) throw new UnknownTaskError(wanted, tasks);
    const { about, files } = readPackage(from, (task) =>
      tasks.includes(task) ? featuresVersion(root, task) : undefined,
    );
    const { task, modelId } = about;
    if (wanted !== undefined && task !== wanted) throw new ModelPackageTaskError(from, wanted, task);
    const owner = `models-${process.pid}`;
    await takeLease(lake, owner);
    try {
      const before = await readRegistry(lake);
      const date = localDate(new Date(), district.timezone);
      const entry = before.tasks[task] ?? neverJudged(date);
      if (entry.models.some((m) => m.modelId === modelId)) throw new ModelKnownError(task, modelId);
      // Files first: a registry never names a model that is not there.
      for (const [key, bytes] of archived(about, files)) {
        const scratch = await lake.scratch('model');
        writeFileSync(scratch, bytes);
        await lake.publish(scratch, key);
      }
      const after = broughtIn(entry, about, date);
      await writeRegistry(lake, { ...before, tasks: { ...before.tasks, [task]: after } });
      const origin = originOf(after, modelId);
      if (given.json) given.out(JSON.stringify({ task, model: modelId, origin }));
      else {
        given.out(`${modelId} waits for a person. ${origin === undefined ? '' : originSentence(origin)}`);
        given.out(
          `Its card: npx homeroom models show ${task} ${modelId} --district ${district.district}\nTo let it score: npx homeroom models promote ${task} ${modelId} --district ${district.district}`,
        );
      }
      return 0;
    } finally {
      await freeLease(lake, owner);
    }
  },
};
