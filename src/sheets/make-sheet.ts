// A student's sheet for staff, or the page for the family: HTML and paper from one release, with a name only where one is given.
import type { District } from '../../lib/district.ts';
import { askItems } from '../checkin/read-checkins.ts';
import { HomeroomError } from '../errors/homeroom-error.ts';
import { reportYear } from '../facts/build-documents.ts';
import type { Receipt } from '../facts/draft.ts';
import type { FactsDocument } from '../facts/facts-document.ts';
import { type AskRows, askFactRows } from '../facts/rows.ts';
import { familyPage } from '../pages/family-page.ts';
import type { PageModel } from '../pages/page-model.ts';
import { renderHtml } from '../pages/render-html.ts';
import { studentSheet } from '../pages/student-sheet.ts';
import type { Language } from '../words/languages.ts';
import { words as wordsIn } from '../words/words.ts';
import { sheetParts } from './sheet-parts.ts';
import { askStudentRows } from './student-rows.ts';

export interface SheetInput {
  readonly rows: AskRows;
  readonly district: District;
  readonly release: string;
  readonly runDate: string;
  readonly studentKey: string;
  readonly reader: 'staff' | 'family';
  readonly lang: Language;
  /** The student's name; null for a sheet with the key alone. */
  readonly name: string | null;
}

export interface Sheet {
  readonly model: PageModel;
  readonly html: string;
  readonly document: FactsDocument;
  readonly receipts: readonly Receipt[];
}

export class NoStudentError extends HomeroomError {
  constructor() {
    super('NO_STUDENT', 'The release knows nothing of a student with this key in this school year.', {
      where: '--student',
      mend: 'Take a key from student_engagement or from the check-in list.',
    });
  }
}

/** @throws NoStudentError */
export async function makeSheet(input: SheetInput): Promise<Sheet> {
  const { rows, district, release, runDate, studentKey, lang } = input;
  const basis = { rows: await askFactRows(rows), runDate, lateDays: district.reports.lateDays };
  const year = reportYear(basis);
  if (year === undefined) throw new NoStudentError();
  const own = (await askStudentRows(rows, [studentKey], year)).get(studentKey);
  if (own === undefined || own.years.length === 0) throw new NoStudentError();
  const words = wordsIn(lang);
  const parts = sheetParts({
    basis: { ...basis, release, district: { key: district.district, name: district.name } },
    district,
    words,
    year,
    studentKey,
    rows: own,
    items: await askItems(rows, studentKey),
    receiptsAt: district.reports.portal ?? `release ${release}`,
  });
  const names = input.name === null ? null : { student: input.name };
  const made = input.reader === 'family' ? familyPage : studentSheet;
  const model = made(parts.document, parts.record, names, parts.setting);
  return { model, html: renderHtml(model), document: parts.document, receipts: parts.receipts };
}
