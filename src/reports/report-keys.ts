// Where the pages of a release, their facts and their receipts lie.
import type { Language } from '../words/languages.ts';

export const reportPrefix = (release: string) => `reports/${release}`;
export const factsKey = (release: string, kind: string, key: string) =>
  `${reportPrefix(release)}/facts/${kind}-${safe(key)}.json`;
/** The documents of all grades or all classes of a school, one a line. */
export const factsListKey = (release: string, kind: 'grade' | 'section', school: string) =>
  `${reportPrefix(release)}/facts/${kind}s-${safe(school)}.ndjson`;
export const receiptsKey = (release: string) => `${reportPrefix(release)}/receipts.ndjson`;
/** Of the lists, whose readers see counts that pages hide. */
export const listReceiptsKey = (release: string) => `${reportPrefix(release)}/receipts-lists.ndjson`;
/** Of the pages of students who are on a list. */
export const studentReceiptsKey = (release: string) => `${reportPrefix(release)}/receipts-students.ndjson`;
/** Sheets that were asked for, one by one. */
export const sheetsPrefix = (release: string) => `sheets/${release}`;
export const hiddenKey = (release: string) => `${reportPrefix(release)}/hidden.json`;
export const pageKey = (release: string, lang: Language, kind: string, key: string, form: string) =>
  `${reportPrefix(release)}/pages/${lang}/${kind}-${safe(key)}.${form}`;
export const reportKey = (release: string) => `${reportPrefix(release)}/report.json`;

/** A key of a source may hold anything; a file name may not. */
const safe = (key: string) => encodeURIComponent(key).replaceAll('%', '~');
