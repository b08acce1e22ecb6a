// How the overview speaks: the same sentences and numbers on the server and in the browser.

/** Texts below portal.overview with the names of their placeholders. */
export const LABELS = {
  card_students: [],
  card_grades: [],
  card_schools: [],
  card_in_person: [],
  card_target: ['target'],
  card_online: [],
  card_source: ['source'],
  range: ['from', 'to'],
  n: ['n'],
  days: ['part', 'whole'],
  coverage_attendance: ['share'],
  coverage_online: ['share'],
  of_judged: ['share', 'n'],
  grades_shown: ['shown', 'all'],
  schools_shown: ['shown', 'all'],
  minutes: ['minutes'],
  no_minutes: [],
  left: ['n'],
  without: ['what', 'n'],
  weeks_left: ['n'],
  hidden: [],
  hidden_why: [],
  none: [],
  no_weeks: [],
  all_schools: [],
  all_grades: [],
  all_sources: [],
  grade: ['grade'],
  trace: ['address'],
  choice: ['school', 'grade', 'source', 'from', 'to'],
  scatter: [],
  scatter_schools: [],
  scatter_grades: [],
  scatter_how: ['target', 'online'],
  axis_in_person: [],
  axis_online: [],
  columns: [],
  in_person: [],
  online: [],
  pivot: [],
  pivot_how: [],
  trend: ['target'],
  target_line: ['target'],
  holiday: [],
  weeks_table: [],
  table: [],
  school: [],
  grade_head: [],
  students: [],
  reach: ['target'],
  week: [],
  day_off: [],
  minutes_each: [],
  coverage: [],
  csv: ['table'],
} as const;

export type Label = keyof typeof LABELS;

export interface Talk {
  say(label: Label, values?: Readonly<Record<string, string>>): string;
  number(value: number): string;
  percent(value: number): string;
  date(day: string): string;
  /** Without its year. */
  day(day: string): string;
}

/** Halves up, as every rate that is shown. */
const tenth = (value: number): number => Math.floor(value * 10 + 0.5) / 10;

export function talkIn(locale: string, texts: Readonly<Record<string, string>>): Talk {
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const short = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const brief = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return {
    say: (label, values = {}) =>
      (texts[label] ?? label).replace(/\{([a-z]+)\}/g, (whole, name: string) => values[name] ?? whole),
    number: (value) => plain.format(tenth(value)),
    percent: (value) => share.format(tenth(value) / 100),
    date: (day) => short.format(new Date(`${day}T00:00:00Z`)),
    day: (day) => brief.format(new Date(`${day}T00:00:00Z`)),
  };
}
