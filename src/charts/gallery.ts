// Every kind of chart on made-up numbers: for the tests, and to look at.
import { bandStrips } from './band-strips.ts';
import { calendarStrip, DAY_KINDS } from './calendar-strip.ts';
import type { Chart, ChartWords, Datum } from './chart.ts';
import { fiveYearLine } from './five-year-line.ts';
import { gradeColumns } from './grade-columns.ts';
import { scatter } from './scatter.ts';
import { similarSchools } from './similar-schools.ts';
import { twentyDots } from './twenty-dots.ts';
import { weeklyLine } from './weekly-line.ts';

const percent = (value: number): Datum => ({ state: 'known', value, text: `${value} %`, receipt: null });
const count = (value: number): Datum => ({ state: 'known', value, text: String(value), receipt: null });
const hidden: Datum = {
  state: 'hidden',
  value: null,
  text: 'hidden to protect a small group',
  receipt: null,
};
const none: Datum = { state: 'no_data', value: null, text: 'no data yet', receipt: null };

const words = (id: string, columns: readonly string[]): ChartWords => ({
  id,
  title: `The finding of ${id}`,
  description: `What ${id} shows, said in words.`,
  empty: 'No number yet: the source sends its first file in September.',
  caption: `Numbers of ${id}`,
  columns,
});

const years = ['2021-22', '2022-23', '2023-24', '2024-25', '2025-26'];
const lined = (data: readonly Datum[]) => years.map((year, i) => ({ year, ...(data[i] ?? none) }));

function days() {
  const start = Date.parse('2025-09-02T00:00:00Z');
  return Array.from({ length: 270 }, (_, i) => new Date(start + i * 86_400_000))
    .filter((d) => d.getUTCDay() % 6 !== 0)
    .map((d, i) => ({
      date: d.toISOString().slice(0, 10),
      kind: DAY_KINDS[i % 17 === 0 ? 2 : i % 23 === 0 ? 1 : i > 170 ? 3 : 0],
    }));
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const weeks = Array.from({ length: 20 }, (_, i) => ({
  week: `Week ${i + 1}`,
  now: i === 9 ? none : percent(88 + ((i * 7) % 6)),
  before: percent(90 + ((i * 5) % 4)),
}));

export const gallery: readonly { readonly name: string; readonly chart: Chart }[] = [
  {
    name: 'five-year line',
    chart: fiveYearLine(
      words('line', ['Year', 'Share']),
      lined([percent(17.7), hidden, percent(21.3), none, percent(15.2)]),
    ),
  },
  {
    name: 'similar schools',
    chart: similarSchools(words('schools', ['School', 'Share']), [
      { name: 'Here', here: true, ...percent(15.2) },
      ...[12, 14.5, 18, 22.4].map((v, i) => ({ name: `School ${i}`, here: false, ...percent(v) })),
      { name: 'Small school', here: false, ...hidden },
    ]),
  },
  {
    name: 'band strips',
    chart: bandStrips(
      words('bands', ['Group', 'Students', 'Good', 'Nearly', 'Low', 'Very low']),
      [
        {
          name: 'Female',
          said: '400 students',
          size: count(400),
          bands: [count(250), count(80), count(50), count(20)],
        },
        {
          name: 'Male',
          said: '420 students',
          size: count(420),
          bands: [count(260), count(90), hidden, hidden],
        },
        { name: 'Another group', size: hidden, said: 'hidden', bands: [hidden, hidden, hidden, hidden] },
        { name: 'Nobody yet', size: none, said: 'no data yet', bands: [none, none, none, none] },
      ],
      ['Good', 'Nearly', 'Low', 'Very low'],
    ),
  },
  {
    name: 'calendar strip',
    chart: calendarStrip(
      {
        ...words('days', ['Month', 'Present', 'Part of the day', 'Absent', 'No data']),
        kinds: { present: 'present', part: 'part of the day', absent: 'absent', no_data: 'no data' },
        months,
      },
      days(),
    ),
  },
  {
    name: 'twenty dots',
    chart: twentyDots(words('dots', ['Of 20 students', 'Count']), 'did not finish on time', count(7)),
  },
  {
    name: 'weekly line',
    chart: weeklyLine(
      { ...words('weeks', ['Week', 'Now', 'Last year']), now: 'this year', before: 'last year' },
      weeks,
      {
        week: 'Week 7',
        label: 'mentor began',
      },
    ),
  },
  {
    name: 'scatter',
    chart: scatter(
      {
        ...words('scatter', ['School', 'In person', 'Digital', 'Students']),
        x: 'In person, % of days',
        y: 'Digital, % of days',
      },
      [
        { name: 'Here', x: percent(91), y: percent(62), students: count(800), here: true },
        { name: 'Other', x: percent(84), y: percent(71), students: count(300), here: false },
        { name: 'Third', x: percent(95), y: percent(40), students: count(1200), here: false },
        { name: 'Small', x: hidden, y: hidden, students: hidden, here: false },
      ],
    ),
  },
  {
    name: 'grade columns, few',
    chart: gradeColumns(words('few', ['Grade', 'Share']), [
      { grade: '9', ...percent(22.1) },
      { grade: '10', ...percent(17) },
      { grade: '11', ...hidden },
      { grade: '12', ...none },
    ]),
  },
  {
    name: 'grade columns, many',
    chart: gradeColumns(
      words('many', ['Grade', 'Share']),
      ['KG', '1', '2', '3', '4', '5', '6', '7'].map((grade, i) => ({
        grade,
        ...(i === 3 ? hidden : i === 5 ? none : percent(8 + i)),
      })),
    ),
  },
];
