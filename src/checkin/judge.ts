// Which dispositions count: a note that anybody could type to clear the list changes nothing, and says why.
import type { CheckinSettings } from '../../lib/checkin-schema.ts';
import type { Act, Disposition, Item } from './item.ts';

/** Kinds that claim that somebody was met or spoken with. */
export const CLAIMS: ReadonlySet<string> = new Set(['done', 'contacted', 'plan_started']);

/** Oldest first; ties by id, so that every run judges alike. */
export function judge(
  dispositions: readonly Disposition[],
  items: readonly Item[],
  { burst, today }: Pick<CheckinSettings, 'burst'> & { readonly today: string },
): Act[] {
  const byId = new Map(items.map((item) => [item.itemId, item]));
  const ordered = dispositions.toSorted(
    (a, b) => compare(a.actedAt, b.actedAt) || compare(a.dispositionId, b.dispositionId),
  );
  const bursts = burstIds(ordered, burst);
  return ordered.map((said) => {
    const item = said.itemId === null ? undefined : byId.get(said.itemId);
    const whyNot = said.actedOn > today ? 'after_the_day' : faultOf(said, item, bursts);
    const counts = whyNot === null;
    return {
      ...said,
      task: item?.task ?? null,
      madeBy: item?.madeBy ?? null,
      counts,
      isContact: counts && said.hasContactCode && said.kind !== 'could_not_reach',
      whyNot,
    };
  });
}

function faultOf(said: Disposition, item: Item | undefined, bursts: ReadonlySet<string>): Act['whyNot'] {
  if (item !== undefined && item.studentKey !== said.studentKey) return 'other_student';
  if (item !== undefined && said.actedOn < item.madeOn) return 'before_the_item';
  if (CLAIMS.has(said.kind) && !said.hasContactCode) return 'no_contact_code';
  return bursts.has(said.dispositionId) ? 'burst' : null;
}

/** All words of a burst, also its first ones: who clears a list by rote has not met the first of it either. */
function burstIds(
  ordered: readonly Disposition[],
  { items, minutes }: CheckinSettings['burst'],
): Set<string> {
  const found = new Set<string>();
  const groups = Map.groupBy(ordered, (d) => [d.byKey, d.kind, d.noteCode ?? ''].join('|'));
  for (const group of groups.values()) {
    let from = 0;
    for (const [i, last] of group.entries()) {
      while (Date.parse(last.actedAt) - Date.parse(group[from]?.actedAt ?? '') > minutes * 60_000) from++;
      const window = group.slice(from, i + 1);
      // The same item closed twice is one item.
      if (new Set(window.map((d) => d.itemId ?? d.studentKey)).size <= items) continue;
      for (const { dispositionId } of window) found.add(dispositionId);
    }
  }
  return found;
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
