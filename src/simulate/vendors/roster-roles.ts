/** Roster tables about belonging: roles of people at schools and in classes. */
import { isoDate } from '../dates.ts';
import { beginDate } from '../enrolment-dates.ts';
import { guid, stream } from '../random.ts';
import { coursesIn } from '../sections.ts';
import { gradeId, roleIds, sectionRoleIds } from './roster-codes.ts';
import { nothing, type RosterNight, type RosterTable } from './roster-night.ts';

/** The full history of the years is kept; classes only for the current one. */
export const roleTables = (night: RosterNight): Readonly<Record<string, RosterTable>> => {
  const { district, seen, since, sourceSystem } = night;
  const { current, plan } = district;
  const start = current.year.first;

  const roles: RosterTable = (sink) => {
    for (const lived of district.years) {
      const { year } = lived.year;
      // A row keeps its id when a later stint appears: it hangs on the student, the year and the first day.
      const ids = stream(plan.seed, `role row ${year}`);
      const session = night.sessionId(year, 0);
      for (const stint of lived.roll.stints) {
        if (!night.known(lived, stint)) continue;
        const { sis, person } = district.accounts[stint.student] ?? { sis: '', person: '' };
        const begin = beginDate(lived, stint);
        const end = night.ended(lived, stint);
        const active = lived === current && end === nothing;
        const id = guid(ids, stint.student * 256 + stint.from);
        const where = `${district.schools[stint.school]?.id ?? ''},${person},${roleIds.student},${session}`;
        const times = `${gradeId(stint.grade)},${isoDate(begin)},${end}`;
        sink.row(
          `${id},Role_${sis}_${year},${since(begin)},${active},${seen},${where},${sourceSystem},true,${times}`,
        );
      }
    }
    const ids = stream(plan.seed, 'role row of a teacher');
    const session = night.sessionId(current.year.year, 0);
    for (const t of night.teachers) {
      const school = district.schools[Math.floor(t / 1000)]?.id ?? '';
      const where = `${school},${night.teacherPerson(t)},${roleIds.teacher},${session}`;
      const times = `"",${isoDate(start)},""`;
      sink.row(
        `${guid(ids, t)},Role_tc${t}_${current.year.year},${since(start)},true,${seen},${where},${sourceSystem},true,${times}`,
      );
    }
  };

  const enrolments: RosterTable = (sink) => {
    const ids = stream(plan.seed, 'enrolment row');
    for (const stint of current.roll.stints) {
      if (!night.known(current, stint)) continue;
      const { person } = district.accounts[stint.student] ?? { person: '' };
      const begin = beginDate(current, stint);
      const end = night.ended(current, stint);
      for (let course = 0; course < coursesIn(stint.grade); course += 1) {
        const section = current.timetable.sectionOf(stint.student, stint.school, stint.grade, course);
        if (section === undefined) continue;
        const id = guid(ids, (stint.student * 256 + stint.from) * 8 + course);
        const role = `${person},${sectionRoleIds.student},${section.id},${sourceSystem}`;
        sink.row(
          `${id},e${stint.student}-${stint.from}-${course},${since(begin)},${end === nothing},${seen},${role},${isoDate(begin)},${end},false`,
        );
      }
    }
    const teaching = stream(plan.seed, 'teaching row');
    for (const { index, teacher, id } of current.timetable.all) {
      const role = `${night.teacherPerson(teacher)},${sectionRoleIds.teacher},${id},${sourceSystem}`;
      sink.row(
        `${guid(teaching, index)},t${index},${since(start)},true,${seen},${role},${isoDate(start)},"",true`,
      );
    }
  };

  return { PersonOrganizationRole: roles, Enrollment: enrolments };
};
