// Reads district files from a folder; the file's name must be the district's, so that each is found by its name.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type District, DistrictError, parseDistrict } from './district.ts';

/** @throws DistrictError when the file is not there, is not JSON, or breaks a rule */
export function readDistrict(folder: string, name: string): District {
  const file = join(folder, `${name}.json`);
  if (!existsSync(file)) {
    throw new DistrictError([`no such file; there are: ${listDistricts(folder).join(', ') || 'none'}`], file);
  }
  const district = parseDistrict(readJson(file), file);
  if (district.district !== name) {
    throw new DistrictError(
      [`district: is "${district.district}", but the file is called ${name}.json`],
      file,
    );
  }
  return district;
}

export function listDistricts(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json') && file !== 'schema.json')
    .map((file) => file.slice(0, -'.json'.length))
    .sort();
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new DistrictError([`not JSON: ${error instanceof Error ? error.message : error}`], file);
  }
}
