// The district file: the only thing that differs between two districts, checked strictly before anything else runs.
import type { z } from 'zod';
import { HomeroomError } from '../src/errors/homeroom-error.ts';
import { DEFAULT_ATTENDANCE_CODES, DEFAULT_ID_SYSTEMS } from './district-defaults.ts';
import { type District, type DistrictFile, districtSchema } from './district-schema.ts';

export {
  ATTENDANCE_CATEGORIES,
  type AttendanceCategory,
  DEFAULT_ATTENDANCE_CODES,
  DEFAULT_ID_SYSTEMS,
  type IdSystem,
  type NormalForm,
  PRESENT_FRACTION,
} from './district-defaults.ts';
export { type District, type DistrictFile, districtJsonSchema, LOG_DAYS } from './district-schema.ts';

export class DistrictError extends HomeroomError {
  constructor(faults: readonly string[], file: string) {
    super('district_file', `${file} can't be used:\n${faults.map((fault) => `  ${fault}`).join('\n')}`, {
      where: file,
      mend: 'Correct each key named above; districts/schema.json describes every key and an editor can check it.',
    });
  }
}

/**
 * Checks a district file and fills in every default.
 * @throws DistrictError naming the file, each faulty key and what it must be
 */
export function parseDistrict(json: unknown, file: string): District {
  const result = districtSchema.safeParse(json);
  if (!result.success) throw new DistrictError(result.error.issues.flatMap(describeIssue), file);
  const district: District = {
    ...result.data,
    idSystems: { ...mutable(DEFAULT_ID_SYSTEMS), ...result.data.idSystems },
    attendance: {
      ...result.data.attendance,
      codes: mergeCodes(DEFAULT_ATTENDANCE_CODES, result.data.attendance.codes),
    },
  };
  const faults = crossCheck(result.data, district);
  if (faults.length > 0) throw new DistrictError(faults, file);
  return district;
}

/** The district file that `homeroom init` writes: only what can't be guessed, so that defaults stay defaults. */
export function defaultDistrict(given: {
  district: string;
  modules: readonly string[];
  timezone: string;
  name?: string;
}): DistrictFile {
  return {
    $schema: './schema.json',
    district: given.district,
    name:
      given.name ??
      given.district.replace(/(^|-)([a-z])/g, (_, dash, letter) => (dash ? ' ' : '') + letter.toUpperCase()),
    timezone: given.timezone,
    modules: Object.fromEntries(given.modules.map((module) => [module, {}])),
    calendar: { firstMonth: 8, holidays: [] },
    engine: 'duckdb',
    schedule: { time: '05:30', days: 'daily' },
  };
}

function describeIssue(issue: z.core.$ZodIssue): string[] {
  const at = (path: readonly PropertyKey[]) => path.map(String).join('.') || '(the file)';
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(
      (key) => `${at([...issue.path, key])}: no such key; check the spelling or remove it`,
    );
  }
  return [`${at(issue.path)}: ${issue.message}`];
}

function crossCheck(file: District, whole: District): string[] {
  const faults: string[] = [];
  for (const [module, { idSystems }] of Object.entries(file.modules)) {
    for (const [own, system] of Object.entries(idSystems)) {
      if (system in whole.idSystems) continue;
      faults.push(`modules.${module}.idSystems.${own}: no id system "${system}"; declare it under idSystems`);
    }
  }
  for (const module of Object.keys(file.attendance.modules)) {
    if (module in file.modules) continue;
    faults.push(`attendance.modules.${module}: the district has no such module; list it under modules`);
  }
  faults.push(...twins('attendance.codes', file.attendance.codes));
  for (const [module, own] of Object.entries(file.attendance.modules)) {
    faults.push(...twins(`attendance.modules.${module}.codes`, own.codes));
  }
  if (file.engineLimits.sparkBytes < file.engineLimits.yearChunkBytes) {
    faults.push('engineLimits.sparkBytes: must not be less than engineLimits.yearChunkBytes');
  }
  return faults;
}

/** Codes are matched without regard to case, so "a" and "A" can't both be there. */
function twins(path: string, given: Readonly<Record<string, string>>): string[] {
  const seen = new Set<string>();
  return Object.keys(given).flatMap((code) => {
    const folded = code.toLowerCase();
    if (seen.has(folded)) return [`${path}.${code}: written twice (case does not matter); keep one`];
    seen.add(folded);
    return [];
  });
}

/** The file's codes win over the defaults, whatever their case. */
function mergeCodes<T>(
  defaults: Readonly<Record<string, T>>,
  own: Readonly<Record<string, T>>,
): Record<string, T> {
  const mine = new Set(Object.keys(own).map((code) => code.toLowerCase()));
  const kept = Object.entries(defaults).filter(([code]) => !mine.has(code.toLowerCase()));
  return { ...Object.fromEntries(kept), ...own };
}

function mutable(systems: typeof DEFAULT_ID_SYSTEMS): District['idSystems'] {
  return Object.fromEntries(
    Object.entries(systems).map(([name, system]) => [
      name,
      { ...system, normalForm: [...system.normalForm] },
    ]),
  );
}
