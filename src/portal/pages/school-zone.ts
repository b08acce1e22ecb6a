// What the pages of a school share: their folder, the way up, and what they are about.
import { datumOf, type Facts } from '../../pages/find-facts.ts';
import { at, type Link } from '../frame.ts';
import { firstFolderOf, folderOf, type Spoken } from '../language-folders.ts';
import type { Build } from '../site-input.ts';

/** The words that the builder speaks, and the district's other languages. */
export const spokenOf = ({ basis, words, frame }: Build): Spoken => ({
  release: basis.release,
  lang: words.lang,
  languages: frame.languages,
});

export const districtZone = (build: Build): string => folderOf(spokenOf(build), { kind: 'district' });

export const zoneOf = (build: Build, school: string): string =>
  folderOf(spokenOf(build), { kind: 'school', school });

/** Where the pages stand that are in the first language alone. */
export const firstZoneOf = (build: Build, school: string): string =>
  firstFolderOf(spokenOf(build), { kind: 'school', school });

export const isFirst = ({ words, frame }: Build): boolean => words.lang === frame.languages[0];

export const homeLink = (build: Build): Link => ({
  href: at(`${districtZone(build)}index.html`),
  text: build.basis.district.name,
});

export function aboutOf({ words }: Build, facts: Facts): string[] {
  const students = datumOf(words, facts.find({ metric: 'enrollment', aspect: 'total' }));
  return [
    words.say('portal.about.period', { period: facts.document.period.label }),
    students.state === 'known' && students.value !== null
      ? words.say('portal.about.students', { n: students.value })
      : students.state === 'hidden'
        ? words.say('portal.about.students_hidden')
        : words.say('portal.about.students', { n: 0 }),
  ];
}

export const gradeName = ({ words }: Build, grade: string) =>
  words.say('portal.grade.title', { grade: grade.replace(/^0+(?=\d)/, '') });

/** Where the pages with names of a school stand. */
export const namedZone = (build: Build, school: string): string =>
  firstFolderOf(spokenOf(build), { kind: 'named', school });

export const schoolLink = (build: Build, school: string, name: string): Link => ({
  href: at(`${zoneOf(build, school)}index.html`),
  text: name,
});
