/** The files of the practice programme. */
import { isoDate } from '../dates.ts';
import type { Delivery } from '../deliveries.ts';
import type { District, YearLived } from '../district.ts';
import { type VendorFile, vendorFile } from '../vendor-file.ts';
import { sittings, writeDiagnostics } from '../vendors/iready-diagnostics.ts';
import { lessonWriter } from '../vendors/iready-lessons.ts';

export const ireadyFiles = (district: District, delivery: Delivery): VendorFile[] => {
  const { current } = district;
  const list: VendorFile[] = [];
  const first = delivery.name === 'day-0';
  const recent = first ? district.years.slice(-2) : [current];
  for (const subject of [0, 1] as const) {
    const name = subject === 0 ? 'ela' : 'math';
    const folderOf = (lived: YearLived): string =>
      isoDate(lived === current ? delivery.date : lived.year.last);
    for (const lived of recent) {
      const path = `${folderOf(lived)}/personalized_instruction_by_lesson_${name}.csv`;
      const lessons = lessonWriter(district, lived);
      list.push(
        vendorFile(delivery.name, 'iready', path, 'personalized_instruction', (sink) =>
          lessons(subject, delivery.usage.from, delivery.usage.to, sink),
        ),
      );
    }
    for (const lived of first ? district.years : [current]) {
      const due = sittings(district, lived, subject).filter(
        ({ date }) => date >= delivery.usage.from && date < delivery.usage.to,
      );
      if (due.length === 0) continue;
      const path = `${folderOf(lived)}/diagnostic_results_${name}.csv`;
      list.push(
        vendorFile(delivery.name, 'iready', path, `diagnostic_${name}`, (s) =>
          writeDiagnostics(district, lived, subject, due, s),
        ),
      );
    }
  }
  return list;
};
