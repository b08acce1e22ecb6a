// The files that a person gives as samples, under the paths that the drop zone would give them.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { HomeroomError } from '../errors/homeroom-error.ts';

export class SampleMissingError extends HomeroomError {
  constructor(path: string) {
    super('SAMPLE_MISSING', 'There is no such sample.', {
      where: path,
      mend: 'Check the spelling of the path.',
    });
  }
}

export interface SampleFile {
  readonly file: string;
  readonly path: string;
}

/** As `land` keeps them: a file travels with so many of the folders above it. */
const keptParents = 3;

/** @throws SampleMissingError */
export function sampleFiles(given: readonly string[]): SampleFile[] {
  return given.flatMap((one) => {
    const from = resolve(one);
    if (!existsSync(from)) throw new SampleMissingError(one);
    const under = from
      .split(sep)
      .filter((p) => p !== '')
      .slice(-(keptParents + 1))
      .join('/');
    if (statSync(from).isFile()) return [{ file: from, path: under }];
    return readdirSync(from, { recursive: true, withFileTypes: true })
      .filter((e) => e.isFile() && !e.name.startsWith('.'))
      .map((e) => join(e.parentPath, e.name))
      .sort()
      .map((file) => ({ file, path: [under, ...file.slice(from.length + 1).split(sep)].join('/') }));
  });
}
