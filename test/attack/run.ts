// `node test/attack/run.ts`: what the attacker breaks, what ours costs, and how long it takes, as tables.
import { textTable as wordsTable } from '../../src/commands/text-table.ts';
import { schoolGradeTable } from '../../src/suppress/school-grade-table.ts';
import { fewestHidden } from './fewest-hidden.ts';
import { rowsOnly, smallOnly } from './naive.ts';
import { weeksSoFar } from './releases.ts';
import { bands, broken, LIMIT, ours, reportsOf } from './scenes.ts';
import { dice, districtRows, smallRows } from './shapes.ts';

function textTable(rows: readonly Record<string, string | number>[]): string {
  const header = Object.keys(rows[0] ?? {});
  return wordsTable(
    header,
    rows.map((row) => header.map((name) => String(row[name]))),
  );
}

const attacked: Record<string, string | number>[] = [];
const line = (table: string, suppression: string, cells: number, hidden: number, pinned: number): void => {
  attacked.push({ table, suppression, cells, hidden, pinned });
};
const tables = [
  ['3 schools x 3 grades', schoolGradeTable(smallRows(3, 3, 40, dice(2)))],
  ['4 schools x 4 grades', schoolGradeTable(smallRows(4, 4, 60, dice(3)))],
  ['5 schools of a district', schoolGradeTable(districtRows(5, ['chronic_absence'], dice(1)))],
  ['bands by grade, sex, race; 2 schools', bands(2, 150, dice(3))],
  ['sums so far over 4 weeks; 3 schools', weeksSoFar(3, 4, dice(5))],
] as const;
for (const [name, table] of tables) {
  for (const [how, hidden] of [
    ['small groups only', smallOnly(table, LIMIT)],
    ['and one more in each row', rowsOnly(table, LIMIT)],
    ['ours', ours(table).hidden],
  ] as const) {
    line(name, how, table.cells.length, hidden.size, broken(table, hidden).length);
  }
}
for (const rule of ['small groups only', 'each report alone', 'ours'] as const) {
  const days = [136, 267, 791, 5].flatMap((seed) => reportsOf(rule, 6, dice(seed)));
  const sum = (of: (day: (typeof days)[number]) => number) => days.reduce((total, day) => total + of(day), 0);
  line(
    'a report a day for six days, each with the one before; 4 districts',
    rule,
    sum((day) => day.cells),
    sum((day) => day.hidden),
    sum((day) => day.pinned.length),
  );
}
console.log('Cells that the attacker leaves with fewer than three values:');
console.log(textTable(attacked));

const costs: Record<string, string | number>[] = [];
let sum = 0;
let least = 0;
for (const seed of [1, 2, 3, 4, 5, 6]) {
  const table = schoolGradeTable(smallRows(3, 3, 80, dice(seed)), { even: true });
  const small = smallOnly(table, LIMIT).size;
  const hidden = ours(table).hidden.size;
  const fewest = fewestHidden(table, LIMIT, 60);
  if (fewest !== undefined) {
    sum += hidden;
    least += fewest;
  }
  costs.push({ seed, cells: table.cells.length, small, fewest: fewest ?? 'not in 60 s', ours: hidden });
}
console.log('\nHidden cells against the fewest possible (a lower bound), 3 schools x 3 grades:');
console.log(textTable(costs));
console.log(`In all ${sum} where ${least} is a lower bound: ${(sum / Math.max(1, least)).toFixed(2)} times.`);

const speed: Record<string, string | number>[] = [];
for (const [schools, metrics] of [
  [5, 12],
  [50, 1],
  [50, 12],
] as const) {
  const names = Array.from({ length: metrics }, (_, m) => `metric_${m}`);
  const table = schoolGradeTable(districtRows(schools, names, dice(2)));
  const start = performance.now();
  const { hidden, unprotected } = ours(table);
  const small = smallOnly(table, LIMIT).size;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  speed.push({
    schools,
    metrics,
    cells: table.cells.length,
    small,
    hidden: hidden.size,
    unprotected: unprotected.length,
    seconds,
  });
}
console.log('\nTime:');
console.log(textTable(speed));
