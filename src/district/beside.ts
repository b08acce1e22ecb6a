// Tables that a district file names by a path beside itself.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { HomeroomError } from '../errors/homeroom-error.ts';

/** Without the list the run would go on as if nobody stood on it. */
export class DistrictListMissingError extends HomeroomError {
  constructor(file: string, key: string, districtFile: string, alsoAt?: string) {
    const places = alsoAt === undefined ? file : `${file}, or in the lake as ${alsoAt}`;
    super(
      'DISTRICT_LIST_MISSING',
      `The district file names ${file} in \`${key}\`, and there is no such file.`,
      {
        where: `${districtFile}: ${key}`,
        mend: `Put the file at ${places}; or take the key out of the district file.`,
      },
    );
  }
}

/** @throws DistrictListMissingError naming the file */
export function readBeside(districtFile: string, path: string, key: string, alsoAt?: string): Uint8Array {
  const file = join(dirname(districtFile), path);
  if (!existsSync(file)) throw new DistrictListMissingError(file, key, districtFile, alsoAt);
  return readFileSync(file);
}
