/** Truth about a student's year: days by kind of presence, and learning. */
import { isoDate } from '../dates.ts';
import type { District } from '../district.ts';
import { subjects } from '../growth.ts';
import { cellLetters, presentShare } from '../presence.ts';
import { csvRow, type RowSink } from '../row-sink.ts';
import { sittings } from '../vendors/iready-diagnostics.ts';

/** One row a student, school and school year: enrolled days with attendance taken, and how they were spent. */
export const writeStudentYears = (district: District, sink: RowSink): void => {
  sink.line(
    'sis_id,school_id,school_year,grade,enrolled_days,present_days,in_person_days,present,tardy,excused,unexcused,unverified,remote,local_code,half_morning,half_afternoon',
  );
  for (const lived of district.years) {
    const width = lived.year.days.length;
    lived.roll.stints.forEach((stint, row) => {
      const counts = new Uint16Array(cellLetters.length);
      for (const state of lived.presence.cells.subarray(row * width, (row + 1) * width)) {
        counts[state] = (counts[state] ?? 0) + 1;
      }
      const [, ...taken] = counts;
      const enrolled = taken.reduce((a, b) => a + b, 0);
      const present = taken.reduce((sum, n, i) => sum + n * (presentShare[i + 1] ?? 0), 0);
      const remote = taken[5] ?? 0;
      sink.row(
        csvRow([
          district.accounts[stint.student]?.sis ?? '',
          district.schools[stint.school]?.id ?? '',
          lived.year.year,
          stint.grade,
          enrolled,
          present,
          present - remote,
          ...taken,
        ]),
      );
    });
  }
};

/** One row a finished test: the true score, the observed one, and the year's true gain. */
export const writeGrowth = (district: District, sink: RowSink): void => {
  sink.line('sis_id,school_year,subject,window,completed_on,true_score,observed_score,true_start,true_gain');
  for (const lived of district.years) {
    for (const subject of [0, 1] as const) {
      for (const { stint, window, date, truth, score } of sittings(district, lived, subject)) {
        const seat = stint.seat * 2 + subject;
        const start = (lived.learning.start[seat] ?? 0).toFixed(2);
        const gain = (lived.learning.gain[seat] ?? 0).toFixed(2);
        const sis = district.accounts[stint.student]?.sis ?? '';
        sink.row(
          csvRow([
            sis,
            lived.year.year,
            subjects[subject],
            window + 1,
            isoDate(date),
            truth.toFixed(2),
            score,
            start,
            gain,
          ]),
        );
      }
    }
  }
};
