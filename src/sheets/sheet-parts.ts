// What every sheet of a student is made from, on paper, on a page by itself, and in the portal: facts, record, and setting.
import type { District } from '../../lib/district.ts';
import { itemWords } from '../checkin/item-words.ts';
import type { ListedItem } from '../checkin/read-checkins.ts';
import { districtOf, periodOf, type ReportBasis, sourceAges } from '../facts/build-documents.ts';
import type { Receipt } from '../facts/draft.ts';
import type { FactsDocument } from '../facts/facts-document.ts';
import type { PageSetting } from '../pages/setting.ts';
import type { StudentRecord } from '../pages/student-record.ts';
import { attendanceTarget, chronicPercent } from '../reports/district-limits.ts';
import type { Words } from '../words/words.ts';
import { studentDocument } from './student-document.ts';
import { studentRecord } from './student-record.ts';
import type { StudentRows } from './student-rows.ts';

export interface SheetBasis {
  readonly basis: Pick<ReportBasis, 'rows' | 'runDate' | 'lateDays' | 'release' | 'district'>;
  readonly district: District;
  readonly words: Words;
  /** The school year in which it ends. */
  readonly year: number;
  readonly studentKey: string;
  readonly rows: StudentRows;
  /** Of the check-in list. */
  readonly items: readonly ListedItem[];
  readonly receiptsAt: string;
}

export interface SheetParts {
  readonly document: FactsDocument;
  readonly record: StudentRecord;
  readonly receipts: readonly Receipt[];
  readonly setting: PageSetting;
}

export function sheetParts(sheet: SheetBasis): SheetParts {
  const { basis, district, words, year, studentKey, rows, items, receiptsAt } = sheet;
  const { document, receipts } = studentDocument({
    studentKey,
    district: districtOf(basis),
    release: basis.release,
    runDate: basis.runDate,
    year,
    rows,
    sources: sourceAges(basis),
    periodOf: (y) => periodOf(basis, y),
  });
  const said = items.map((item) => itemWords({ words, district }, item));
  return {
    document,
    receipts,
    record: studentRecord(rows, year, words, attendanceTarget(district), said),
    setting: {
      words,
      narrative: { headline: headline(document, words), paragraphs: [], cannot_say: [], questions: [] },
      printed: basis.runDate,
      contacts: district.reports.contacts,
      receiptsAt,
      others: [],
      limits: { chronicAbsence: chronicPercent(district) },
    },
  };
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
