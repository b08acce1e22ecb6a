// The receipts of the students' pages: of everybody who is on a list.
import { districtOf, periodOf, reportYear, sourceAges } from '../facts/build-documents.ts';
import type { Receipt } from '../facts/draft.ts';
import { studentDocument } from '../sheets/student-document.ts';
import type { SiteInput } from './site-input.ts';

export function studentReceipts({ basis, students }: Pick<SiteInput, 'basis' | 'students'>): Receipt[] {
  const year = reportYear(basis);
  if (year === undefined) return [];
  const common = {
    district: districtOf(basis),
    release: basis.release,
    runDate: basis.runDate,
    year,
    sources: sourceAges(basis),
    periodOf: (y: number) => periodOf(basis, y),
  };
  return [...students].flatMap(
    ([studentKey, rows]) => studentDocument({ ...common, studentKey, rows }).receipts,
  );
}
