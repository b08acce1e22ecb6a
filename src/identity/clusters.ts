// Groups ids into people: every id that a chain of links joins belongs to one person (union–find, Tarjan 1975).
export type Link = readonly [string, string];

/**
 * Each id to the smallest id of its group; ids without a link stand alone. A link that would bring together two ids
 * that must stay `apart` is left out: earlier links win, so give the order where something is kept apart.
 */
export function clusters(
  ids: Iterable<string>,
  links: Iterable<Link>,
  apart: Iterable<Link> = [],
): Map<string, string> {
  const parent = new Map<string, string>();
  for (const id of ids) parent.set(id, id);
  const root = (id: string): string => {
    let top = id;
    for (let up = parent.get(top); up !== undefined && up !== top; up = parent.get(top)) top = up;
    for (let at = id; at !== top; ) {
      const next = parent.get(at) ?? top;
      parent.set(at, top);
      at = next;
    }
    return top;
  };
  /** Ids, by group, that the group must never meet. */
  const strangers = new Map<string, string[]>();
  for (const [a, b] of apart) {
    strangers.set(a, [...(strangers.get(a) ?? []), b]);
    strangers.set(b, [...(strangers.get(b) ?? []), a]);
  }
  const mustNotMeet = (a: string, b: string) => strangers.get(a)?.some((id) => root(id) === b) === true;
  for (const [a, b] of links) {
    if (!parent.has(a)) parent.set(a, a);
    if (!parent.has(b)) parent.set(b, b);
    const ra = root(a);
    const rb = root(b);
    if (ra === rb || mustNotMeet(ra, rb)) continue;
    // The smaller id leads, so that the order of links does not matter.
    const [top, under] = ra < rb ? [ra, rb] : [rb, ra];
    parent.set(under, top);
    const more = strangers.get(under);
    if (more) strangers.set(top, [...(strangers.get(top) ?? []), ...more]);
  }
  return new Map([...parent.keys()].map((id) => [id, root(id)]));
}
