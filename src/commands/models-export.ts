// The command `models export`: an approved model as a folder that another district can bring in.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { writePackage } from '../registry/model-package.ts';
import { NotForExportError } from '../registry/package-errors.ts';
import { archivePrefix, readRegistry } from '../registry/registry.ts';
import { type Command, districtOption } from './command.ts';
import { knownModel, knownTask, namedWords } from './known-task.ts';
import { openDistrict } from './open-district.ts';

export const modelsExport: Command = {
  name: 'models export',
  summary: 'Write an approved model as a folder that another district can bring in; it holds no student.',
  usage: 'TASK [MODEL] --district NAME --to DIR',
  examples: ['models export dropout --district contoso --to dropout-of-contoso'],
  options: {
    ...districtOption,
    to: { type: 'string', value: 'DIR', required: true, help: 'A folder that is not there yet.' },
  },
  async run(given) {
    const [task = '', named] = namedWords(given, modelsExport, 1, 2);
    const { lake, district } = openDistrict(given);
    const entry = knownTask((await readRegistry(lake)).tasks, task);
    const modelId = named ?? entry.champion;
    if (modelId === null) throw new NotForExportError(task, `A model of ${task}`, 'none is in use; name one');
    const { approval, decidedOn, version, origin } = knownModel(entry, task, modelId);
    if (approval !== 'Approved') throw new NotForExportError(task, modelId, `its state is ${approval}`);
    if (version === undefined)
      throw new NotForExportError(task, modelId, 'what it looks at was not written down when it was judged');
    const prefix = archivePrefix(task, modelId);
    const files = new Map<string, Buffer>();
    for (const key of await lake.list(`${prefix}/`)) {
      const path = key.slice(prefix.length + 1);
      if (/^(candidate\/|model-card\.)/.test(path)) files.set(path, readFileSync(await lake.fetch(key)));
    }
    const to = resolve(given.need('to'));
    const from = origin ?? { district: district.district, approvedOn: decidedOn };
    const about = { task, modelId, district: from.district, approvedOn: from.approvedOn, version };
    writePackage(to, about, files);
    given.out(
      given.json
        ? JSON.stringify({ ...about, folder: to, files: files.size })
        : `${modelId} is in ${to}. To bring it in elsewhere: npx homeroom models import --district NAME --from DIR`,
    );
    return 0;
  },
};
