/** The whole simulated district: who, where and what happened, before any vendor's file is written. */
import { type SchoolYear, schoolYears } from './calendar.ts';
import { type Engagement, engagement } from './engagement.ts';
import { type Learning, learningOf } from './growth.ts';
import { type Accounts, type Census, census, type Student } from './people.ts';
import { type Presence, presenceOf } from './presence.ts';
import { buildRolls, type Roll } from './rolls.ts';
import { type School, schoolsOf } from './schools.ts';
import { type Timetable, timetable } from './sections.ts';
import { type DistrictSpec, type Plan, planOf } from './spec.ts';
import { type Usage, usageOf } from './usage.ts';

export type YearLived = {
  readonly year: SchoolYear;
  readonly roll: Roll;
  readonly presence: Presence;
  readonly learning: Learning;
  readonly timetable: Timetable;
  readonly usage: Usage;
  /** Stints by seat: one, or two after a change of school. */
  readonly bySeat: readonly (readonly number[])[];
};

export type District = {
  readonly plan: Plan;
  readonly schools: readonly School[];
  readonly students: readonly Student[];
  readonly census: Census;
  /** By student; made once, as every file needs them. */
  readonly accounts: readonly Accounts[];
  readonly latent: Engagement;
  readonly years: readonly YearLived[];
  readonly current: YearLived;
  /** The school that writes a code of its own into its attendance. */
  readonly ownCodeSchool: number;
};

const bySeat = (roll: Roll): number[][] => {
  const rows: number[][] = roll.seats.map(() => []);
  roll.stints.forEach((stint, row) => {
    rows[stint.seat]?.push(row);
  });
  for (const own of rows) own.sort((a, b) => (roll.stints[a]?.from ?? 0) - (roll.stints[b]?.from ?? 0));
  return rows;
};

export const districtOf = (spec: DistrictSpec): District => {
  const plan = planOf(spec);
  const calendar = schoolYears(plan);
  const schools = schoolsOf(plan.schools, plan.seed);
  const latent = engagement(plan.seed);
  const people = census(plan.seed);
  const { students, rolls } = buildRolls(plan, calendar, schools, latent);
  const ownCodeSchool = Math.min(1, schools.length - 1);
  const carried = new Map<number, number>();
  const years = rolls.map((roll) => {
    const presence = presenceOf(roll, plan.seed, ownCodeSchool);
    const learning = learningOf(roll, presence, latent, plan.seed, carried);
    const plans = timetable(roll, schools, plan.seed);
    const usage = usageOf(roll, presence, plan.seed);
    return { year: roll.year, roll, presence, learning, timetable: plans, usage, bySeat: bySeat(roll) };
  });
  const current = years.at(-1);
  if (current === undefined) throw new Error('a plan has at least one school year');
  const accounts = students.map((student) => people.accounts(student));
  return { plan, schools, students, census: people, accounts, latent, years, current, ownCodeSchool };
};
