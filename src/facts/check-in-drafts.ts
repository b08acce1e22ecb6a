// What the check-in list tells of a school: whom nobody has reached, how many wait beyond what the team can act on.
import type { Draft } from './draft.ts';
import type { Period, Subject } from './facts-document.ts';
import type { AllHidden } from './hidden-check-ins.ts';
import type { Recipe } from './recipe.ts';
import type { FactRows } from './rows.ts';

type CheckInRow = FactRows['checkins'][number];

/** Whom nobody met is known only where contacts were recorded on every day of the span. */
export function isTooEarly({
  ledger_since,
  no_contact_since,
}: Pick<CheckInRow, 'ledger_since' | 'no_contact_since'>): boolean {
  return ledger_since === null || no_contact_since === null || ledger_since > no_contact_since;
}

export function checkInDrafts(
  row: CheckInRow | undefined,
  about: Subject,
  period: Period,
  hidden: Pick<AllHidden, 'checkIn'>,
): Draft[] {
  if (!row) return [];
  const { school_key } = row;
  // The district's row has no school.
  const source: Pick<Recipe, 'view' | 'row'> =
    school_key === ''
      ? { view: 'check_in_district', row: { part: 'all' } }
      : { view: 'check_in_school', row: { school_key } };
  const common = { aspect: 'count', about, group: null, period, unit: 'students', held_back: 0 } as const;
  return [
    {
      ...common,
      metric: 'no_contact',
      recipe: { ...source, value: 'no_contact' },
      ...contactsKnown(row),
      n: row.high_absence,
      hidden: hidden.checkIn(school_key, 'no_contact'),
    },
    {
      ...common,
      metric: 'check_in_list',
      recipe: { ...source, value: 'open_items' },
      value: row.open_items,
      n: row.open_items,
      hidden: hidden.checkIn(school_key, 'check_in_list'),
    },
  ];
}

export const contactsKnown = (row: CheckInRow): Pick<Draft, 'value' | 'missing'> =>
  isTooEarly(row) ? { value: null, missing: 'too_early' } : { value: row.no_contact };
