// Definition → machine. Every fault of the definition is found here, before anything runs.
import type { z } from 'zod';
import { compileState } from './compile-state.ts';
import { BRANCH_SHAPE, type LevelShape, MACHINE_SHAPE } from './definition.ts';
import { DefinitionError, type DefinitionFault } from './definition-error.ts';
import { faultsOf, join } from './definition-faults.ts';
import type { Machine, State } from './machine.ts';
import type { ResourceMap } from './resources.ts';
import { scopeFaults } from './scopes.ts';
import { openScope, type ScopeNotes, type Site } from './site.ts';
import { transitionFaults } from './transitions.ts';

/**
 * Compiles a definition (JSON text or the parsed object) for the given resources.
 * Throws DefinitionError with every fault that was found.
 */
export function compileMachine(definition: unknown, resources: ResourceMap): Machine {
  const faults: DefinitionFault[] = [];
  const parsed = MACHINE_SHAPE.safeParse(typeof definition === 'string' ? parseText(definition) : definition);
  if (!parsed.success) throw definitionError(faultsOf(parsed.error, ''));
  const language = parsed.data.QueryLanguage ?? 'JSONPath';
  if (!['JSONata', 'JSONPath'].includes(language)) faults.push(unknownLanguage('QueryLanguage', language));
  const scope = openScope(undefined);
  const site: Site = { faults, resources, names: new Map(), scope, language };
  const machine = compileLevel(parsed.data, '', site);
  faults.push(...scopeFaults(scope));
  if (faults.length > 0) throw definitionError(faults);
  return { ...machine, timeoutSeconds: parsed.data.TimeoutSeconds };
}

/** Compiles a branch or a processor with a scope of its own; undefined when its shape is refused. */
export function compileInner(
  raw: unknown,
  where: string,
  site: Site,
  shape: z.ZodType<LevelShape> = BRANCH_SHAPE,
): Machine | undefined {
  const parsed = shape.safeParse(raw);
  if (!parsed.success) {
    site.faults.push(...faultsOf(parsed.error, where));
    return undefined;
  }
  const scope: ScopeNotes = openScope(site.scope);
  return compileLevel(parsed.data, where, {
    ...site,
    scope,
    language: parsed.data.QueryLanguage ?? site.language,
  });
}

function compileLevel(level: LevelShape, where: string, site: Site): Machine {
  const states = new Map<string, State>();
  for (const [name, raw] of Object.entries(level.States)) {
    const place = join(where, 'States', name);
    const language = raw.QueryLanguage ?? site.language;
    const earlier = site.names.get(name);
    if (earlier !== undefined) site.faults.push(repeatedName(place, earlier));
    site.names.set(name, place);
    if (language !== 'JSONata') {
      site.faults.push(unknownLanguage(join(place, 'QueryLanguage'), language));
      continue;
    }
    const state = compileState(raw, { name, where: place, site: { ...site, language } });
    if (state !== undefined) states.set(name, state);
  }
  site.faults.push(...transitionFaults(level.StartAt, Object.keys(level.States), states, where));
  return { startAt: level.StartAt, states, timeoutSeconds: undefined };
}

function parseText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : 'unknown reason';
    throw definitionError([
      { where: 'definition', problem: `is not JSON (${reason})`, mend: 'Mend the text.' },
    ]);
  }
}

function definitionError(faults: readonly DefinitionFault[]): DefinitionError {
  const [first, ...rest] = faults;
  if (first === undefined) throw new Error('a definition error needs at least one fault');
  return new DefinitionError([first, ...rest]);
}

function unknownLanguage(where: string, language: string): DefinitionFault {
  const problem = `the query language is ${language}; only JSONata can be run`;
  return {
    where,
    problem,
    mend: 'Write "QueryLanguage": "JSONata" at the top of the machine (the default is JSONPath).',
  };
}

function repeatedName(where: string, earlier: string): DefinitionFault {
  return {
    where,
    problem: `the name is taken by ${earlier}`,
    mend: 'Name every state of the whole machine differently.',
  };
}
