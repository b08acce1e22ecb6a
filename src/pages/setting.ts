// What a page needs besides its facts: words, narrative, whom to call, and where the receipts stand.
import type { Narrative } from '../narrate/narrative.ts';
import type { Language } from '../words/languages.ts';
import type { Words } from '../words/words.ts';

export interface Contact {
  readonly name: string;
  /** A telephone number or mail address, as people write it. */
  readonly reach: string;
}

export interface PageSetting {
  readonly words: Words;
  readonly narrative: Narrative;
  /** ISO date. */
  readonly printed: string;
  readonly contacts: readonly Contact[];
  /** Where the receipts of this page can be looked up; spelled out at its foot. */
  readonly receiptsAt: string;
  /** The same page in other languages. */
  readonly others: readonly { readonly lang: Language; readonly href: string }[];
  /** The district's own limits, per cent. */
  readonly limits: { readonly chronicAbsence: number };
}
