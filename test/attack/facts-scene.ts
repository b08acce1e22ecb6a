// The numbers of a report as an attacker reads them who knows what the measures mean: bands add up, the target is two of them.
import { type HiddenCells, hideCells } from '../../src/facts/hidden-cells.ts';
import type { FactRows } from '../../src/facts/rows.ts';
import { type Relation, sumOf } from '../../src/suppress/cell.ts';
import { type Publication, type PublicCell, unexplained } from './publication.ts';
import type { Dice } from './shapes.ts';

const BANDS = ['good', 'manageable', 'low', 'severe'] as const;
type Band = (typeof BANDS)[number];
const YEAR = 2026;
const COUNTED: Readonly<Record<string, readonly Band[]>> = {
  attendance_target: ['good', 'manageable'],
  chronic_absence: ['low', 'severe'],
  ...Object.fromEntries(BANDS.map((band) => [`attendance_band_${band}`, [band]])),
};
const METRICS = Object.keys(COUNTED);

interface Pupil {
  readonly school: string;
  readonly grade: string;
  readonly group: string;
  readonly band: Band;
}

export interface ReportScene {
  readonly publication: Publication;
  readonly hidden: HiddenCells;
}

/** Two schools of three grades; a few students in some grades and groups. */
export function reportScene(most: number, limit: number, roll: Dice): ReportScene {
  const pupils = ['a', 'b'].flatMap((school) =>
    ['06', '07', '08'].flatMap((grade) =>
      Array.from({ length: Math.ceil(most * roll()) }, (): Pupil => {
        const band = BANDS[Math.floor(4 * roll() ** 2)] ?? 'good';
        return { school, grade, group: ['x', 'y', 'z'][Math.floor(3 * roll() ** 2)] ?? 'x', band };
      }),
    ),
  );
  const places = ['', 'a', 'b'].flatMap((school) =>
    ['', '06', '07', '08'].map((grade) => ({ school, grade })),
  );
  const own = places.filter((p) => p.school !== '' || p.grade === '');
  const within = ({ school, grade }: (typeof places)[number]) =>
    pupils.filter((p) => (school === '' || p.school === school) && (grade === '' || p.grade === grade));
  const count = (of: readonly Pupil[], metric: string) =>
    of.filter((p) => COUNTED[metric]?.includes(p.band)).length;
  const measures: FactRows['measures'] = own.flatMap((place) => {
    const here = within(place);
    return METRICS.map((metric) => ({
      level: place.school === '' ? 'district' : place.grade === '' ? 'school' : 'grade',
      school_key: place.school,
      grade: place.grade,
      school_year: YEAR,
      metric,
      students: here.length,
      judged: here.length,
      meeting: count(here, metric),
    }));
  });
  const groups: FactRows['groups'] = ['a', 'b'].flatMap((school) =>
    ['x', 'y', 'z'].flatMap((value) => {
      const here = pupils.filter((p) => p.school === school && p.group === value);
      return METRICS.filter((m) => m !== 'attendance_target').map((metric) => ({
        school_key: school,
        attribute: 'group',
        attribute_value: value,
        school_year: YEAR,
        metric,
        judged: here.length,
        meeting: count(here, metric),
      }));
    }),
  );
  const hidden = hideCells({ measures, groups, sections: [], rosters: [] }, limit);
  return { hidden, publication: publicationOf(measures, groups, hidden, limit) };
}

function publicationOf(
  measures: FactRows['measures'],
  groups: FactRows['groups'],
  hidden: HiddenCells,
  limit: number,
): Publication {
  const cells: PublicCell[] = [];
  const relations: Relation[] = [];
  const at = (place: string, what: string) => `${place}|${what}`;
  const add = (
    place: string,
    rows: readonly { readonly metric: string; readonly judged: number; readonly meeting: number }[],
    why: (metric: string, aspect: 'judged' | 'meeting') => boolean,
  ) => {
    const [first] = rows;
    if (first === undefined) return;
    cells.push(
      unexplained(at(place, 'judged'), rows.some((r) => !why(r.metric, 'judged')) ? first.judged : null),
    );
    for (const row of rows)
      cells.push(unexplained(at(place, row.metric), why(row.metric, 'meeting') ? null : row.meeting));
    const bands = BANDS.map((band) => at(place, `attendance_band_${band}`));
    relations.push(sumOf(at(place, 'judged'), bands));
    for (const [metric, of] of Object.entries(COUNTED)) {
      if (of.length > 1 && rows.some((r) => r.metric === metric))
        relations.push(
          sumOf(
            at(place, metric),
            of.map((band) => at(place, `attendance_band_${band}`)),
          ),
        );
    }
  };
  const byPlace = Map.groupBy(measures, (m) => `${m.school_key}/${m.grade}`);
  for (const [place, rows] of byPlace) {
    const [row] = rows;
    if (row) add(place, rows, (metric, aspect) => hidden.measure({ ...row, metric }, aspect) !== undefined);
  }
  const byGroup = Map.groupBy(groups, (g) => `${g.school_key}/=${g.attribute_value}`);
  for (const [place, rows] of byGroup) {
    const [row] = rows;
    if (row) add(place, rows, (metric, aspect) => hidden.group({ ...row, metric }, aspect) !== undefined);
  }
  const parts = (whole: string) =>
    whole === '/' ? ['a/', 'b/'] : [...byPlace.keys()].filter((p) => p !== whole && p.startsWith(whole));
  for (const what of ['judged', ...METRICS]) {
    for (const whole of ['/', 'a/', 'b/']) {
      relations.push(
        sumOf(
          at(whole, what),
          parts(whole).map((p) => at(p, what)),
        ),
      );
      const of = [...byGroup.keys()].filter((g) => whole !== '/' && g.startsWith(whole));
      if (of.length > 0 && what !== 'attendance_target')
        relations.push(
          sumOf(
            at(whole, what),
            of.map((g) => at(g, what)),
          ),
        );
    }
  }
  return { cells, relations, limit };
}
