/** The files of Microsoft Graph. */
import { isoDate, weekday } from '../dates.ts';
import type { Delivery } from '../deliveries.ts';
import type { District } from '../district.ts';
import type { RowSink } from '../row-sink.ts';
import { type VendorFile, vendorFile } from '../vendor-file.ts';
import { writeApps, writeTeams, writeUsers } from '../vendors/graph-reports.ts';

export const graphFiles = (district: District, delivery: Delivery): VendorFile[] => {
  const folder = isoDate(delivery.date);
  const last = delivery.usage.to - 1;
  const one = (
    table: string,
    name: string,
    refresh: number | null,
    write: (sink: RowSink) => void,
  ): VendorFile =>
    vendorFile(
      delivery.name,
      'graph',
      `${refresh === null ? folder : isoDate(refresh)}/${name}/part-00000.json`,
      table,
      write,
      0,
    );
  const reports = (refresh: number): VendorFile[] => [
    one('m365_app_user_detail', 'M365_App_User_Detail', refresh, (s) => writeApps(district, refresh, s)),
    one('teams_activity_user_detail', 'Teams_Activity_User_Detail', refresh, (s) =>
      writeTeams(district, refresh, s),
    ),
  ];
  const users = one('users', 'Users', null, (sink) => writeUsers(district, delivery.date, sink));
  if (delivery.name === 'day-0') {
    // The four Saturdays before: the service keeps its reports for 28 days.
    const saturday = last - ((weekday(last) + 1) % 7);
    const weeks = Array.from({ length: 4 }, (_, i) => saturday - 7 * (3 - i));
    return [users, ...weeks.filter((d) => d > district.current.year.first + 7).flatMap(reports)];
  }
  // A refresh in the middle of the week overlaps the last one: its window must not be added to it.
  return delivery.name === 'day-2' ? [users, ...reports(last)] : [];
};
