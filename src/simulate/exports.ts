/** All files that the vendors deliver, in order of delivery. */
import { attendancePlan } from './attendance-plan.ts';
import { deliveriesOf } from './deliveries.ts';
import type { District } from './district.ts';
import { cleverFiles, cleverWriters } from './exports/clever.ts';
import { sisFiles } from './exports/contoso-sis.ts';
import { graphFiles } from './exports/graph.ts';
import { insightsFiles } from './exports/insights.ts';
import { ireadyFiles } from './exports/iready.ts';
import {
  asPlanted,
  countRows,
  inWindows1252,
  repeated,
  truncated,
  withBrokenQuotes,
  withByteOrderMark,
} from './planted-faults.ts';
import type { VendorFile } from './vendor-file.ts';
import { activityWriter } from './vendors/insights-activity.ts';

const isDay = (f: VendorFile, table: string, part = ''): boolean =>
  f.table === table && f.path.includes(part);

/** The messy day: faults in the files, and files that come twice. */
const messed = (today: readonly VendorFile[], before: readonly VendorFile[]): VendorFile[] => {
  const spoiled = today.map((f) => {
    if (isDay(f, 'daily_participation')) return withByteOrderMark(f);
    if (isDay(f, 'resource_usage')) return withBrokenQuotes(f);
    if (isDay(f, 'personalized_instruction', '_ela')) return inWindows1252(f);
    return isDay(f, 'personalized_instruction', '_math') ? truncated(f) : f;
  });
  const again = before.filter((f) => isDay(f, 'daily_participation')).slice(-1);
  return [...spoiled, ...again.map((f) => repeated(f, 'day-2', countRows(f)))];
};

export const exportFiles = (district: District): VendorFile[] => {
  const plan = attendancePlan(district);
  const activity = activityWriter(district);
  const clever = cleverWriters(district);
  const days = deliveriesOf(district).map((delivery) => [
    ...sisFiles(district, delivery, plan),
    ...insightsFiles(district, delivery, activity),
    ...cleverFiles(district, delivery, clever),
    ...graphFiles(district, delivery),
    ...ireadyFiles(district, delivery),
  ]);
  const [load = [], one = [], two = [], three = []] = days;
  const resent = two
    .filter((f) => isDay(f, 'personalized_instruction', '_math'))
    .map((f) =>
      asPlanted({ ...f, delivery: 'day-3' }, 'resent_whole', countRows(f), 'The file that was cut off.'),
    );
  return [...load, ...one, ...messed(two, one), ...three, ...resent];
};
