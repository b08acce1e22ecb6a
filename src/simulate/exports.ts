/** All files that the vendors deliver, in order of delivery. */
import { type AttendancePlan, attendancePlan } from './attendance-plan.ts';
import { dateOf, isoDate, weekday } from './dates.ts';
import { type Delivery, deliveriesOf } from './deliveries.ts';
import type { District, YearLived } from './district.ts';
import {
  asPlanted,
  countRows,
  inWindows1252,
  repeated,
  truncated,
  withBrokenQuotes,
  withBrokenRows,
  withByteOrderMark,
  withStrayHeader,
} from './planted-faults.ts';
import { stream } from './random.ts';
import type { RowSink } from './row-sink.ts';
import type { VendorFile } from './vendor-file.ts';
import {
  type CleverWriter,
  cleverPath,
  cleverWriter,
  participationHeader,
  resourceHeader,
} from './vendors/clever-reports.ts';
import { writeApps, writeTeams, writeUsers } from './vendors/graph-reports.ts';
import { type ActivityWriter, activityWriter } from './vendors/insights-activity.ts';
import { rosterTables } from './vendors/insights-roster.ts';
import { sittings, writeDiagnostics } from './vendors/iready-diagnostics.ts';
import { lessonWriter } from './vendors/iready-lessons.ts';
import { attendanceHeader, attendanceWriter } from './vendors/sis-attendance.ts';
import { markTimes, writeMarks } from './vendors/sis-marks.ts';
import { writeDemographics, writeStudents } from './vendors/sis-students.ts';

/** Every planted password begins with this, so that a search for it proves that none got through. */
export const passwordMark = 'PLANTED-';

const file = (
  delivery: Delivery,
  module: string,
  path: string,
  table: string,
  write: (sink: RowSink) => void,
  headerLines = 1,
): VendorFile => ({ delivery: delivery.name, module, path, table, headerLines, write });

const attendanceFiles = (district: District, delivery: Delivery, plan: AttendancePlan): VendorFile[] => {
  const rows = (
    lived: YearLived,
    folder: string,
    write: (sink: RowSink, w: ReturnType<typeof attendanceWriter>) => void,
  ) =>
    file(delivery, 'contoso_sis', `${folder}/studentattendance.csv`, 'studentattendance', (sink) => {
      sink.line(attendanceHeader);
      write(sink, attendanceWriter(district, lived));
    });
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

const sisFiles = (district: District, delivery: Delivery, plan: AttendancePlan): VendorFile[] => {
  const folder = isoDate(delivery.date);
  const one = (table: string, write: (sink: RowSink) => void, place = folder): VendorFile =>
    file(
      delivery,
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
    list.push(one('students', (sink) => writeStudents(district, delivery.date, sink)));
    list.push(one('studentdemographics', (sink) => writeDemographics(district, delivery.date, sink, false)));
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

const insightsFiles = (district: District, delivery: Delivery, activity: ActivityWriter): VendorFile[] => {
  const night = `${isoDate(delivery.date)}T06-16-22`;
  const roster = Object.entries(rosterTables(district, delivery.date)).map(([table, write]) =>
    file(delivery, 'insights', `roster/${night}/${table}/part-00000.csv`, table, write, 0),
  );
  const from = Math.max(delivery.usage.from, district.current.year.first);
  const days = Array.from({ length: delivery.usage.to - from }, (_, i) => from + i).filter(
    (d) => weekday(d) < 7,
  );
  return [
    ...roster,
    ...days.map((day) =>
      file(
        delivery,
        'insights',
        `activity/${isoDate(day)}/ApplicationUsage.csv`,
        'activity',
        (s) => activity(day, s),
        0,
      ),
    ),
  ];
};

/** The portal came in January of the year before; resources are reported for the current year only. */
const portalBegin = (district: District): number => {
  const before = district.years.at(-2);
  return before === undefined ? district.current.year.first : dateOf(before.year.year, 1, 6);
};

type CleverWriters = (lived: YearLived) => CleverWriter;

/** A writer knows every student's part of a row: made once a year, and only when a file is due. */
const cleverWriters = (district: District): CleverWriters => {
  const made = new Map<YearLived, CleverWriter>();
  return (lived) => {
    const writer = made.get(lived) ?? cleverWriter(district, lived);
    made.set(lived, writer);
    return writer;
  };
};

const cleverFiles = (district: District, delivery: Delivery, writers: CleverWriters): VendorFile[] => {
  const yearOf = (day: number): YearLived | undefined =>
    district.years.find((l) => day >= l.year.first && day <= l.year.last);
  const report = (kind: 'daily-participation' | 'resource-usage', days: readonly number[]): VendorFile => {
    const daily = kind === 'daily-participation';
    const table = daily ? 'daily_participation' : 'resource_usage';
    return file(delivery, 'clever', cleverPath(kind, days.at(-1) ?? 0), table, (sink) => {
      sink.line(daily ? participationHeader : resourceHeader);
      for (const day of days) {
        const lived = yearOf(day);
        const writer = lived === undefined ? undefined : writers(lived);
        if (daily) writer?.participation(day, sink);
        else writer?.resources(day, sink);
      }
    });
  };
  /** One file a month in the first load, one a day later on. */
  const spans = (begin: number): number[][] => {
    const groups = new Map<string, number[]>();
    for (let day = Math.max(begin, delivery.usage.from); day < delivery.usage.to; day += 1) {
      if (yearOf(day) === undefined) continue;
      const key = delivery.name === 'day-0' ? isoDate(day).slice(0, 7) : `${day}`;
      groups.set(key, [...(groups.get(key) ?? []), day]);
    }
    return [...groups.values()];
  };
  return [
    ...spans(portalBegin(district)).map((days) => report('daily-participation', days)),
    ...spans(district.current.year.first).map((days) => report('resource-usage', days)),
  ];
};

const graphFiles = (district: District, delivery: Delivery): VendorFile[] => {
  const folder = isoDate(delivery.date);
  const last = delivery.usage.to - 1;
  const one = (
    table: string,
    name: string,
    refresh: number | null,
    write: (sink: RowSink) => void,
  ): VendorFile =>
    file(
      delivery,
      'graph',
      `${refresh === null ? folder : isoDate(refresh)}/${name}/part-00000.json`,
      table,
      write,
      0,
    );
  const reports = (refresh: number): VendorFile[] => [
    one('m365_app_user_detail', 'M365_App_User_Detail', refresh, (s) => writeApps(district, refresh, s)),
    one('teams_activity_user_detail', 'Teams_Activity_User_Detail', refresh, (s) =>
      writeTeams(district, refresh, s),
    ),
  ];
  const users = one('users', 'Users', null, (sink) => writeUsers(district, delivery.date, sink));
  if (delivery.name === 'day-0') {
    // The twelve Saturdays before: the connector keeps no more.
    const saturday = last - ((weekday(last) + 1) % 7);
    const weeks = Array.from({ length: 12 }, (_, i) => saturday - 7 * (11 - i));
    return [users, ...weeks.filter((d) => d > district.current.year.first + 7).flatMap(reports)];
  }
  // A refresh in the middle of the week overlaps the last one: its window must not be added to it.
  return delivery.name === 'day-2' ? [users, ...reports(last)] : [];
};

const ireadyFiles = (district: District, delivery: Delivery): VendorFile[] => {
  const { current } = district;
  const list: VendorFile[] = [];
  const first = delivery.name === 'day-0';
  const recent = first ? district.years.slice(-2) : [current];
  for (const subject of [0, 1] as const) {
    const name = subject === 0 ? 'ela' : 'math';
    const folderOf = (lived: YearLived): string =>
      isoDate(lived === current ? delivery.date : lived.year.last);
    for (const lived of recent) {
      const path = `${folderOf(lived)}/personalized_instruction_by_lesson_${name}.csv`;
      const lessons = lessonWriter(district, lived);
      list.push(
        file(delivery, 'iready', path, 'personalized_instruction', (sink) =>
          lessons(subject, delivery.usage.from, delivery.usage.to, sink),
        ),
      );
    }
    for (const lived of first ? district.years : [current]) {
      const due = sittings(district, lived, subject).filter(
        ({ date }) => date >= delivery.usage.from && date < delivery.usage.to,
      );
      if (due.length === 0) continue;
      const path = `${folderOf(lived)}/diagnostic_results_${name}.csv`;
      list.push(
        file(delivery, 'iready', path, `diagnostic_${name}`, (s) =>
          writeDiagnostics(district, lived, subject, due, s),
        ),
      );
    }
  }
  return list;
};

const isDay = (f: VendorFile, table: string, part = ''): boolean =>
  f.table === table && f.path.includes(part);

/** The messy day: faults in the files, and files that come twice. */
const messed = (today: readonly VendorFile[], before: readonly VendorFile[]): VendorFile[] => {
  const spoiled = today.map((f) => {
    if (isDay(f, 'daily_participation')) return withByteOrderMark(f);
    if (isDay(f, 'resource_usage')) return withBrokenQuotes(f);
    if (isDay(f, 'personalized_instruction', '_ela')) return inWindows1252(f);
    return isDay(f, 'personalized_instruction', '_math') ? truncated(f) : f;
  });
  const again = before.filter((f) => isDay(f, 'daily_participation')).slice(-1);
  return [...spoiled, ...again.map((f) => repeated(f, 'day-2', countRows(f)))];
};

export const exportFiles = (district: District): VendorFile[] => {
  const plan = attendancePlan(district);
  const activity = activityWriter(district);
  const clever = cleverWriters(district);
  const days = deliveriesOf(district).map((delivery) => [
    ...sisFiles(district, delivery, plan),
    ...insightsFiles(district, delivery, activity),
    ...cleverFiles(district, delivery, clever),
    ...graphFiles(district, delivery),
    ...ireadyFiles(district, delivery),
  ]);
  const [load = [], one = [], two = [], three = []] = days;
  const resent = two
    .filter((f) => isDay(f, 'personalized_instruction', '_math'))
    .map((f) =>
      asPlanted({ ...f, delivery: 'day-3' }, 'resent_whole', countRows(f), 'The file that was cut off.'),
    );
  return [...load, ...one, ...messed(two, one), ...three, ...resent];
};
