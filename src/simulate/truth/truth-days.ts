/** Truth by day: one letter a school day for presence, one a date for use, and the chances behind the absences. */
import { isoDate } from '../dates.ts';
import type { District, YearLived } from '../district.ts';
import { weeksInYear } from '../engagement.ts';
import { beginDate, endDate } from '../enrolment-dates.ts';
import { cellLetters } from '../presence.ts';
import type { RowSink } from '../row-sink.ts';

const letters = Array.from(cellLetters, (letter) => letter.charCodeAt(0));

/**
 * `days` has one letter a school day of the district, in order (dates in calendar.csv): `.` not enrolled or school
 * closed, P T E U A R Z as in the files, `h` morning only, `H` afternoon only.
 */
export const writePresence = (district: District, lived: YearLived, sink: RowSink): void => {
  const width = lived.year.days.length;
  sink.line('sis_id,school_id,school_year,first_day,days');
  const first = isoDate(lived.year.days[0] ?? 0);
  lived.roll.stints.forEach((stint, row) => {
    const days = lived.presence.cells.subarray(row * width, (row + 1) * width);
    const text = String.fromCharCode(...Array.from(days, (state) => letters[state] ?? 46));
    const sis = district.accounts[stint.student]?.sis ?? '';
    sink.row(`${sis},${district.schools[stint.school]?.id ?? ''},${lived.year.year},${first},${text}`);
  });
};

/**
 * `engagement` holds a number a week, in hundredths. With model.json it gives back every day's chance; the sum over
 * the enrolled days and the chance on the last one are here ready-made.
 */
export const writeHazards = (district: District, lived: YearLived, sink: RowSink): void => {
  sink.line('sis_id,school_id,school_year,expected_absent_days,last_day_hazard,engagement');
  lived.roll.stints.forEach((stint, row) => {
    const offset = stint.seat * weeksInYear;
    const weeks = Array.from(lived.roll.engagement.subarray(offset, offset + weeksInYear), (e) =>
      Math.round(e * 100),
    );
    const expected = (lived.presence.expected[row] ?? 0).toFixed(4);
    const last = (lived.presence.lastHazard[row] ?? 0).toFixed(5);
    const sis = district.accounts[stint.student]?.sis ?? '';
    sink.row(
      `${sis},${district.schools[stint.school]?.id ?? ''},${lived.year.year},${expected},${last},${weeks.join(' ')}`,
    );
  });
};

/**
 * `portal`: a digit a date from first_date on, the number of logins, `.` when not enrolled; whether the portal's files
 * tell of a date or not. `office`: a digit a school day, the number of signals.
 */
export const writeDigital = (district: District, lived: YearLived, sink: RowSink): void => {
  const { year, usage } = lived;
  const lastDay = lived === district.current ? (year.days.at(-1) ?? year.last) : year.last;
  sink.line('sis_id,school_id,school_year,first_date,portal,office');
  const first = isoDate(year.first);
  lived.roll.stints.forEach((stint, row) => {
    const account = district.accounts[stint.student];
    const from = beginDate(lived, stint);
    const to = endDate(lived, stint);
    let portal = '';
    for (let day = year.first; day <= lastDay; day += 1) {
      const here = day >= from && day < to && account?.clever;
      portal += here ? `${usage.portal(row, day) >> 3}` : '.';
    }
    let office = '';
    for (let position = 0; position < year.days.length; position += 1) {
      office += account?.aadObject ? `${usage.signals(row, position)}` : '.';
    }
    const school = district.schools[stint.school]?.id ?? '';
    sink.row(`${account?.sis ?? ''},${school},${year.year},${first},${portal},${office}`);
  });
};
