/** Roster tables about people: persons, their accounts, the link between both, and birth dates. */
import { isoDate } from '../dates.ts';
import { familyName, givenName } from '../names.ts';
import type { Accounts, Portrait } from '../people.ts';
import { stream } from '../random.ts';
import { sexIds } from './roster-codes.ts';
import { nothing, type RosterNight, type RosterTable } from './roster-night.ts';
import { emailOf } from './sis-students.ts';

export const peopleTables = (night: RosterNight): Readonly<Record<string, RosterTable>> => {
  const { district, seen, since, teachers } = night;
  const names = stream(district.plan.seed, 'teacher names');
  const start = since(district.current.year.first);

  const eachStudent = (
    write: (from: string, p: Portrait, account: Accounts, student: number) => void,
  ): void => {
    for (const [student, day] of night.firstSeen) {
      const record = district.students[student];
      const account = district.accounts[student];
      if (record !== undefined && account !== undefined) {
        write(since(day), district.census.portrait(record), account, student);
      }
    }
  };

  return {
    Person: (sink) => {
      eachStudent((from, p, { person }) => {
        sink.row(`${person},${from},${seen},${p.given},${p.middle},"","","",${p.family}`);
      });
      for (const t of teachers) {
        const name = `${givenName(names, t)},"","","","",${familyName(names, t)}`;
        sink.row(`${night.teacherPerson(t)},${start},${seen},${name}`);
      }
    },

    AadUser: (sink) => {
      eachStudent((from, p, { aadObject, sis, upn }, student) => {
        if (aadObject === null) return;
        const nick = upn.split('@')[0] ?? '';
        const who = `${from},${p.given},${seen},${emailOf(p, student)},${nick},Student,${p.family},${upn},${sis},""`;
        sink.row(`${aadObject},Student_${sis},${p.given} ${p.family},${who}`);
      });
      for (const t of teachers) {
        const given = givenName(names, t);
        const family = familyName(names, t);
        const nick = `${given}.${family}.t${t}`;
        const mail = `${nick}@mail.homeroom.example`;
        const who = `${start},${given},${seen},${mail},${nick},Teacher,${family},${nick}@homeroom.example,"",tc${t}`;
        sink.row(`${night.teacherAccount(t)},Teacher_tc${t},${given} ${family},${who}`);
      }
    },

    AadUserPersonMapping: (sink) => {
      eachStudent((from, _, { aadObject, person }) => {
        if (aadObject !== null) sink.row(`${aadObject},${from},${seen},${person}`);
      });
      for (const t of teachers) {
        sink.row(`${night.teacherAccount(t)},${start},${seen},${night.teacherPerson(t)}`);
      }
    },

    PersonDemographic: (sink) => {
      eachStudent((from, p, { person }) => {
        sink.row(`${person},${from},${seen},"","",${isoDate(p.birthDay)},"",${sexIds[p.sex] ?? nothing}`);
      });
    },
  };
};
