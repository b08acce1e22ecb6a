// The command `land`: copies files or folders into the drop zone, under the paths the vendor gave them.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
} from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { definitionsRoot } from '../definitions/definitions.ts';
import { districtHome, readDistrict } from '../district/district-home.ts';
import { HomeroomError } from '../errors/homeroom-error.ts';
import { type Command, districtOption, type Invocation } from './command.ts';
import { UsageError } from './usage-error.ts';

/** Folders above a file often say its day or its table, so a few of them travel with it. */
const keptParents = 3;

export const land: Command = {
  name: 'land',
  summary: 'Copy files or folders into the drop zone of a source.',
  usage: '--district NAME --module MODULE PATH...',
  examples: ['land --district contoso --module clever downloads/clever/2022-02-14'],
  options: {
    ...districtOption,
    module: { type: 'string', value: 'MODULE', required: true, help: 'The source that the files come from.' },
  },
  async run(given) {
    const { district } = readDistrict(given.need('district'), definitionsRoot());
    const module = given.need('module');
    if (!(module in district.modules)) {
      throw new UsageError(
        `The district does not use the module "${module}".`,
        `homeroom land --module ${module}`,
        `Add it under "modules" in the district file. In use: ${Object.keys(district.modules).join(', ')}.`,
      );
    }
    if (given.positionals.length === 0) {
      throw new UsageError('No path was given.', 'homeroom land', `npx homeroom ${this.examples[0] ?? ''}`);
    }
    const landed = given.positionals.flatMap((path) =>
      landPath(join(districtHome(district.district), 'landing', module), path),
    );
    report(given, module, landed);
    return 0;
  },
};

class PathMissingError extends HomeroomError {
  constructor(path: string) {
    super('PATH_MISSING', 'There is no such file or folder.', {
      where: path,
      mend: 'Check the spelling of the path.',
    });
  }
}

function landPath(zone: string, path: string): string[] {
  const from = resolve(path);
  if (!existsSync(from)) throw new PathMissingError(path);
  const parts = from.split(sep).filter((p) => p !== '');
  const under = parts.slice(-(keptParents + 1)).join('/');
  if (statSync(from).isFile()) return [place(zone, from, under)];
  return readdirSync(from, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile() && !e.name.startsWith('.'))
    .map((e) => join(e.parentPath, e.name))
    .sort()
    .map((file) => place(zone, file, join(under, file.slice(from.length + 1))));
}

/** A file of the same path and other bytes that still waits is kept: the newcomer gets a folder of its own. */
function place(zone: string, file: string, path: string): string {
  let to = join(zone, path);
  for (let n = 2; existsSync(to) && !sameBytes(file, to); n++) to = join(zone, `delivery-${n}`, path);
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(file, `${to}.part`);
  renameSync(`${to}.part`, to);
  return path;
}

function sameBytes(a: string, b: string): boolean {
  return statSync(a).size === statSync(b).size && readFileSync(a).equals(readFileSync(b));
}

function report(given: Invocation, module: string, landed: readonly string[]): void {
  if (given.json) given.out(JSON.stringify({ module, files: landed }));
  else
    given.out(
      `${landed.length} ${landed.length === 1 ? 'file' : 'files'} of ${module} landed. Next: npx homeroom run --district ${given.need('district')}`,
    );
}
