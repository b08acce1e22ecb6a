// What the compiler keeps in hand while it walks a definition: faults so far, and the scope of variables.
import type { DefinitionFault } from './definition-error.ts';
import type { ResourceMap } from './resources.ts';

/** A level with its own variables: the machine, one branch, or the processor of a Map state. */
export interface ScopeNotes {
  readonly outer: ScopeNotes | undefined;
  /** Variable name → the place that assigns it first. */
  readonly assigned: Map<string, string>;
  readonly uses: { readonly name: string; readonly where: string }[];
  readonly inner: ScopeNotes[];
}

export interface Site {
  readonly faults: DefinitionFault[];
  readonly resources: ResourceMap;
  /** State name → place; names are unique over the whole machine. */
  readonly names: Map<string, string>;
  readonly scope: ScopeNotes;
  readonly language: string;
}

/** Opens the scope of a branch or iteration inside the one given. */
export function openScope(outer: ScopeNotes | undefined): ScopeNotes {
  const scope: ScopeNotes = { outer, assigned: new Map(), uses: [], inner: [] };
  outer?.inner.push(scope);
  return scope;
}
