// Until when staff may put an item off: the same rule at the portal's door and for words that come in files.
import { addDays } from './days.ts';

/** Days ahead: two thirds of a school year. An item that is put off for longer would come back to nobody. */
export const LONGEST_DUE_DAYS = 120;

/** @param from the day on which it is said, at the schools */
export const mayBeDue = (due: string, from: string): boolean =>
  due >= from && due <= addDays(from, LONGEST_DUE_DAYS);
