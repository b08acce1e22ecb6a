/** The files of Education Insights: a roster each night, and activity by UTC date. */
import { isoDate, weekday } from '../dates.ts';
import type { Delivery } from '../deliveries.ts';
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
  const from = Math.max(delivery.usage.from, district.current.year.first);
  const days = Array.from({ length: delivery.usage.to - from }, (_, i) => from + i).filter(
    (d) => weekday(d) < 7,
  );
  return [
    ...roster,
    ...days.map((day) =>
      vendorFile(
        delivery.name,
        'insights',
        `activity/${isoDate(day)}/ApplicationUsage.csv`,
        'activity',
        (s) => activity(day, s),
        0,
      ),
    ),
  ];
};
