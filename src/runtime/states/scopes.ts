// Variables belong to the level that assigns them: checked over the whole definition, before the run.
import type { DefinitionFault } from './definition-error.ts';
import { FUNCTION_NAMES } from './functions.ts';
import type { ScopeNotes } from './site.ts';

const IDENTIFIER = /^[\p{ID_Start}_][\p{ID_Continue}]*$/u;

/** Faults of one level and of all levels inside it. */
export function scopeFaults(scope: ScopeNotes): DefinitionFault[] {
  return [...assignFaults(scope), ...useFaults(scope), ...scope.inner.flatMap(scopeFaults)];
}

function assignFaults(scope: ScopeNotes): DefinitionFault[] {
  return [...scope.assigned].flatMap(([name, where]) => {
    if (name === 'states') {
      return { where, problem: '$states is reserved', mend: 'Choose another name.' };
    }
    if (!IDENTIFIER.test(name) || name.length > 80) {
      return { where, problem: 'is not a variable name', mend: 'Use letters, digits and _, at most 80.' };
    }
    const outer = assignedIn(scope.outer, name);
    if (outer === undefined) return [];
    const problem = `$${name} is already assigned by an outer level, at ${outer}`;
    return {
      where,
      problem,
      mend: 'Choose another name; hand values out of a branch or item through Output.',
    };
  });
}

function useFaults(scope: ScopeNotes): DefinitionFault[] {
  return scope.uses.flatMap(({ name, where }) => {
    if (name === 'eval') {
      return {
        where,
        problem: '$eval is not available in Step Functions',
        mend: 'Use $parse for JSON text.',
      };
    }
    if (name === 'states' || FUNCTION_NAMES.has(name) || assignedIn(scope, name) !== undefined) return [];
    const problem = `nothing assigns $${name} at this level or around it, and it is no function`;
    return { where, problem, mend: 'Mend the spelling, or assign it in an earlier state.' };
  });
}

function assignedIn(scope: ScopeNotes | undefined, name: string): string | undefined {
  return scope === undefined ? undefined : (scope.assigned.get(name) ?? assignedIn(scope.outer, name));
}
