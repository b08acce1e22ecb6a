// What the check-in list tells of a school: whom nobody has reached, how many wait beyond what the team can act on.
import type { Draft } from './draft.ts';
import type { Period, Subject } from './facts-document.ts';
import type { Recipe } from './recipe.ts';
import type { FactRows } from './rows.ts';

/** Counts of a list are of students: fewer than the limit are hidden, but for none at all. */
export function checkInDrafts(
  row: FactRows['checkins'][number] | undefined,
  about: Subject,
  period: Period,
  limit: number,
): Draft[] {
  if (!row) return [];
  const { school_key } = row;
  // The district's row has no school.
  const source: Pick<Recipe, 'view' | 'row'> =
    school_key === ''
      ? { view: 'check_in_district', row: { part: 'all' } }
      : { view: 'check_in_school', row: { school_key } };
  const common = { aspect: 'count', about, group: null, period, unit: 'students', held_back: 0 } as const;
  const small = (value: number) => (value > 0 && value < limit ? 'small_group' : undefined);
  return [
    {
      ...common,
      metric: 'no_contact',
      recipe: { ...source, value: 'no_contact' },
      value: row.no_contact,
      n: row.high_absence,
      hidden: small(row.high_absence) ?? small(row.no_contact) ?? small(row.high_absence - row.no_contact),
    },
    {
      ...common,
      metric: 'check_in_list',
      recipe: { ...source, value: 'open_items' },
      value: row.open_items,
      // What a team can act on is no secret, and a list's length says nothing of who is on it.
      n: row.open_items + row.beyond_capacity,
    },
  ];
}
