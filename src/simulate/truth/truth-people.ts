/** Truth about people: every id of each human, planted duplicates, enrolments and the calendar. */
import { isoDate, weekday } from '../dates.ts';
import type { District } from '../district.ts';
import { beginDate, endDate } from '../enrolment-dates.ts';
import { csvRow, type RowSink } from '../row-sink.ts';

export const writePeople = (district: District, sink: RowSink): void => {
  sink.line(
    'human_id,sis_id,given_name,family_name,birth_date,sex,race,low_income,aad_object_id,upn,insights_person_id,clever_user_id,iready_id,iready_id_slip',
  );
  for (const student of district.students) {
    const p = district.census.portrait(student);
    const a = district.accounts[student.index];
    if (a === undefined) continue;
    const birth = isoDate(p.birthDay);
    sink.row(
      csvRow([
        student.human,
        a.sis,
        p.given,
        p.family,
        birth,
        p.sex,
        p.race,
        p.lowIncome,
        a.aadObject ?? '',
        a.upn,
        a.person,
        a.clever ?? '',
        a.iready ?? '',
        a.ireadySlip,
      ]),
    );
  }
};

/** Records of one human, and people who look like one human and are two. */
export const writeDuplicates = (district: District, sink: RowSink): void => {
  sink.line('kind,sis_id_a,sis_id_b,same_human');
  const idOf = (index: number): string => district.accounts[index]?.sis ?? '';
  for (const { index, human, twin } of district.students) {
    if (human !== index) sink.row(csvRow(['two_ids', idOf(human), idOf(index), 1]));
    else if (twin) sink.row(csvRow(['twins', idOf(index - 1), idOf(index), 0]));
  }
};

export const writeEnrolments = (district: District, sink: RowSink): void => {
  sink.line('sis_id,school_id,school_name,school_year,grade,begin_date,end_date,entry_reason,exit_reason');
  for (const lived of district.years) {
    for (const stint of lived.roll.stints) {
      const school = district.schools[stint.school];
      const open = stint.exit === null && lived === district.current;
      // Half-open: the end is the first school day without the student.
      const end = open ? '' : isoDate(endDate(lived, stint));
      sink.row(
        csvRow([
          district.accounts[stint.student]?.sis ?? '',
          school?.id ?? '',
          school?.name ?? '',
          lived.year.year,
          stint.grade,
          isoDate(beginDate(lived, stint)),
          end,
          stint.entry,
          stint.exit ?? '',
        ]),
      );
    }
  }
};

/** One row a school and date from the first to the last simulated date of each school year. */
export const writeCalendar = (district: District, sink: RowSink): void => {
  sink.line('school_id,school_year,calendar_date,is_school_day,is_remote,event');
  for (const { year } of district.years) {
    const stop = Math.min(
      year.last,
      year === district.current.year ? (year.days.at(-1) ?? year.last) : year.last,
    );
    for (const school of district.schools) {
      let position = -1;
      for (let day = year.first; day <= stop; day += 1) {
        const listed = year.days[position + 1] === day;
        if (listed) position += 1;
        const closed = listed && year.closures[school.index] === position;
        const open = listed && !closed;
        const remote = open && year.remote.has(position);
        const weekend = weekday(day) > 5 ? 'Weekend' : '';
        const event = closed ? 'School closed' : (year.events.get(day) ?? weekend);
        sink.row(
          csvRow([
            school.id,
            year.year,
            isoDate(day),
            open ? 1 : 0,
            remote ? 1 : 0,
            listed && !closed ? '' : event,
          ]),
        );
      }
    }
  }
};
