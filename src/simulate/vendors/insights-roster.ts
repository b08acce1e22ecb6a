/** The nightly roster of Education Insights: a full set of tables without header lines, as known on a date. */
import type { District } from '../district.ts';
import { classTables } from './roster-classes.ts';
import { type RosterTable, rosterNight } from './roster-night.ts';
import { peopleTables } from './roster-people.ts';
import { roleTables } from './roster-roles.ts';

export const rosterTables = (district: District, date: number): Readonly<Record<string, RosterTable>> => {
  const night = rosterNight(district, date);
  // Guardians are never exported by this district: the file is there and empty.
  const none: RosterTable = () => {};
  return { ...peopleTables(night), ...roleTables(night), ...classTables(night), PersonRelationship: none };
};
