// The facts of a school's check-in list, for the staff who read it: its length, the need beyond it, and how often lists were right.
import {
  type Built,
  districtOf,
  documentOf,
  periodOf,
  type ReportBasis,
  reportYear,
  schoolOf,
} from './build-documents.ts';
import { contactsKnown } from './check-in-drafts.ts';
import type { Draft } from './draft.ts';
import type { Subject } from './facts-document.ts';
import type { Recipe } from './recipe.ts';

/** Which number of a list: the group of its fact. */
export const LIST_PARTS = ['listed', 'beyond_capacity', 'escalated', 'high_absence', 'no_contact'] as const;
export type ListPart = (typeof LIST_PARTS)[number];

/**
 * Staff of the school read on the list who each student is, so nothing is hidden from them; the receipts are kept apart
 * from those of pages that hide the same counts. Undefined before there is a school year.
 */
export function listDocument(basis: ReportBasis, school: string): Built | undefined {
  const year = reportYear(basis);
  if (year === undefined) return undefined;
  const about = schoolOf(basis, school);
  const drafts = [...partDrafts(basis, about, year), ...precisionDrafts(basis, about, year)];
  return documentOf(basis, about, [districtOf(basis)], drafts);
}

function partDrafts(basis: ReportBasis, about: Subject, year: number): Draft[] {
  const { rows } = basis;
  const need = rows.checkins.find((c) => c.school_key === about.key);
  if (need === undefined) return [];
  const row = { school_key: about.key };
  const listed = rows.listed.find((l) => l.school_key === about.key)?.students ?? 0;
  const team = (value: Recipe['value']): Recipe => ({ view: 'check_in_team', row, value });
  const part = (name: ListPart, value: number, recipe: Recipe): Draft => ({
    metric: name === 'no_contact' || name === 'high_absence' ? 'no_contact' : 'check_in_list',
    aspect: 'count',
    about,
    group: { by: 'list', value: name },
    period: periodOf(basis, year),
    unit: name === 'escalated' ? 'contacts' : 'students',
    recipe,
    value,
    n: value,
    held_back: 0,
  });
  return [
    part('listed', listed, { view: 'check_in_team_list', row, value: 'listed_students' }),
    part('beyond_capacity', need.beyond_capacity, team('beyond_capacity')),
    part('escalated', need.escalated_items, team('escalated')),
    part('high_absence', need.high_absence, team('high_absence')),
    {
      ...part('no_contact', need.no_contact, team('no_contact')),
      ...contactsKnown(need),
      n: need.high_absence,
    },
  ];
}

/** Of the items that staff of the district judged, by list; `count` is those that were right, `total` all of them. */
function precisionDrafts(basis: ReportBasis, about: Subject, year: number): Draft[] {
  return basis.rows.precision.flatMap(({ task, right, judged }) => {
    const common = {
      metric: 'check_in_list',
      about,
      group: { by: 'list_of', value: task },
      period: periodOf(basis, year),
      unit: 'contacts' as const,
      n: judged,
      held_back: 0,
    };
    const recipe = (value: Recipe['value']): Recipe => ({ view: 'check_in_precision', row: { task }, value });
    return [
      { ...common, aspect: 'count' as const, recipe: recipe('contacts_right'), value: right },
      { ...common, aspect: 'total' as const, recipe: recipe('contacts_judged'), value: judged },
    ];
  });
}
