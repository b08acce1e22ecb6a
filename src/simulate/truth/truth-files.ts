/** The planted truth as files: what a pipeline must find, in a place that no pipeline reads. */
import type { District } from '../district.ts';
import { csvRow, type RowSink } from '../row-sink.ts';
import { truthModel } from '../truth-model.ts';
import type { VendorFile } from '../vendor-file.ts';
import { writeCorrections } from './truth-corrections.ts';
import { writeDigital, writeHazards, writePresence } from './truth-days.ts';
import { writeGrowth, writeStudentYears } from './truth-learning.ts';
import { writeCalendar, writeDuplicates, writeEnrolments, writePeople } from './truth-people.ts';
import { writeDropouts, writeInterventions } from './truth-risks.ts';

export type WrittenFile = {
  readonly file: VendorFile;
  readonly bytes: number;
  readonly rows: number;
  readonly sha256: string;
};

export type TruthFile = { readonly path: string; readonly write: (sink: RowSink) => void };

/** What each attendance code means here; `Z` stands in no map on purpose. */
const codes = {
  P: { category: 'present', present: 1 },
  T: { category: 'tardy', present: 1 },
  E: { category: 'absent_excused', present: 0 },
  U: { category: 'absent_unexcused', present: 0 },
  A: { category: 'absent_unexcused', present: 0, note: 'not looked into yet' },
  R: { category: 'remote_present', present: 1 },
  Z: { category: 'school_activity', present: 1, note: 'one school writes it; no code map holds it' },
};

const json = (value: unknown) => (sink: RowSink) => sink.line(JSON.stringify(value, null, 2));

const fileColumns =
  'delivery,module,path,table,bytes,sha256,rows,header_lines,kind,accepted,quarantined,superseded,held';

const writeFiles = (written: readonly WrittenFile[], sink: RowSink): void => {
  sink.line(fileColumns);
  for (const { file, bytes, rows, sha256 } of written) {
    const p = file.planted;
    const bad = p === undefined ? 0 : Object.values(p.quarantined).reduce((a, b) => a + b, 0);
    const outcome = [p?.kind ?? '', p?.accepted ?? rows, bad, p?.superseded ?? 0, p?.held ?? 0];
    sink.row(
      csvRow([
        file.delivery,
        file.module,
        file.path,
        file.table,
        bytes,
        sha256,
        rows,
        file.headerLines,
        ...outcome,
      ]),
    );
  }
};

const mess = (written: readonly WrittenFile[]) =>
  written.flatMap(({ file }) => {
    const { planted, delivery, module, path, table } = file;
    if (planted === undefined) return [];
    const { rowsIn, ...rest } = planted;
    return [{ delivery, module, path, table, rows_in: rowsIn, ...rest }];
  });

export const truthFiles = (district: District, written: readonly WrittenFile[]): TruthFile[] => [
  { path: 'truth/model.json', write: json({ ...truthModel, codes }) },
  { path: 'truth/people.csv', write: (sink) => writePeople(district, sink) },
  { path: 'truth/duplicates.csv', write: (sink) => writeDuplicates(district, sink) },
  { path: 'truth/enrollments.csv', write: (sink) => writeEnrolments(district, sink) },
  { path: 'truth/calendar.csv', write: (sink) => writeCalendar(district, sink) },
  { path: 'truth/student-years.csv', write: (sink) => writeStudentYears(district, sink) },
  { path: 'truth/growth.csv', write: (sink) => writeGrowth(district, sink) },
  { path: 'truth/interventions.csv', write: (sink) => writeInterventions(district, sink) },
  { path: 'truth/dropouts.csv', write: (sink) => writeDropouts(district, sink) },
  { path: 'truth/corrections.csv', write: (sink) => writeCorrections(district, sink) },
  ...district.years.flatMap((lived): TruthFile[] => [
    { path: `truth/presence/${lived.year.year}.csv`, write: (sink) => writePresence(district, lived, sink) },
    { path: `truth/hazards/${lived.year.year}.csv`, write: (sink) => writeHazards(district, lived, sink) },
    { path: `truth/digital/${lived.year.year}.csv`, write: (sink) => writeDigital(district, lived, sink) },
  ]),
  { path: 'truth/mess.json', write: json(mess(written)) },
  { path: 'truth/files.csv', write: (sink) => writeFiles(written, sink) },
];
