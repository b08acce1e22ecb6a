// The overview's extract as an attacker reads it: every place and span of weeks a number, with all that ties them together.
import { DAYS, type Extract, type Place, spanIndex, unpacked } from '../../src/portal/overview/extract.ts';
import { atMost, type Relation, sumOf } from '../../src/suppress/cell.ts';
import { type Publication, type PublicCell, unexplained } from './publication.ts';

const COUNTS = ['students', 'judged', 'meeting'] as const;
type Count = (typeof COUNTS)[number] | 'not_meeting';

interface At {
  readonly school: number | null;
  readonly grade: number | null;
  readonly span: number;
}

export const cellOf = (count: Count, { school, grade, span }: At): string =>
  [count, school ?? '*', grade ?? '*', span].join('|');

/**
 * Knows which grades each school teaches, that nobody is in two places, that a longer span holds whoever was in a shorter one,
 * and from the attendance rates of other pages how many days a place missed in all weeks, where those are shown.
 */
export function overviewPublication(
  extract: Extract,
  limit: number,
  missedInYear: (school: number | null, grade: number | null) => number | null,
): Publication {
  const weeks = extract.weeks.length;
  const spans = Array.from({ length: weeks }, (_, from) =>
    Array.from({ length: weeks - from }, (__, i) => ({ from, to: from + i })),
  ).flat();
  const places = [
    { school: null, grade: null },
    ...extract.taught.flatMap((grades, school) => [
      { school, grade: null },
      ...grades.map((grade) => ({ school, grade })),
    ]),
  ];
  const cells: PublicCell[] = [];
  const relations: Relation[] = [];
  for (const place of places) {
    const told = extract.places.find((p) => p.school === place.school && p.grade === place.grade);
    const shown = told && {
      students: unpacked(told.students),
      judged: unpacked(told.judged),
      meeting: unpacked(told.meeting),
    };
    const missed = extract.weeks.map((_, w) => missedAt(told, w));
    missed.forEach((shown, w) => {
      cells.push(unexplained(missedCell(place, w), shown));
    });
    cells.push(unexplained(missedCell(place, weeks), missedInYear(place.school, place.grade)));
    relations.push(
      sumOf(
        missedCell(place, weeks),
        missed.map((_, w) => missedCell(place, w)),
      ),
    );
    for (let w = 0; w <= weeks; w += 1) {
      const parts = partsOf(extract, { ...place, span: 0 }).map((part) => missedCell(part, w));
      if (parts.length > 0) relations.push(sumOf(missedCell(place, w), parts));
    }
    for (const { from, to } of spans) {
      const at = { ...place, span: spanIndex(from, to, weeks) };
      const [students, meeting] = [shown?.students[at.span] ?? null, shown?.meeting[at.span] ?? null];
      // Where nobody's attendance is unknown, as mostly, it is that of all students.
      const judged = shown?.judged[at.span] ?? students;
      cells.push(
        unexplained(cellOf('students', at), students),
        unexplained(cellOf('judged', at), judged),
        unexplained(cellOf('meeting', at), meeting),
      );
      const left = judged === null || meeting === null ? null : judged - meeting;
      cells.push(unexplained(cellOf('not_meeting', at), left));
      relations.push(
        sumOf(cellOf('judged', at), [cellOf('meeting', at), cellOf('not_meeting', at)]),
        atMost(cellOf('judged', at), cellOf('students', at)),
      );
      relations.push(...fromDays(extract, from, to, at));
      for (const count of [...COUNTS, 'not_meeting'] as const) {
        const parts = partsOf(extract, at).map((part) => cellOf(count, part));
        if (parts.length > 0) relations.push(sumOf(cellOf(count, at), parts));
      }
      for (const longer of [
        { from: from - 1, to },
        { from, to: to + 1 },
      ]) {
        if (longer.from < 0 || longer.to >= weeks) continue;
        const span = spanIndex(longer.from, longer.to, weeks);
        for (const count of ['students', 'judged'] as const)
          relations.push(atMost(cellOf(count, at), cellOf(count, { ...at, span })));
      }
    }
  }
  return { cells, relations, limit };
}

function partsOf(extract: Extract, { school, grade, span }: At): At[] {
  if (grade !== null) return [];
  return school === null
    ? extract.schools.map((_, s) => ({ school: s, grade: null, span }))
    : (extract.taught[school] ?? []).map((g) => ({ school, grade: g, span }));
}

const missedCell = ({ school, grade }: Pick<At, 'school' | 'grade'>, week: number): string =>
  ['missed', school ?? '*', grade ?? '*', week].join('|');

function missedAt(place: Place | undefined, week: number): number | null {
  const [taken, present] = (['attendance', 'inPerson'] as const).map(
    (kind) => place?.days[DAYS.indexOf(kind)]?.[week] ?? null,
  );
  return typeof taken === 'number' && typeof present === 'number' ? taken - present : null;
}

/** Days missed in a span bound who can have missed the target: each of them missed more than a tenth, and nobody more than all. */
function fromDays(extract: Extract, from: number, to: number, at: At): Relation[] {
  const missed = Array.from({ length: to - from + 1 }, (_, i) => missedCell(at, from + i));
  const days = 5 * missed.length;
  const allowed = Math.floor(days * (1 - extract.target / 100) + 1e-9);
  const all = missed.map((id) => ({ cell: id, times: 1 }));
  const [not, met] = [cellOf('not_meeting', at), cellOf('meeting', at)];
  const most = Number.POSITIVE_INFINITY;
  const less = all.map((term) => ({ ...term, times: -1 }));
  return [
    { terms: [...all, { cell: not, times: -(allowed + 1) }], least: 0, most },
    { terms: [{ cell: not, times: days }, { cell: met, times: allowed }, ...less], least: 0, most },
  ];
}
