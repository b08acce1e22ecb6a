// Fills the `${Name}` places of a state machine's definition, as CloudFormation does with DefinitionSubstitutions.
import type { District } from '../district.ts';
import { modelSubstitutions } from '../models/jobs.ts';

/** The places whose value comes from the district file; the others are names of functions and of the Glue job. */
export function districtSubstitutions(district: District): Record<string, string> {
  return {
    Engine: district.engine,
    YearChunkBytes: String(district.engineLimits.yearChunkBytes),
    SparkBytes: String(district.engineLimits.sparkBytes),
    IntakeConcurrency: String(district.lambda.intakeConcurrency),
    HandOff: district.checkins.handoff === undefined ? 'no' : 'yes',
    ...modelSubstitutions(district),
  };
}

/** @throws Error naming every place that has no value: a definition with a hole must never run. */
export function substitute(definition: string, values: Readonly<Record<string, string>>): string {
  const missing = new Set<string>();
  const text = definition.replace(/\$\{(\w+)\}/g, (place, name: string) => {
    const value = values[name];
    if (value === undefined) missing.add(name);
    return value === undefined ? place : JSON.stringify(value).slice(1, -1);
  });
  if (missing.size > 0)
    throw new Error(`no value for ${[...missing].map((name) => `\${${name}}`).join(', ')}`);
  return text;
}
