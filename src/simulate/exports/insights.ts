/** The files of Education Insights: a roster each night, and activity by UTC date. */
import { isoDate } from '../dates.ts';
import { type Delivery, fileSpans } from '../deliveries.ts';
import type { District } from '../district.ts';
import { type VendorFile, vendorFile } from '../vendor-file.ts';
import type { ActivityWriter } from '../vendors/insights-activity.ts';
import { rosterTables } from '../vendors/insights-roster.ts';

export const insightsFiles = (
  district: District,
  delivery: Delivery,
  activity: ActivityWriter,
): VendorFile[] => {
  const night = `${isoDate(delivery.date)}T06-16-22`;
  const roster = Object.entries(rosterTables(district, delivery.date)).map(([table, write]) =>
    vendorFile(delivery.name, 'insights', `roster/${night}/${table}/part-00000.csv`, table, write, 0),
  );
  const signals = fileSpans(delivery, district.current.year.first).map((days) => {
    const path = `activity/${isoDate(days.at(-1) ?? 0)}/ApplicationUsage.csv`;
    const write = (sink: Parameters<ActivityWriter>[1]): void => {
      for (const day of days) activity(day, sink);
    };
    return vendorFile(delivery.name, 'insights', path, 'activity', write, 0);
  });
  return [...roster, ...signals];
};
