// Whether a district's file, the contracts that it names and the files beside it can be read.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { District } from '../../lib/district.ts';
import { readContract } from '../contract/read-contract.ts';
import { readDistrict } from '../district/district-home.ts';
import { HomeroomError } from '../errors/homeroom-error.ts';
import { type Finding, fault, ok } from './finding.ts';

export interface DistrictSeen {
  readonly findings: readonly Finding[];
  /** Undefined where the file cannot be read. */
  readonly district: District | undefined;
}

export function districtFindings(root: string, name: string): DistrictSeen {
  const thing = `district file of ${name}`;
  try {
    const { district, file } = readDistrict(name, root);
    const findings = [
      ok(thing, file),
      ...Object.keys(district.modules).map((module) => contractFinding(root, module)),
      ...besideFindings(district, file),
    ];
    return { findings, district };
  } catch (error) {
    return { findings: [asFault(thing, error)], district: undefined };
  }
}

function contractFinding(root: string, module: string): Finding {
  const thing = `contract of ${module}`;
  try {
    const tables = Object.values(readContract(join(root, 'modules'), module).tables);
    if (!existsSync(join(root, 'modules', module, 'generated', 'duckdb'))) {
      return fault(thing, 'its SQL was never made', 'npm run sql:build');
    }
    return ok(thing, `${tables.length} tables`);
  } catch (error) {
    return asFault(thing, error);
  }
}

/** A missing list of opt-outs would let everybody in, so its absence is a fault and not an empty list. */
function besideFindings(district: District, file: string): Finding[] {
  const beside = [
    ['list of opt-outs', district.optOuts],
    ['calendar of days', district.calendar.days],
  ] as const;
  return beside.flatMap(([thing, path]) => {
    if (path === undefined) return [];
    const full = join(dirname(file), path);
    if (existsSync(full)) return [ok(thing, full)];
    return [fault(thing, `${full} is not there`, `Put the file there, or take its name out of ${file}.`)];
  });
}

function asFault(thing: string, error: unknown): Finding {
  if (error instanceof HomeroomError) return fault(thing, `${error.message} (${error.where})`, error.mend);
  return fault(thing, error instanceof Error ? error.message : String(error), 'Correct the file.');
}
