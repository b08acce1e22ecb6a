// A student's sheet for staff, or the page for the family: HTML and paper from one release, with a name only where one is given.
import type { District } from '../../lib/district.ts';
import { HomeroomError } from '../errors/homeroom-error.ts';
import { districtOf, periodOf, reportYear, sourceAges } from '../facts/build-documents.ts';
import type { Receipt } from '../facts/draft.ts';
import type { FactsDocument } from '../facts/facts-document.ts';
import { type AskRows, askFactRows } from '../facts/rows.ts';
import { familyPage } from '../pages/family-page.ts';
import type { PageModel } from '../pages/page-model.ts';
import { renderHtml } from '../pages/render-html.ts';
import { studentSheet } from '../pages/student-sheet.ts';
import { attendanceTarget, chronicPercent } from '../reports/district-limits.ts';
import type { Language } from '../words/languages.ts';
import { type Words, words as wordsIn } from '../words/words.ts';
import { studentDocument } from './student-document.ts';
import { studentRecord } from './student-record.ts';
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
  const told = await askFactRows(rows);
  const basis = { rows: told, runDate, lateDays: district.reports.lateDays };
  const year = reportYear(basis);
  if (year === undefined) throw new NoStudentError();
  const own = await askStudentRows(rows, studentKey, year);
  if (own.years.length === 0) throw new NoStudentError();
  const { document, receipts } = studentDocument({
    studentKey,
    district: districtOf({ district: { key: district.district, name: district.name } }),
    release,
    runDate,
    year,
    rows: own,
    sources: sourceAges(basis),
    periodOf: (y) => periodOf(basis, y),
  });
  const words = wordsIn(lang);
  const record = studentRecord(own, year, words, attendanceTarget(district));
  const names = input.name === null ? null : { student: input.name };
  const setting = {
    words,
    narrative: { headline: headline(document, words), paragraphs: [], cannot_say: [], questions: [] },
    printed: runDate,
    contacts: district.reports.contacts,
    receiptsAt: district.reports.portal ?? `release ${release}`,
    others: [],
    limits: { chronicAbsence: chronicPercent(district) },
  };
  const model =
    input.reader === 'family'
      ? familyPage(document, record, names, setting)
      : studentSheet(document, record, names, setting);
  return { model, html: renderHtml(model), document, receipts };
}

/** One sentence of days: this year so far beside all of last year, both said with their span. */
function headline(document: FactsDocument, words: Words): string {
  const missed = (label: string) =>
    document.facts.find((f) => f.metric === 'days_missed' && f.group === null && f.period.label === label)
      ?.value;
  const now = missed(document.period.label);
  if (now === null || now === undefined) return words.say('sheet.headline.none');
  const before = document.facts.find(
    (f) => f.metric === 'days_missed' && f.period.label !== document.period.label,
  );
  return before?.value == null
    ? words.say('sheet.headline.now', { n: now })
    : words.say('sheet.headline.both', { n: now, before: before.value });
}
