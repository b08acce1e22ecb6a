/** The nightly roster of Education Insights: a full set of tables without header lines, as known on a date. */
import { isoDate } from '../dates.ts';
import type { District, YearLived } from '../district.ts';
import { beginDate, lastDate } from '../enrolment-dates.ts';
import { familyName, givenName } from '../names.ts';
import { guid, stream } from '../random.ts';
import type { RowSink } from '../row-sink.ts';
import { coursesIn } from '../sections.ts';
import type { Stint } from '../stints.ts';
import {
  academicYearId,
  definitions,
  gradeId,
  organizationIds,
  roleIds,
  sectionRoleIds,
  sessionIds,
  sexIds,
} from './roster-codes.ts';
import { emailOf } from './sis-students.ts';

type Writer = (sink: RowSink) => void;

/** Missing values are two quotes in this export. */
const nothing = '""';

export const rosterTables = (district: District, date: number): Readonly<Record<string, Writer>> => {
  const seed = district.plan.seed;
  const seen = `${isoDate(date)}T06:16:22.000Z`;
  const since = (day: number): string => `${isoDate(day)}T06:05:11.000Z`;
  const ids = {
    system: guid(stream(seed, 'source system'), 0),
    district: guid(stream(seed, 'district'), 0),
    session: stream(seed, 'session'),
    role: (year: number, place: number) => guid(stream(seed, `role row ${year}`), place),
    enrolment: stream(seed, 'enrolment row'),
    teacher: stream(seed, 'teacher'),
    group: stream(seed, 'aad group'),
    row: stream(seed, 'roster row'),
  };
  const { system } = ids;
  const sessionId = (year: number, part: number): string => guid(ids.session, year * 4 + part);
  const teacherNames = stream(seed, 'teacher names');
  const known = (lived: YearLived, stint: Stint): boolean => beginDate(lived, stint) <= date;
  /** The last day of a stint, once it is past. */
  const ended = (lived: YearLived, stint: Stint): string => {
    const last = lastDate(lived, stint, lived === district.current);
    return last !== null && last < date ? isoDate(last) : nothing;
  };

  const firstSeen = new Map<number, number>();
  for (const lived of district.years) {
    for (const stint of lived.roll.stints) {
      if (!known(lived, stint)) continue;
      const begin = beginDate(lived, stint);
      if (begin < (firstSeen.get(stint.student) ?? Number.POSITIVE_INFINITY))
        firstSeen.set(stint.student, begin);
    }
  }
  const teachers = [...new Set(district.current.timetable.all.map((s) => s.teacher))].sort((a, b) => a - b);
  const start = district.current.year.first;

  const eachStudent = (write: (student: number, from: string) => void): void => {
    for (const [student, day] of firstSeen) write(student, since(day));
  };

  const people: Writer = (sink) => {
    eachStudent((student, from) => {
      const record = district.students[student];
      if (record === undefined) return;
      const p = district.census.portrait(record);
      const { person } = district.accounts[student] ?? { person: '' };
      sink.row(`${person},${from},${seen},${p.given},${p.middle},"","","",${p.family}`);
    });
    for (const t of teachers) {
      const names = `${givenName(teacherNames, t)},"","","","",${familyName(teacherNames, t)}`;
      sink.row(`${guid(ids.teacher, t * 2)},${since(start)},${seen},${names}`);
    }
  };

  const accounts: Writer = (sink) => {
    eachStudent((student, from) => {
      const record = district.students[student];
      const account = district.accounts[student];
      if (record === undefined || account?.aadObject === undefined || account.aadObject === null) return;
      const p = district.census.portrait(record);
      const nick = account.upn.split('@')[0] ?? '';
      sink.row(
        `${account.aadObject},Student_${account.sis},${p.given} ${p.family},${from},${p.given},${seen},${emailOf(p, student)},${nick},Student,${p.family},${account.upn},${account.sis},""`,
      );
    });
    for (const t of teachers) {
      const given = givenName(teacherNames, t);
      const family = familyName(teacherNames, t);
      const nick = `${given}.${family}.t${t}`;
      sink.row(
        `${guid(ids.teacher, t * 2 + 1)},Teacher_tc${t},${given} ${family},${since(start)},${given},${seen},${nick}@mail.homeroom.example,${nick},Teacher,${family},${nick}@homeroom.example,"",tc${t}`,
      );
    }
  };

  const mapping: Writer = (sink) => {
    eachStudent((student, from) => {
      const account = district.accounts[student];
      if (account?.aadObject) sink.row(`${account.aadObject},${from},${seen},${account.person}`);
    });
    for (const t of teachers) {
      sink.row(`${guid(ids.teacher, t * 2 + 1)},${since(start)},${seen},${guid(ids.teacher, t * 2)}`);
    }
  };

  const demographics: Writer = (sink) => {
    eachStudent((student, from) => {
      const record = district.students[student];
      if (record === undefined) return;
      const p = district.census.portrait(record);
      const { person } = district.accounts[student] ?? { person: '' };
      sink.row(`${person},${from},${seen},"","",${isoDate(p.birthDay)},"",${sexIds[p.sex] ?? nothing}`);
    });
  };

  const roles: Writer = (sink) => {
    for (const lived of district.years) {
      const { year } = lived.year;
      const active = lived === district.current;
      lived.roll.stints.forEach((stint) => {
        if (!known(lived, stint)) return;
        const { sis, person } = district.accounts[stint.student] ?? { sis: '', person: '' };
        const begin = beginDate(lived, stint);
        const end = ended(lived, stint);
        // The id must not change when a later stint appears, so it hangs on the student, the year and the first day.
        const id = ids.role(year, stint.student * 256 + stint.from);
        const school = district.schools[stint.school]?.id ?? '';
        sink.row(
          `${id},Role_${sis}_${year},${since(begin)},${active && end === nothing},${seen},${school},${person},${roleIds.student},${sessionId(year, 0)},${system},true,${gradeId(stint.grade)},${isoDate(begin)},${end}`,
        );
      });
    }
    const year = district.current.year.year;
    for (const t of teachers) {
      const school = district.schools[Math.floor(t / 1000)]?.id ?? '';
      sink.row(
        `${ids.role(0, t)},Role_tc${t}_${year},${since(start)},true,${seen},${school},${guid(ids.teacher, t * 2)},${roleIds.teacher},${sessionId(year, 0)},${system},true,"",${isoDate(start)},""`,
      );
    }
  };

  const organizations: Writer = (sink) => {
    const from = since(district.years[0]?.year.first ?? start);
    sink.row(
      `${ids.district},5000,${from},${seen},Simulated District,${organizationIds.district},${system},5000,""`,
    );
    for (const school of district.schools) {
      sink.row(
        `${school.id},${school.code},${from},${seen},${school.name},${organizationIds.school},${system},${school.code},${ids.district}`,
      );
    }
  };

  const sessions: Writer = (sink) => {
    for (const { year } of district.years) {
      const turn = year.first + 150;
      const parts = [
        {
          name: `${year.year - 1}-${year.year}`,
          from: year.first,
          to: year.last,
          type: sessionIds.schoolYear,
        },
        { name: `Fall ${year.year - 1}`, from: year.first, to: turn, type: sessionIds.semester },
        { name: `Spring ${year.year}`, from: turn + 1, to: year.last, type: sessionIds.semester },
      ];
      parts.forEach(({ name, from, to, type }, part) => {
        const parent = part === 0 ? nothing : sessionId(year.year, 0);
        const external = part === 0 ? `${year.year}` : `${year.year}-S${part}`;
        sink.row(
          `${sessionId(year.year, part)},${isoDate(to)},${external},${since(year.first)},${seen},${name},${academicYearId(year.year)},${type},${system},${isoDate(from)},${parent}`,
        );
      });
    }
  };

  const courses: Writer = (sink) => {
    for (const lived of district.years) {
      const written = new Set<string>();
      for (const s of lived.timetable.all) {
        if (written.has(s.courseId)) continue;
        written.add(s.courseId);
        const school = district.schools[s.school];
        const active = lived === district.current;
        sink.row(
          `${s.courseId},${sessionId(lived.year.year, 0)},${s.courseCode},${since(lived.year.first)},${active},${seen},${s.courseName},${school?.id ?? ''},${system},${s.courseCode}`,
        );
      }
    }
  };

  const sections: Writer = (sink) => {
    for (const lived of district.years) {
      for (const s of lived.timetable.all) {
        const school = district.schools[s.school]?.id ?? '';
        sink.row(
          `${s.id},${s.code},${since(lived.year.first)},${seen},${s.courseName},${school},${system},${s.code},${s.courseId},""`,
        );
      }
    }
  };

  const sectionSessions: Writer = (sink) => {
    for (const lived of district.years) {
      const active = lived === district.current;
      lived.timetable.all.forEach((s, i) => {
        const id = guid(ids.row, lived.year.year * 1_000_000 + i);
        sink.row(
          `${id},${since(lived.year.first)},${active},${seen},${s.id},${sessionId(lived.year.year, 0)}`,
        );
      });
    }
  };

  const groups: Writer = (sink) => {
    district.current.timetable.all.forEach((s, i) => {
      sink.row(
        `${guid(ids.group, i)},${s.courseName},${since(start)},${seen},${s.code}@homeroom.example,${s.code},Section_${s.code},${s.id}`,
      );
    });
  };

  const enrolments: Writer = (sink) => {
    const lived = district.current;
    lived.roll.stints.forEach((stint) => {
      if (!known(lived, stint)) return;
      const { person } = district.accounts[stint.student] ?? { person: '' };
      const begin = beginDate(lived, stint);
      const end = ended(lived, stint);
      for (let course = 0; course < coursesIn(stint.grade); course += 1) {
        const section = lived.timetable.sectionOf(stint.student, stint.school, stint.grade, course);
        if (section === undefined) continue;
        const id = guid(ids.enrolment, (stint.student * 256 + stint.from) * 8 + course);
        sink.row(
          `${id},e${stint.student}-${stint.from}-${course},${since(begin)},${end === nothing},${seen},${person},${sectionRoleIds.student},${section.id},${system},${isoDate(begin)},${end},false`,
        );
      }
    });
    lived.timetable.all.forEach((s, i) => {
      const id = guid(ids.enrolment, 3_500_000_000 + i);
      sink.row(
        `${id},t${i},${since(start)},true,${seen},${guid(ids.teacher, s.teacher * 2)},${sectionRoleIds.teacher},${s.id},${system},${isoDate(start)},"",true`,
      );
    });
  };

  const references: Writer = (sink) => {
    for (const { id, code, type } of definitions(district.plan.schoolYears)) {
      sink.row(`${id},${code},${since(start)},${seen},homeroom.example,${type},10`);
    }
  };

  return {
    AadGroup: groups,
    AadUser: accounts,
    AadUserPersonMapping: mapping,
    Course: courses,
    Enrollment: enrolments,
    Organization: organizations,
    Person: people,
    PersonDemographic: demographics,
    PersonOrganizationRole: roles,
    PersonRelationship: () => {},
    RefDefinition: references,
    Section: sections,
    SectionSession: sectionSessions,
    Session: sessions,
  };
};
