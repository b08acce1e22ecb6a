// A partition is one folder: a catalog points at a folder, and whatever lies beside its files would be read with them.
import { HomeroomError } from '../errors/homeroom-error.ts';
import type { Manifest } from './manifest.ts';

export class PartSpreadError extends HomeroomError {
  constructor(table: string, part: string, folders: number) {
    super(
      'PART_SPREAD',
      `A partition lies in ${folders} folders, and a reader outside would see one of them.`,
      {
        where: `${table}, partition ${part}`,
        mend: 'Readers still see the last good release. Make everything again: npx homeroom rebuild.',
      },
    );
  }
}

/**
 * Key of the folder that holds a partition's files, without "/" at its end; undefined for one without files.
 * @throws PartSpreadError
 */
export function partFolder(
  table: string,
  part: string,
  files: Manifest['tables'][string]['parts'][string],
): string | undefined {
  const folders = new Set(files.map((f) => f.key.slice(0, f.key.lastIndexOf('/'))));
  if (folders.size > 1) throw new PartSpreadError(table, part, folders.size);
  return [...folders][0];
}

/** @throws PartSpreadError for the first partition of a release that no catalog could show. */
export function checkFolders(tables: Manifest['tables']): void {
  for (const [table, { parts }] of Object.entries(tables)) {
    for (const [part, files] of Object.entries(parts)) partFolder(table, part, files);
  }
}
