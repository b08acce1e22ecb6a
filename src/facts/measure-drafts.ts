// The counts and shares of the yes-or-no measures: of a school, a grade, the district, and of audited groups.
import type { GroupRow, MeasureRow } from './count-table.ts';
import { type Draft, percent } from './draft.ts';
import type { Fact, Period, Subject } from './facts-document.ts';
import type { HiddenCells } from './hidden-cells.ts';

export function measureDrafts(
  row: MeasureRow,
  about: Subject,
  period: Period,
  hidden: HiddenCells,
  group: Fact['group'] = null,
): Draft[] {
  const { level, school_key, grade, school_year, metric } = row;
  const keys = { level, school_key, grade, school_year, metric };
  // A share with a shown n gives its count away, so the two are hidden together.
  const why = hidden.measure(row, 'judged') ?? hidden.measure(row, 'meeting');
  const common = {
    metric,
    about,
    group,
    period,
    n: row.judged,
    held_back: row.students - row.judged,
    hidden: why,
  };
  const none = row.judged === 0;
  return [
    {
      ...common,
      aspect: 'count',
      unit: 'students',
      recipe: { view: 'measure_count', row: keys, value: 'meeting' },
      value: none ? null : row.meeting,
    },
    {
      ...common,
      aspect: 'share',
      unit: 'percent',
      recipe: { view: 'measure_count', row: keys, value: 'share_percent' },
      value: percent(row.meeting, row.judged),
    },
  ];
}

/** How many students are enrolled, told by any measure's row of the place. */
export function enrollmentDraft(
  row: MeasureRow,
  about: Subject,
  period: Period,
  hidden: HiddenCells,
  group: Fact['group'] = null,
): Draft {
  const { level, school_key, grade, school_year, metric } = row;
  return {
    metric: 'enrollment',
    aspect: 'total',
    about,
    group,
    period,
    unit: 'students',
    recipe: {
      view: 'measure_count',
      row: { level, school_key, grade, school_year, metric },
      value: 'students',
    },
    value: row.students,
    n: row.students,
    held_back: 0,
    hidden: hidden.measure({ ...row, metric: 'enrollment' }, 'judged'),
  };
}

export function groupDraft(row: GroupRow, about: Subject, period: Period, hidden: HiddenCells): Draft {
  const { school_key, attribute, attribute_value, school_year, metric } = row;
  return {
    metric,
    aspect: 'count',
    about,
    group: { by: attribute, value: attribute_value },
    period,
    unit: 'students',
    recipe: {
      view: 'measure_group_count',
      row: { school_key, attribute, attribute_value, school_year, metric },
      value: 'meeting',
    },
    value: row.judged === 0 ? null : row.meeting,
    n: row.judged,
    held_back: 0,
    hidden: hidden.group(row, 'judged') ?? hidden.group(row, 'meeting'),
  };
}
