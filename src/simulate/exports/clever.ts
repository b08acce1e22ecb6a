/** The files of the learning portal. */
import { dateOf } from '../dates.ts';
import { type Delivery, fileSpans } from '../deliveries.ts';
import type { District, YearLived } from '../district.ts';
import { type VendorFile, vendorFile } from '../vendor-file.ts';
import {
  type CleverWriter,
  cleverPath,
  cleverWriter,
  participationHeader,
  resourceHeader,
} from '../vendors/clever-reports.ts';

/** The portal came in January of the year before; resources are reported for the current year only. */
const portalBegin = (district: District): number => {
  const before = district.years.at(-2);
  return before === undefined ? district.current.year.first : dateOf(before.year.year, 1, 6);
};

export type CleverWriters = (lived: YearLived) => CleverWriter;

/** A writer knows every student's part of a row: made once a year, and only when a file is due. */
export const cleverWriters = (district: District): CleverWriters => {
  const made = new Map<YearLived, CleverWriter>();
  return (lived) => {
    const writer = made.get(lived) ?? cleverWriter(district, lived);
    made.set(lived, writer);
    return writer;
  };
};

export const cleverFiles = (district: District, delivery: Delivery, writers: CleverWriters): VendorFile[] => {
  const yearOf = (day: number): YearLived | undefined =>
    district.years.find((l) => day >= l.year.first && day <= l.year.last);
  const report = (kind: 'daily-participation' | 'resource-usage', days: readonly number[]): VendorFile => {
    const daily = kind === 'daily-participation';
    const table = daily ? 'daily_participation' : 'resource_usage';
    return vendorFile(delivery.name, 'clever', cleverPath(kind, days.at(-1) ?? 0), table, (sink) => {
      sink.line(daily ? participationHeader : resourceHeader);
      for (const day of days) {
        const lived = yearOf(day);
        const writer = lived === undefined ? undefined : writers(lived);
        if (daily) writer?.participation(day, sink);
        else writer?.resources(day, sink);
      }
    });
  };
  const spans = (begin: number): number[][] => fileSpans(delivery, begin, (day) => yearOf(day) !== undefined);
  return [
    ...spans(portalBegin(district)).map((days) => report('daily-participation', days)),
    ...spans(district.current.year.first).map((days) => report('resource-usage', days)),
  ];
};
