/** The student information system's students and demographics. */
import { shortUsDate } from '../dates.ts';
import type { District } from '../district.ts';
import { beginDate, lastDate } from '../enrolment-dates.ts';
import type { Portrait } from '../people.ts';
import { csvRow, type RowSink } from '../row-sink.ts';
import { highestGrade } from '../schools.ts';
import type { Exit, Stint } from '../stints.ts';

const studentColumns =
  'SIS ID,School SIS ID,Username,First Name,Last Name,Middle Name,Secondary Email,Student Number,Grade,State ID,Status,Birthdate,Graduation Year,Gender,FederalRaceCategory,PrimaryLanguage,ELLStatus,SpecialEducation,LowIncome,CumulativeGPA';

export const studentsHeader = studentColumns;
/** The same file after somebody ticked two boxes too many in the export screen. */
const headerWithSecrets = `${studentColumns.replace('Username,', 'Username,Password,')},Home Phone`;

export const demographicsHeader =
  'SIS ID,FederalRaceCategory,PrimaryLanguage,ELLStatus,SpecialEducation,LowIncome';

const statusWords: Readonly<Record<Exit, string>> = {
  transferred_out: 'Active',
  moved_away: 'Moved',
  private_school: 'Transferred',
  home_school: 'Home School',
  dropped_out: 'Dropped Out',
  graduated: 'Graduated',
};

export const gradeWord = (grade: number): string => (grade === 0 ? 'K' : `${grade}`);

type OnFile = { readonly stint: Stint; readonly status: string };

/** Who is on file on a date: everybody enrolled so far in the current year, with the status known by then. */
export const onFile = (district: District, date: number): OnFile[] => {
  const { current } = district;
  return current.bySeat.flatMap((rows): OnFile[] => {
    const known = rows.map((row) => current.roll.stints[row]).filter((s): s is Stint => s !== undefined);
    const stint = known.filter((s) => beginDate(current, s) <= date).at(-1);
    if (stint === undefined) return [];
    const last = lastDate(current, stint, true);
    const left = stint.exit !== null && stint.exit !== 'transferred_out' && last !== null && last < date;
    return [{ stint, status: left && stint.exit !== null ? statusWords[stint.exit] : 'Active' }];
  });
};

/** Those who left in earlier years, with the last word about them: the first load brings the office's whole file. */
export const formerStudents = (district: District): OnFile[] => {
  const here = new Set(district.current.roll.stints.map((stint) => stint.student));
  const last = new Map<number, Stint>();
  for (const lived of district.years.slice(0, -1)) {
    for (const rows of lived.bySeat) {
      const stint = lived.roll.stints[rows.at(-1) ?? -1];
      if (stint !== undefined && !here.has(stint.student)) last.set(stint.student, stint);
    }
  }
  return [...last.values()].map((stint) => ({
    stint,
    status: statusWords[stint.exit ?? leftOverSummer(stint)],
  }));
};

/** Nobody is enrolled over the summer: the oldest have their diploma, the others went elsewhere. */
const leftOverSummer = ({ grade }: Stint): Exit => (grade === highestGrade ? 'graduated' : 'moved_away');

export const emailOf = (portrait: Portrait, student: number): string =>
  `${portrait.given}${portrait.family}${student}@mail.homeroom.example`.toLowerCase();

export const writeStudents = (
  district: District,
  date: number,
  sink: RowSink,
  extra?: (student: number) => string,
  former: readonly OnFile[] = [],
): void => {
  sink.line(extra === undefined ? studentsHeader : headerWithSecrets);
  for (const { stint, status } of [...former, ...onFile(district, date)]) {
    const student = district.students[stint.student];
    if (student === undefined) continue;
    const p = district.census.portrait(student);
    const { sis, upn } = district.accounts[stint.student] ?? { sis: '', upn: '' };
    const username = upn.split('@')[0] ?? '';
    const gpa = stint.grade < 9 ? '' : (2.6 + 0.5 * district.latent.ability(student.human)).toFixed(2);
    sink.row(
      csvRow([
        sis,
        district.schools[stint.school]?.id ?? '',
        username,
        ...(extra === undefined ? [] : [extra(stint.student)]),
        p.given,
        p.family,
        p.middle,
        emailOf(p, stint.student),
        stint.student + 1,
        gradeWord(stint.grade),
        `S${7_000_000 + stint.student * 7}`,
        status,
        shortUsDate(p.birthDay),
        district.current.year.year + 12 - stint.grade,
        p.sex,
        p.race,
        p.language,
        p.englishLearner,
        p.specialEducation,
        p.lowIncome,
        gpa,
        ...(extra === undefined ? [] : [extra(stint.student)]),
      ]),
    );
  }
};

/** All students, or only those whose status as English learner ended on the date. */
export const writeDemographics = (
  district: District,
  date: number,
  sink: RowSink,
  onlyChanged: boolean,
  former: readonly OnFile[] = [],
): void => {
  sink.line(demographicsHeader);
  for (const { stint } of [...former, ...onFile(district, date)]) {
    const student = district.students[stint.student];
    if (student === undefined) continue;
    const p = district.census.portrait(student);
    const changes = p.englishLearner !== '' && stint.student % 97 === 13;
    if (onlyChanged && !changes) continue;
    const learner = onlyChanged ? 'Redesignated Fluent English Proficient' : p.englishLearner;
    const sis = district.accounts[stint.student]?.sis ?? '';
    sink.row(csvRow([sis, p.race, p.language, learner, p.specialEducation, p.lowIncome]));
  }
};
