// Which numbers are hidden for their own sake, and what a reader learns from the reason that is printed instead.
import type { Cell, HiddenBecause } from './cell.ts';

/**
 * Fewer than this on one side of a share say something about everybody, or about one or two (NCES 2011-603; 0 % and
 * 100 % in PTAC's questions on disclosure avoidance).
 */
export const FEWEST_ON_A_SIDE = 3;

/** A reader must be left with at least this many values: largest - smallest >= 2. */
export const FEWEST_VALUES = 3;

/** With a smaller limit "a small group" would itself leave fewer than three values. */
export const LEAST_LIMIT = FEWEST_VALUES + 1;

/** A group is small from 1 student to one below the limit; a group of nobody singles out nobody. */
export function groupIsSmall(students: number, limit: number): boolean {
  return students > 0 && students < limit;
}

/** A part is small with its group, or when it or what is left of the group has fewer than three. */
export function partIsSmall(part: number, group: number, limit: number): boolean {
  if (group === 0) return false;
  return group < limit || part < FEWEST_ON_A_SIDE || group - part < FEWEST_ON_A_SIDE;
}

export function isSmall(cell: Cell, group: Cell | undefined, limit: number): boolean {
  return group === undefined ? groupIsSmall(cell.value, limit) : partIsSmall(cell.value, group.value, limit);
}

/**
 * Whether the printed reason must say nothing about the size: an earlier report showed the number, or that of its group
 * which is hidden now, and "small group" would say which way it changed.
 */
export function saysNothing(cell: Cell, group: Cell | undefined, groupHidden: boolean): boolean {
  return cell.before !== undefined || (groupHidden && group?.before !== undefined);
}

/**
 * The reason that is printed. Of the parts of a large group it is the same for all that are hidden: "fewer than three on
 * a side" would be a number of its own, and tight enough to work out others.
 */
export function reasonOf(
  cell: Cell,
  group: Cell | undefined,
  groupHidden: boolean,
  limit: number,
): HiddenBecause {
  if (cell.reasonBefore !== undefined) return cell.reasonBefore;
  // Nobody left in a group that was hidden before: "small group" too.
  const small = (group ?? cell).value < limit && !saysNothing(cell, group, groupHidden);
  return small ? 'small_group' : 'protects_another';
}

/** A reader expects a number to have changed by no more than this since an earlier report, or by as much as it did. */
const EXPECTED_CHANGE = 1;

/** The values that a reader thinks possible who remembers an earlier report. */
export function valuesSince(now: number, before: number): readonly [number, number] {
  const change = Math.max(EXPECTED_CHANGE, Math.abs(now - before));
  const least = Math.max(0, before - change);
  return [least, Math.max(before + change, least + FEWEST_VALUES - 1)];
}
