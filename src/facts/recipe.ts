// How one number is made again: a view, the keys of one row of it, and one of a few expressions; never free SQL.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { identifier, literal } from '../sql-text/sql-text.ts';
import { type ReceiptId, receiptId } from './facts-document.ts';

/** Views that numbers come from, with the columns that may pick their row. */
const keysOf = {
  measure_count: ['level', 'school_key', 'grade', 'school_year', 'metric'],
  measure_group_count: ['school_key', 'attribute', 'attribute_value', 'school_year', 'metric'],
  school_engagement: ['school_key', 'school_year'],
  district_engagement: ['school_year'],
  section_engagement: ['section_key', 'school_year'],
  student_district_engagement: ['student_key', 'school_year'],
  student_course_year: ['student_key', 'school_year'],
  student_missed_days: ['student_key', 'school_year', 'absence_kind'],
  check_in_school: ['school_key'],
  check_in_district: ['part'],
  // What staff read on their own list, where nothing is hidden: numbers of their own, though a page may hide the same.
  check_in_team: ['school_key'],
  check_in_team_list: ['school_key'],
  check_in_precision: ['task'],
} as const;

/** The relation of a view that stands for another's rows. */
const relations: Readonly<Partial<Record<RecipeView, string>>> = {
  check_in_team: 'check_in_school',
  check_in_team_list: 'check_in_item',
};

/** What may be asked of a row; shares come as percent with one decimal, as the registry rounds them. */
const expressions = {
  students: 'students',
  judged: 'judged',
  meeting: 'meeting',
  share_percent: 'floor(1000 * share + 0.5) / 10',
  in_person_percent: 'floor(1000 * in_person_rate + 0.5) / 10',
  period_percent: 'floor(1000 * period_rate + 0.5) / 10',
  digital_percent: 'floor(1000 * digital_rate + 0.5) / 10',
  digital_minutes_a_student: 'round(digital_minutes / nullif(students, 0))',
  missed_days: 'missed_days',
  digital_days: 'digital_days',
  covered_days: 'covered_days',
  courses: 'courses',
  courses_passed: 'courses - courses_not_passed',
  courses_not_passed: 'courses_not_passed',
  open_items: 'open_items',
  beyond_capacity: 'beyond_capacity',
  no_contact: 'no_contact',
  escalated: 'escalated_items',
  high_absence: 'high_absence',
  listed_students: "count(distinct case when state = 'open' then student_key end)",
  contacts_right: 'sum(items_right)',
  contacts_judged: 'sum(items_right + items_known + items_wrong)',
} as const;

export type RecipeView = keyof typeof keysOf;
export type Expression = keyof typeof expressions;

const viewNames = keysTuple(keysOf);
const views = z.enum(viewNames);
/** What recipes ask. */
export const recipeRelations: readonly string[] = [...new Set(viewNames.map(relationOf))];

const values = z.enum(keysTuple(expressions));

export const recipeSchema = z
  .strictObject({ view: views, row: z.record(z.string(), z.union([z.string(), z.number()])), value: values })
  .refine(({ view, row }) => {
    const keys: readonly string[] = keysOf[view];
    return Object.keys(row).length === keys.length && keys.every((k) => k in row);
  }, 'a recipe names every key of its view and nothing else');
export type Recipe = z.output<typeof recipeSchema>;

/** One query of one row and one column `value`. */
export function recipeSql({ view, row, value }: Recipe): string {
  const where = Object.entries(row).map(
    ([key, v]) => `${identifier(key)} = ${typeof v === 'number' ? String(v) : literal(v)}`,
  );
  return `select ${expressions[value]} as value from ${relationOf(view)} where ${where.join(' and ')}`;
}

/** The same number of the same release always has the same receipt. */
export function receiptOf(release: string, { view, row, value }: Recipe): ReceiptId {
  const keys = keysOf[view].map((k: string) => `${k}=${row[k]}`);
  const text = [release, view, ...keys, value].join('\n');
  return receiptId.parse(`r-${createHash('sha256').update(text).digest('hex').slice(0, 16)}`);
}

function relationOf(view: RecipeView): string {
  return relations[view] ?? view;
}

function keysTuple<T extends Record<string, unknown>>(of: T): [keyof T & string, ...(keyof T & string)[]] {
  const [first, ...others] = z
    .array(z.custom<keyof T & string>((k) => typeof k === 'string' && k in of))
    .parse(Object.keys(of));
  if (first === undefined) throw new RangeError('no names');
  return [first, ...others];
}
