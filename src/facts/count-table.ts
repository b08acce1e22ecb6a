// All counts that any surface shows, as one table of cells with everything a careful reader knows of how they hang together.
import { type Cell, type Relation, sumOf, type Table } from '../suppress/cell.ts';
import {
  type Aspect,
  cellId,
  type SchoolGradeRow,
  schoolGradeTable,
} from '../suppress/school-grade-table.ts';
import { ENROLLMENT, tiesOf } from './measure-ties.ts';
import type { FactRows } from './rows.ts';

export type MeasureRow = FactRows['measures'][number];
export type GroupRow = FactRows['groups'][number];

type Place = Pick<MeasureRow, 'school_key' | 'grade' | 'school_year'>;

export function measureCell(row: Place & { readonly metric: string }, aspect: Aspect): string {
  return cellId(suppressionRow({ ...row, judged: 0, meeting: 0 }), aspect);
}

/** A group's cell stands beside the grades', under a name that no grade has. */
export function groupCell(
  row: Pick<GroupRow, 'school_key' | 'attribute' | 'attribute_value' | 'school_year' | 'metric'>,
  aspect: Aspect,
): string {
  return cellId(
    {
      school: row.school_key,
      grade: `${row.attribute}=${row.attribute_value}`,
      metric: row.metric,
      year: String(row.school_year),
    },
    aspect,
  );
}

/** Every measure of the district, its schools and their grades. */
export function countTable(measures: readonly MeasureRow[]): Table {
  const own = schoolGradeTable(measures.map(suppressionRow));
  const roll = rollTable(measures);
  const cells = [...own.cells, ...roll.cells];
  const values = new Map(cells.map((c) => [c.id, c.value]));
  const places = Map.groupBy(measures, (m) => JSON.stringify([m.school_key, m.grade, m.school_year]));
  const ties = [...places.values()].flatMap(([row]) =>
    row === undefined ? [] : tiesOf((metric, aspect) => measureCell({ ...row, metric }, aspect), values),
  );
  return { cells, relations: [...own.relations, ...roll.relations, ...ties] };
}

/**
 * The groups of one attribute at one school, under the school's own counts, which are out already. Where a school's
 * count is hidden its groups are not shown at all, so that no attribute tells anything of another.
 */
export function groupTable(groups: readonly GroupRow[], wholes: readonly MeasureRow[]): Table {
  const { cells, relations } = schoolGradeTable(groups.map(groupRow));
  const values = new Map(cells.map((c) => [c.id, c.value]));
  const people = Map.groupBy(groups, (g) => JSON.stringify([g.attribute_value, g.school_year]));
  const ties = [...people.values()].flatMap(([row]) =>
    row === undefined ? [] : tiesOf((metric, aspect) => groupCell({ ...row, metric }, aspect), values),
  );
  const released = schoolGradeTable(wholes.map(suppressionRow));
  return {
    cells: [...cells, ...released.cells.map((c): Cell => ({ ...c, released: true }))],
    relations: [
      ...relations.filter(insideOneRow),
      ...ties,
      ...released.relations,
      ...wholes.flatMap((whole) =>
        groupTotals(
          groups.filter((g) => g.metric === whole.metric),
          whole,
        ),
      ),
    ],
  };
}

/** Students enrolled: only whole groups, no part of them. */
function rollTable(measures: readonly MeasureRow[]): Table {
  const first = measures[0]?.metric;
  const rows = measures
    .filter((m) => m.metric === first)
    .map((m) => suppressionRow({ ...m, metric: ENROLLMENT, judged: m.students, meeting: 0 }));
  const { cells, relations } = schoolGradeTable(rows);
  const kept = new Set(cells.filter((c) => c.of === undefined).map((c) => c.id));
  return {
    cells: cells.filter((c) => kept.has(c.id)),
    relations: relations.filter((r) => r.terms.every((t) => kept.has(t.cell))),
  };
}

function groupRow(g: GroupRow): SchoolGradeRow {
  return {
    school: g.school_key,
    grade: `${g.attribute}=${g.attribute_value}`,
    metric: g.metric,
    year: String(g.school_year),
    judged: g.judged,
    meeting: g.meeting,
  };
}

/** judged = meeting + not meeting; totals over groups are told apart, attribute by attribute. */
const insideOneRow = (r: Relation) => new Set(r.terms.map((t) => t.cell.replace(/\|[^|]*$/, ''))).size === 1;

/** The groups of an attribute share out the school's students, but for those whose group no source names. */
function groupTotals(groups: readonly GroupRow[], whole: MeasureRow): Relation[] {
  if (groups.length === 0) return [];
  return (['judged', 'meeting', 'not_meeting'] as const).map((aspect) => {
    const value = (r: { readonly judged: number; readonly meeting: number }) =>
      aspect === 'judged' ? r.judged : aspect === 'meeting' ? r.meeting : r.judged - r.meeting;
    return sumOf(
      measureCell(whole, aspect),
      groups.map((g) => groupCell(g, aspect)),
      groups.reduce((sum, g) => sum + value(g), 0) - value(whole),
    );
  });
}

function suppressionRow(row: Place & Pick<MeasureRow, 'metric' | 'judged' | 'meeting'>): SchoolGradeRow {
  return {
    school: row.school_key === '' ? null : row.school_key,
    grade: row.grade === '' ? null : row.grade,
    metric: row.metric,
    year: String(row.school_year),
    judged: row.judged,
    meeting: row.meeting,
  };
}
