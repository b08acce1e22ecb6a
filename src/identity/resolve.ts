// Decides who is one student and under which key: pure, from links, roles and the log of keys minted before.
import { clusters, type Link } from './clusters.ts';

/** An id as "<id system>:<pseudonym>". */
export type IdRef = string;

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
}

export interface ResolveInput {
  readonly ids: Iterable<IdRef>;
  readonly links: Iterable<Link>;
  /** What sources say of an id; absent where they say nothing. */
  readonly roles: ReadonlyMap<IdRef, 'student' | 'staff' | 'other'>;
  /** Id systems that only students have. */
  readonly studentSystems: ReadonlySet<string>;
  /** Oldest first. */
  readonly log: readonly Minted[];
  readonly mint: (anchor: IdRef) => string;
}

/**
 * A group is a student if a source calls one of its ids a student, or if it holds an id of a system that only students
 * have and no source calls it staff. A key is minted once; where groups meet, the older key stays.
 */
export function resolve(input: ResolveInput): Resolution {
  const roots = clusters(input.ids, input.links);
  const groups = new Map<string, IdRef[]>();
  for (const [id, root] of roots) {
    const group = groups.get(root);
    if (group) group.push(id);
    else groups.set(root, [id]);
  }
  const ageOf = new Map(input.log.map((m, age) => [m.anchor, { age, key: m.student_key }]));
  const keys = new Map<IdRef, string>();
  const minted: Minted[] = [];
  const merged: { kept: string; retired: string }[] = [];
  for (const root of [...groups.keys()].sort()) {
    const group = groups.get(root) ?? [];
    if (!isStudent(group, input)) continue;
    const known = group.flatMap((id) => ageOf.get(id) ?? []).sort((a, b) => a.age - b.age);
    const anchor = anchorOf(group, input.studentSystems);
    const key = known[0]?.key ?? input.mint(anchor);
    if (known.length === 0) minted.push({ student_key: key, anchor });
    for (const retired of known.slice(1))
      if (retired.key !== key) merged.push({ kept: key, retired: retired.key });
    for (const id of group) keys.set(id, key);
  }
  return { keys, minted, merged };
}

function isStudent(group: readonly IdRef[], { roles, studentSystems }: ResolveInput): boolean {
  const said = new Set(group.map((id) => roles.get(id)));
  if (said.has('student')) return true;
  if (said.has('staff') || said.has('other')) return false;
  return group.some((id) => studentSystems.has(systemOf(id)));
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

export function systemOf(id: IdRef): string {
  return id.slice(0, id.indexOf(':'));
}
