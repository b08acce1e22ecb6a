/** What a person asks for: sizes, a seed and the last day; checked, with every default filled in. */
import * as z from 'zod';
import { HomeroomError } from '../errors/homeroom-error.ts';
import { dayOf, isoDate } from './dates.ts';

const specSchema = z.strictObject({
  students: z.int().min(10).max(2_000_000),
  schools: z.int().min(1).max(2_000),
  years: z.int().min(1).max(12),
  seed: z.int().min(0),
  /** The first school year, named by the calendar year in which it ends. */
  firstYear: z.int().min(2005).max(2100).optional(),
  endDate: z.iso.date().optional(),
});

export type DistrictSpec = z.input<typeof specSchema>;

/** A spec with nothing left open; `endDate` may still move back to the last school day. */
export type Plan = {
  readonly students: number;
  readonly schools: number;
  readonly seed: number;
  readonly schoolYears: readonly number[];
  readonly endDate: number;
};

export class SimulateSpecError extends HomeroomError {}

const defaultEnd = '2026-03-13';

/** A school year is named by the year in which it ends; July already counts to the next one. */
export const schoolYearOf = (day: number): number => {
  const iso = isoDate(day);
  return Number(iso.slice(0, 4)) + (Number(iso.slice(5, 7)) >= 7 ? 1 : 0);
};

export const planOf = (spec: DistrictSpec): Plan => {
  const read = specSchema.safeParse(spec);
  if (!read.success) {
    const first = read.error.issues[0];
    throw new SimulateSpecError(
      'simulate_spec',
      `The district to simulate is not possible: ${first?.message}.`,
      {
        where: first?.path.join('.') || 'spec',
        mend: 'Give students (10 or more), schools, years and seed as whole numbers, and dates as YYYY-MM-DD.',
      },
    );
  }
  const { students, schools, years, seed, firstYear, endDate } = read.data;
  if (students < schools * 5) {
    throw new SimulateSpecError('simulate_spec', 'There are fewer than five students a school.', {
      where: 'schools',
      mend: 'Ask for fewer schools or more students.',
    });
  }
  const asked = firstYear === undefined ? undefined : firstYear + years - 1;
  const end = dayOf(endDate ?? (asked === undefined ? defaultEnd : `${asked}-03-13`));
  const last = schoolYearOf(end);
  if (asked !== undefined && asked !== last) {
    throw new SimulateSpecError(
      'simulate_spec',
      `The last school year would be ${asked}, the end date is in ${last}.`,
      {
        where: 'firstYear, years, endDate',
        mend: 'Leave out firstYear or endDate, or make them agree.',
      },
    );
  }
  const schoolYears = Array.from({ length: years }, (_, i) => last - years + 1 + i);
  return { students, schools, seed, schoolYears, endDate: end };
};
