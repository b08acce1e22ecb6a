/** Roster tables about places and times: schools, sessions, courses, classes and their Teams groups. */
import { isoDate } from '../dates.ts';
import { guid, stream } from '../random.ts';
import { academicYearId, definitions, organizationIds, sessionIds } from './roster-codes.ts';
import { nothing, type RosterNight, type RosterTable } from './roster-night.ts';

export const classTables = (night: RosterNight): Readonly<Record<string, RosterTable>> => {
  const { district, seen, since, sourceSystem, districtId } = night;
  const { current, plan, years, schools } = district;
  const start = since(current.year.first);
  const schoolId = (school: number): string => schools[school]?.id ?? '';

  return {
    Organization: (sink) => {
      const from = since(years[0]?.year.first ?? current.year.first);
      const above = `${organizationIds.district},${sourceSystem},5000,""`;
      sink.row(`${districtId},5000,${from},${seen},Simulated District,${above}`);
      for (const { id, code, name } of schools) {
        const type = `${organizationIds.school},${sourceSystem},${code},${districtId}`;
        sink.row(`${id},${code},${from},${seen},${name},${type}`);
      }
    },

    Session: (sink) => {
      for (const { year } of years) {
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
          const external = part === 0 ? `${year.year}` : `${year.year}-S${part}`;
          const parent = part === 0 ? nothing : night.sessionId(year.year, 0);
          const kind = `${academicYearId(year.year)},${type},${sourceSystem},${isoDate(from)},${parent}`;
          sink.row(
            `${night.sessionId(year.year, part)},${isoDate(to)},${external},${since(year.first)},${seen},${name},${kind}`,
          );
        });
      }
    },

    Course: (sink) => {
      for (const lived of years) {
        const written = new Set<string>();
        const session = night.sessionId(lived.year.year, 0);
        const from = since(lived.year.first);
        for (const { courseId, courseCode, courseName, school } of lived.timetable.all) {
          if (written.has(courseId)) continue;
          written.add(courseId);
          const what = `${courseName},${schoolId(school)},${sourceSystem},${courseCode}`;
          sink.row(`${courseId},${session},${courseCode},${from},${lived === current},${seen},${what}`);
        }
      }
    },

    Section: (sink) => {
      for (const lived of years) {
        const from = since(lived.year.first);
        for (const { id, code, courseName, courseId, school } of lived.timetable.all) {
          const what = `${courseName},${schoolId(school)},${sourceSystem},${code},${courseId},""`;
          sink.row(`${id},${code},${from},${seen},${what}`);
        }
      }
    },

    SectionSession: (sink) => {
      const ids = stream(plan.seed, 'section session');
      for (const lived of years) {
        const session = night.sessionId(lived.year.year, 0);
        const from = since(lived.year.first);
        for (const { id, index } of lived.timetable.all) {
          const row = guid(ids, lived.year.year * 1_000_000 + index);
          sink.row(`${row},${from},${lived === current},${seen},${id},${session}`);
        }
      }
    },

    AadGroup: (sink) => {
      const groups = stream(plan.seed, 'aad group');
      for (const { id, index, code, courseName } of current.timetable.all) {
        const mail = `${code}@homeroom.example,${code},Section_${code}`;
        sink.row(`${guid(groups, index)},${courseName},${start},${seen},${mail},${id}`);
      }
    },

    RefDefinition: (sink) => {
      for (const { id, code, type } of definitions(plan.schoolYears)) {
        sink.row(`${id},${code},${start},${seen},homeroom.example,${type},10`);
      }
    },
  };
};
