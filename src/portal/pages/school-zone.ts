// What the pages of a school share: their folder, the way up, and what they are about.
import { datumOf, type Facts } from '../../pages/find-facts.ts';
import { at, type Link } from '../frame.ts';
import type { Build } from '../site-input.ts';
import { zoneFolder } from '../zones.ts';

export const zoneOf = (build: Build, school: string) =>
  `${build.basis.release}/${zoneFolder({ kind: 'school', school })}`;

export const homeLink = (build: Build): Link => ({
  href: at(`${build.basis.release}/${zoneFolder({ kind: 'district' })}index.html`),
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
export const namedZone = ({ basis }: Build, school: string): string =>
  `${basis.release}/${zoneFolder({ kind: 'named', school })}`;

export const schoolLink = (build: Build, school: string, name: string): Link => ({
  href: at(`${zoneOf(build, school)}index.html`),
  text: name,
});
