// Pages in several languages: those of the first, the staff's, lie in the zone's folder, those of each other in a folder of it.
import { LANGUAGE_NAMES, type Language } from '../words/languages.ts';
import { type Zone, zoneFolder } from './zones.ts';

export interface Spoken {
  readonly release: string;
  /** Of the page. */
  readonly lang: Language;
  /** Of the district, the staff's first. */
  readonly languages: readonly Language[];
}

/** Where pages of a zone stand in this language; overview, classes and pages with names are in the first alone. */
export function folderOf({ release, lang, languages }: Spoken, zone: Zone): string {
  return `${release}/${zoneFolder(zone)}${ownFolder(lang, languages)}`;
}

/** The same folder in the staff's language. */
export const firstFolderOf = ({ release }: Pick<Spoken, 'release'>, zone: Zone): string =>
  `${release}/${zoneFolder(zone)}`;

const ownFolder = (lang: Language, languages: readonly Language[]): string =>
  lang === languages[0] ? '' : `${lang}/`;

export interface InLanguage {
  readonly lang: Language;
  readonly name: string;
  readonly key: string;
}

/** The same page in each other language of the district. */
export function otherLanguages({ lang, languages }: Spoken, key: string): readonly InLanguage[] {
  const cut = key.lastIndexOf('/') + 1;
  const own = ownFolder(lang, languages);
  const base = own === '' ? key.slice(0, cut) : key.slice(0, cut - own.length);
  return languages
    .filter((other) => other !== lang)
    .map((other) => ({
      lang: other,
      name: LANGUAGE_NAMES[other],
      key: `${base}${ownFolder(other, languages)}${key.slice(cut)}`,
    }));
}
