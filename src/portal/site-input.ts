// What the site is made from: facts with their hidden cells, rows of marts, check-ins and models, all of one release.
import type { District } from '../../lib/district.ts';
import type { ReadCheckins } from '../checkin/read-checkins.ts';
import type { ReportBasis } from '../facts/build-documents.ts';
import type { FactsDocument } from '../facts/facts-document.ts';
import type { Narrative } from '../narrate/narrative.ts';
import type { Evaluation } from '../registry/evaluation.ts';
import type { TaskEntry } from '../registry/registry.ts';
import type { StudentRows } from '../sheets/student-rows.ts';
import type { Language } from '../words/languages.ts';
import type { Words } from '../words/words.ts';
import type { Frame } from './frame.ts';
import type { WeekRows } from './overview/week-rows.ts';
import type { PortalRows } from './rows.ts';

export interface ModelInUse {
  readonly task: string;
  readonly entry: TaskEntry;
  readonly evaluation: Evaluation | undefined;
}

export interface Paper {
  readonly kind: 'district' | 'school';
  readonly key: string;
  readonly lang: Language;
  readonly sheet: 'letter' | 'a4';
  /** The key of its bytes in the lake. */
  readonly from: string;
}

/** A language in which pages are made, beside that of the staff. */
export interface OtherLanguage {
  readonly words: Words;
  readonly narrate: (document: FactsDocument) => Narrative;
}

export interface SiteInput {
  readonly basis: ReportBasis;
  readonly district: District;
  readonly words: Words;
  /** Limits of the district's measures, shares 0 to 1. */
  readonly limits: { readonly chronic: number; readonly target: number; readonly online: number };
  readonly rows: PortalRows;
  readonly weeks: WeekRows | null;
  readonly checkins: ReadCheckins;
  /** What is known of the students on a list, by key. */
  readonly students: ReadonlyMap<string, StudentRows>;
  readonly models: readonly ModelInUse[];
  readonly narrate: (document: FactsDocument) => Narrative;
  /** The district's languages beside that of `words`. */
  readonly others: readonly OtherLanguage[];
  /** Sheets to print, where reports were made. */
  readonly papers: readonly Paper[];
}

/** What every page builder gets. */
export interface Build extends SiteInput {
  readonly frame: Frame;
  readonly documents: { readonly district: FactsDocument; readonly schools: readonly FactsDocument[] };
}
