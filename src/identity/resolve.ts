// Decides who is one student and under which key: pure, from links, roles and the log of keys minted before.
import { clusters, type Link } from './clusters.ts';
import type { Decided } from './decisions.ts';
import { type IdRef, systemOf } from './id-ref.ts';
import type { MatchTokens } from './match-tokens.ts';
import { type Doubt, nameRule } from './name-rule.ts';

export interface Minted {
  readonly student_key: string;
  readonly anchor: IdRef;
}

export interface Resolution {
  /** Every id that belongs to a student. */
  readonly keys: ReadonlyMap<IdRef, string>;
  readonly minted: readonly Minted[];
  /** Groups in which two older keys met: the older stays. */
  readonly merged: readonly { readonly kept: string; readonly retired: string }[];
  /** How many groups the name rule and people's decisions brought together. */
  readonly linked: { readonly name_birth_date: number; readonly decision: number };
  /** Pairs that share name and birth date and that nobody has decided about. */
  readonly review: readonly ReviewPair[];
}

export interface ReviewPair {
  /** The id that stands for each group. */
  readonly a: IdRef;
  readonly b: IdRef;
  /** Null for a group that no source calls a student. */
  readonly student_key_a: string | null;
  readonly student_key_b: string | null;
  readonly doubt: Doubt;
}

export interface ResolveInput {
  readonly ids: Iterable<IdRef>;
  readonly links: readonly Link[];
  /** What sources say of an id; absent where they say nothing. */
  readonly roles: ReadonlyMap<IdRef, 'student' | 'staff' | 'other'>;
  /** Id systems that only students have. */
  readonly studentSystems: ReadonlySet<string>;
  /** Ids that a student information system or a roster of the district uses. */
  readonly listed: ReadonlySet<IdRef>;
  /** Oldest first. */
  readonly log: readonly Minted[];
  readonly mint: (anchor: IdRef) => string;
  readonly tokens: MatchTokens;
  readonly decided: Decided;
}

/**
 * Decisions link first, then the sources' own pairs of ids, then name and birth date; what was decided apart stays apart.
 * A group is a student if a source calls one of its ids a student, or if it holds an id of a system that only students
 * have and no source calls it staff; but see `isStranger`. A key is minted once; where groups meet, the older key stays.
 */
export function resolve(input: ResolveInput): Resolution {
  const { groups, anchors, linked, doubtful } = peopleOf(input);
  const ageOf = new Map(input.log.map((m, age) => [m.anchor, { age, key: m.student_key }]));
  const keys = new Map<IdRef, string>();
  const minted: Minted[] = [];
  const merged: { kept: string; retired: string }[] = [];
  const listedSystems = new Set([...input.listed].map(systemOf));
  for (const root of [...groups.keys()].sort()) {
    const group = groups.get(root) ?? [];
    if (!isStudent(group, input) || isStranger(group, input.listed, listedSystems)) continue;
    const known = group.flatMap((id) => ageOf.get(id) ?? []).sort((a, b) => a.age - b.age);
    const anchor = anchorOf(group, input.studentSystems);
    const key = known[0]?.key ?? input.mint(anchor);
    if (known.length === 0) minted.push({ student_key: key, anchor });
    for (const retired of known.slice(1))
      if (retired.key !== key) merged.push({ kept: key, retired: retired.key });
    for (const id of group) keys.set(id, key);
  }
  const review = doubtful.map(({ pair, doubt }): ReviewPair => {
    const [a, b] = [anchors(pair[0]), anchors(pair[1])];
    return { a, b, student_key_a: keys.get(a) ?? null, student_key_b: keys.get(b) ?? null, doubt };
  });
  return { keys, minted, merged, linked, review };
}

/** The ids of each person, by the root of the group. */
function peopleOf(input: ResolveInput) {
  const { links, tokens, roles, studentSystems } = input;
  const ids = new Set(input.ids);
  const { merges, unmerges } = input.decided;
  const known = merges.filter(([a, b]) => ids.has(a) && ids.has(b));
  // Where something is kept apart, the order of links decides: it must not be the order in which they came.
  const ordered = unmerges.length === 0 ? links : [...links].sort(byIds);
  const roots = clusters(ids, [...known, ...ordered], unmerges);
  const exact = groupsOf(roots);
  const apart = unmerges.map(([a, b]) => [roots.get(a) ?? a, roots.get(b) ?? b] as const);
  const keptApart = new Set(apart.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));
  const named = nameRule({
    tokens,
    rootOf: (id) => roots.get(id),
    membersOf: (root) => exact.get(root) ?? [],
    roles,
    keptApart: (a, b) => keptApart.has(`${a} ${b}`),
  });
  const wider = clusters([], named.links, apart);
  const people = new Map([...roots].map(([id, root]) => [id, wider.get(root) ?? root]));
  return {
    groups: groupsOf(people),
    anchors: (root: string) => anchorOf(exact.get(root) ?? [], studentSystems),
    linked: { name_birth_date: named.links.length, decision: known.length },
    doubtful: named.doubtful,
  };
}

function byIds([a, b]: Link, [c, d]: Link): number {
  if (a === c) return b < d ? -1 : Number(b > d);
  return a < c ? -1 : 1;
}

function groupsOf(roots: ReadonlyMap<IdRef, string>): Map<string, IdRef[]> {
  const groups = new Map<string, IdRef[]>();
  for (const [id, root] of roots) {
    const group = groups.get(root);
    if (group) group.push(id);
    else groups.set(root, [id]);
  }
  return groups;
}

function isStudent(group: readonly IdRef[], { roles, studentSystems }: ResolveInput): boolean {
  const said = new Set(group.map((id) => roles.get(id)));
  if (said.has('student')) return true;
  if (said.has('staff') || said.has('other')) return false;
  return group.some((id) => studentSystems.has(systemOf(id)));
}

/**
 * The rosters list ids of this system, and none of these: a slip of typing or somebody whom they do not know. It is
 * shown as unmatched and is nobody's until a roster names it; otherwise a wrong id would be one more student.
 */
function isStranger(
  group: readonly IdRef[],
  listed: ReadonlySet<IdRef>,
  listedSystems: ReadonlySet<string>,
): boolean {
  return group.some((id) => listedSystems.has(systemOf(id))) && !group.some((id) => listed.has(id));
}

/** The id that stands for the group when its key is minted: an id of the school's own systems before a vendor's. */
function anchorOf(group: readonly IdRef[], studentSystems: ReadonlySet<string>): IdRef {
  const rank = (id: IdRef) => {
    const system = systemOf(id);
    if (system === 'sis_student') return 0;
    return studentSystems.has(system) ? 1 : 2;
  };
  const sorted = [...group].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return sorted[0] ?? '';
}
