// Where a district's state and its file lie on this machine.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { type District, parseDistrict } from '../../lib/district.ts';
import { HomeroomError } from '../errors/homeroom-error.ts';

export class DistrictUnknownError extends HomeroomError {
  constructor(name: string, tried: readonly string[]) {
    super('DISTRICT_UNKNOWN', `There is no district file for "${name}".`, {
      where: tried.join(' or '),
      mend: `Write one with: npx homeroom init ${name} --modules contoso_sis,clever --timezone America/New_York`,
    });
  }
}

export class DistrictFileUnreadableError extends HomeroomError {
  constructor(file: string, problem: string) {
    super('DISTRICT_FILE_UNREADABLE', `The district file is not valid JSON: ${problem}`, {
      where: file,
      mend: 'Correct the file in an editor that knows JSON; districts/schema.json describes every key.',
    });
  }
}

/** The folder of all districts' state: HOMEROOM_HOME, else .homeroom here. */
export function stateRoot(): string {
  return resolve(process.env.HOMEROOM_HOME ?? '.homeroom');
}

export function districtHome(name: string): string {
  return join(stateRoot(), name);
}

const pointerSchema = z.strictObject({ file: z.string() });
const pointerPath = (name: string) => join(districtHome(name), 'district-file.json');

/** Remembers a district file that lies elsewhere than districts/. */
export function rememberDistrictFile(name: string, file: string): void {
  mkdirSync(districtHome(name), { recursive: true });
  writeFileSync(pointerPath(name), JSON.stringify({ file: resolve(file) }));
}

/** @throws DistrictUnknownError, DistrictFileUnreadableError, DistrictError */
export function readDistrict(
  name: string,
  root: string,
  config?: string,
): { district: District; file: string } {
  const usual = join(root, 'districts', `${name}.json`);
  const pointed = existsSync(pointerPath(name))
    ? pointerSchema.parse(JSON.parse(readFileSync(pointerPath(name), 'utf8'))).file
    : undefined;
  const candidates = [config, pointed, usual].filter((f) => f !== undefined);
  const file = candidates.find((f) => existsSync(f));
  if (file === undefined) throw new DistrictUnknownError(name, [usual]);
  return { district: parseDistrict(readJson(file), file), file };
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new DistrictFileUnreadableError(file, error instanceof Error ? error.message : 'unreadable');
  }
}
