/** The files of the student information system. */
import type { AttendancePlan } from '../attendance-plan.ts';
import { isoDate } from '../dates.ts';
import type { Delivery } from '../deliveries.ts';
import type { District, YearLived } from '../district.ts';
import { asPlanted, countRows, withBrokenRows, withStrayHeader } from '../planted-faults.ts';
import { stream } from '../random.ts';
import type { RowSink } from '../row-sink.ts';
import { type VendorFile, vendorFile } from '../vendor-file.ts';
import { attendanceHeader, attendanceWriter } from '../vendors/sis-attendance.ts';
import { markTimes, writeMarks } from '../vendors/sis-marks.ts';
import { formerStudents, writeDemographics, writeStudents } from '../vendors/sis-students.ts';

/** Every planted password begins with this, so that a search for it proves that none got through. */
export const passwordMark = 'PLANTED-';

const attendanceFiles = (district: District, delivery: Delivery, plan: AttendancePlan): VendorFile[] => {
  const rows = (
    lived: YearLived,
    folder: string,
    write: (sink: RowSink, w: ReturnType<typeof attendanceWriter>) => void,
  ) =>
    vendorFile(
      delivery.name,
      'contoso_sis',
      `${folder}/studentattendance.csv`,
      'studentattendance',
      (sink) => {
        sink.line(attendanceHeader);
        write(sink, attendanceWriter(district, lived));
      },
    );
  const { current } = district;
  const { from, to } = delivery.attendance;
  if (delivery.name === 'day-0') {
    return district.years.map((lived) =>
      rows(lived, `${lived.year.year}`, (sink, w) =>
        lived === current ? w.rows(sink, from, to, plan.onTime) : w.rows(sink, 0, lived.year.days.length),
      ),
    );
  }
  const today = rows(current, isoDate(delivery.date), (sink, w) => {
    w.rows(sink, from, to, plan.onTime);
    if (delivery.name === 'day-3') w.rows(sink, to - 3, to - 2, plan.corrections);
  });
  if (delivery.name === 'day-3' && plan.corrected.length > 0) {
    return [
      asPlanted(
        today,
        'corrections',
        countRows(today),
        'Rows of two days before are told again, now rightly.',
      ),
    ];
  }
  if (delivery.name !== 'day-2') return [today];
  const lateDay = isoDate(current.year.days[plan.latePosition] ?? 0);
  const late = rows(current, lateDay, (sink, w) =>
    w.rows(sink, plan.latePosition, plan.latePosition + 1, plan.late),
  );
  return [
    withBrokenRows(today),
    asPlanted(late, 'late_file', countRows(late), 'One school, three school days late.'),
  ];
};

export const sisFiles = (district: District, delivery: Delivery, plan: AttendancePlan): VendorFile[] => {
  const folder = isoDate(delivery.date);
  const one = (table: string, write: (sink: RowSink) => void, place = folder): VendorFile =>
    vendorFile(
      delivery.name,
      'contoso_sis',
      `${place}/${table === 'students' ? 'students/part1' : table}.csv`,
      table,
      write,
    );
  const marks = (lived: YearLived, place: string): VendorFile => {
    const now = lived === district.current;
    const upTo = now ? delivery.attendance.to : Number.POSITIVE_INFINITY;
    return one('studentsectionmark', (sink) => writeMarks(district, lived, upTo, now, sink), place);
  };
  const list = attendanceFiles(district, delivery, plan);
  if (delivery.name === 'day-0') {
    const former = formerStudents(district);
    list.push(one('students', (sink) => writeStudents(district, delivery.date, sink, undefined, former)));
    list.push(
      one('studentdemographics', (sink) => writeDemographics(district, delivery.date, sink, false, former)),
    );
    for (const lived of district.years)
      list.push(marks(lived, lived === district.current ? folder : `${lived.year.year}`));
  }
  if (delivery.name === 'day-1') {
    list.push(
      withStrayHeader(
        one('studentdemographics', (sink) => writeDemographics(district, delivery.date, sink, true)),
      ),
    );
  }
  if (delivery.name === 'day-2') {
    const secrets = stream(district.plan.seed, 'password');
    const secret = (student: number): string => `${passwordMark}${secrets.word(student).toString(16)}`;
    const leaky = one('students', (sink) => writeStudents(district, delivery.date, sink, secret));
    list.push(
      asPlanted(
        leaky,
        'unknown_sensitive_column',
        countRows(leaky),
        `No cell with "${passwordMark}" may pass.`,
      ),
    );
  }
  const marked = markTimes.some(
    (t) => t.position >= delivery.attendance.from && t.position < delivery.attendance.to,
  );
  if (marked && delivery.name !== 'day-0') list.push(marks(district.current, folder));
  return list;
};
