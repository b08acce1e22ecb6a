// The name rule: two groups that share name and birth date are one person, unless anything speaks against it.
import { clusters, type Link } from './clusters.ts';
import { type IdRef, systemOf } from './id-ref.ts';
import type { MatchTokens } from './match-tokens.ts';

export type Doubt =
  /** One id system gave both an id, and it gives one to a person. */
  | 'same_id_system'
  /** One source tells of both as of two. */
  | 'same_source'
  | 'staff_and_student'
  /** Nothing speaks against this pair, but a third group shares the token or is kept apart. */
  | 'several_candidates';

export interface Doubtful {
  /** Roots of the two groups, the smaller first. */
  readonly pair: Link;
  readonly doubt: Doubt;
}

export interface NameRuleInput {
  readonly tokens: MatchTokens;
  readonly rootOf: (id: IdRef) => string | undefined;
  readonly membersOf: (root: string) => readonly IdRef[];
  readonly roles: ReadonlyMap<IdRef, 'student' | 'staff' | 'other'>;
  /** Somebody has decided that these are two people. */
  readonly keptApart: (a: string, b: string) => boolean;
}

/** Groups beyond this many that hang together are a placeholder (a test student, 1 January 1900), not a person. */
const mostGroups = 12;

/** Links to add, and the pairs that a person must look at; pure, and the same whatever the order of tokens. */
export function nameRule(input: NameRuleInput): { links: Link[]; doubtful: Doubtful[] } {
  const edges: Link[] = [];
  const modules = new Map<string, Set<string>>();
  for (const bearers of input.tokens.values()) {
    const roots = new Set<string>();
    for (const bearer of bearers) {
      const root = input.rootOf(bearer.id);
      if (root === undefined) continue;
      roots.add(root);
      const told = modules.get(root) ?? new Set();
      for (const module of bearer.modules) told.add(module);
      modules.set(root, told);
    }
    if (roots.size > 1) edges.push(...pairsOf([...roots].sort()));
  }
  const links: Link[] = [];
  const doubtful: Doubtful[] = [];
  for (const groups of togetherBy(edges)) {
    const against = (a: string, b: string) => doubtOf(input, modules, a, b);
    const clean =
      groups.length <= mostGroups && allPairs(groups).every(([a, b]) => against(a, b) === undefined);
    const own = clean ? allPairs(groups) : pairsOf(groups);
    if (clean) links.push(...own.slice(0, groups.length - 1));
    else {
      for (const pair of own) {
        const doubt = against(...pair);
        if (doubt !== 'kept_apart') doubtful.push({ pair, doubt: doubt ?? 'several_candidates' });
      }
    }
  }
  return { links, doubtful };
}

function doubtOf(
  { membersOf, roles, keptApart }: NameRuleInput,
  modules: ReadonlyMap<string, ReadonlySet<string>>,
  a: string,
  b: string,
): Doubt | 'kept_apart' | undefined {
  if (keptApart(a, b)) return 'kept_apart';
  const systems = new Set(membersOf(a).map(systemOf));
  if (membersOf(b).some((id) => systems.has(systemOf(id)))) return 'same_id_system';
  const said = (root: string) => new Set(membersOf(root).map((id) => roles.get(id)));
  const [first, second] = [said(a), said(b)];
  const mixed = (x: typeof first, y: typeof first) => x.has('staff') && y.has('student');
  if (mixed(first, second) || mixed(second, first)) return 'staff_and_student';
  const told = modules.get(a);
  return [...(modules.get(b) ?? [])].some((m) => told?.has(m)) ? 'same_source' : undefined;
}

/** The groups that edges hold together, each list sorted. */
function togetherBy(edges: readonly Link[]): string[][] {
  const roots = clusters([], edges);
  const lists = Map.groupBy([...roots.keys()].sort(), (group) => roots.get(group) ?? group);
  return [...lists.values()];
}

function allPairs(sorted: readonly string[]): Link[] {
  return sorted.flatMap((a, i) => sorted.slice(i + 1).map((b) => [a, b] as const));
}

/** Every pair of a few; of many, each with the first. */
function pairsOf(sorted: readonly string[]): Link[] {
  if (sorted.length <= mostGroups) return allPairs(sorted);
  const [first = '', ...others] = sorted;
  return others.map((b) => [first, b] as const);
}
