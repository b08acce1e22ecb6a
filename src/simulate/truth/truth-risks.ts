/** Truth about support and leaving: who was in the programme by lot, and the chance of dropping out. */
import { isoDate } from '../dates.ts';
import type { District } from '../district.ts';
import { csvRow, type RowSink } from '../row-sink.ts';
import { dropoutRisk } from '../stints.ts';
import { truthModel } from '../truth-model.ts';

export const writeInterventions = (district: District, sink: RowSink): void => {
  const { programme, firstDay, effect } = truthModel.intervention;
  sink.line('sis_id,school_year,programme,arm,begin_date,effect_log_odds');
  for (const lived of district.years) {
    const begin = isoDate(lived.year.days[firstDay] ?? 0);
    lived.roll.seats.forEach((seat, place) => {
      const arm = lived.presence.arm[place] ?? 0;
      if (arm === 0) return;
      const sis = district.accounts[seat.student]?.sis ?? '';
      sink.row(
        csvRow([
          sis,
          lived.year.year,
          programme,
          arm === 1 ? 'treated' : 'control',
          begin,
          arm === 1 ? effect : 0,
        ]),
      );
    });
  }
};

/** One row a student of grades 9 to 12 and school year. */
export const writeDropouts = (district: District, sink: RowSink): void => {
  sink.line('sis_id,school_year,grade,true_risk,dropped_out_after');
  for (const lived of district.years) {
    const { roll, year } = lived;
    roll.seats.forEach((seat, place) => {
      if (seat.grade < truthModel.dropout.lowestGrade) return;
      const rows = lived.bySeat[place] ?? [];
      const end = rows.map((row) => roll.stints[row]).find((s) => s?.exit === 'dropped_out');
      const risk = dropoutRisk(seat, roll.engagement, place, year.days).toFixed(5);
      const last = end === undefined ? '' : isoDate(year.days[end.to - 1] ?? 0);
      sink.row(csvRow([district.accounts[seat.student]?.sis ?? '', year.year, seat.grade, risk, last]));
    });
  }
};
