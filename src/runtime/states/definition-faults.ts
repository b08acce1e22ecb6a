// Turns what the strict shapes refuse into faults that say where and what to do.
import type { z } from 'zod';
import type { DefinitionFault } from './definition-error.ts';

const JSONPATH_ONLY = new Set(
  `InputPath OutputPath ResultPath Parameters ResultSelector Result ItemsPath Iterator SecondsPath TimestampPath
   TimeoutSecondsPath HeartbeatSecondsPath MaxConcurrencyPath ToleratedFailureCountPath
   ToleratedFailurePercentagePath ErrorPath CausePath Variable`.split(/\s+/),
);

// Known to the language, but nothing in the pipeline needs them; ignoring them would change what the machine does.
const NOT_RUN_HERE = new Set([
  'Credentials',
  'HeartbeatSeconds',
  'ItemReader',
  'ItemBatcher',
  'ResultWriter',
  'Label',
]);

/** @param where place of the parsed part inside the definition; '' for the machine itself */
export function faultsOf(error: z.ZodError, where: string): DefinitionFault[] {
  return error.issues.flatMap((issue) => {
    const place = join(where, ...issue.path.map(String));
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => unknownField(join(place, key), key));
    if (issue.code === 'invalid_type' && issue.input === undefined) {
      return [
        { where: place, problem: 'is missing or of the wrong kind', mend: `Give it as: ${issue.expected}.` },
      ];
    }
    return [
      {
        where: place,
        problem: issue.message,
        mend: 'Mend the value; the Amazon States Language says what it takes.',
      },
    ];
  });
}

/** Joins parts of a place with dots, leaving out empty ones. */
export function join(...parts: string[]): string {
  return parts.filter((part) => part !== '').join('.');
}

function unknownField(where: string, key: string): DefinitionFault {
  if (JSONPATH_ONLY.has(key) || key.endsWith('.$')) {
    const mend = 'Use Arguments, Output, Assign, Items or Condition with {% … %} expressions.';
    return { where, problem: 'belongs to JSONPath; this machine runs JSONata', mend };
  }
  if (NOT_RUN_HERE.has(key)) {
    return {
      where,
      problem: 'is part of the language, but cannot be run here',
      mend: 'Leave the field out.',
    };
  }
  return { where, problem: 'unknown field', mend: 'Mend the spelling, or leave the field out.' };
}
