// Groups as strips of spread, with the number of students; the same question by grade.
import { bandStrips, type GroupStrip } from '../charts/band-strips.ts';
import type { Datum } from '../charts/chart.ts';
import { gradeColumns } from '../charts/grade-columns.ts';
import type { Fact } from '../facts/facts-document.ts';
import type { Words } from '../words/words.ts';
import { datumOf, type Facts, reasonOf } from './find-facts.ts';
import type { Block, Zone } from './page-model.ts';
import { sentence } from './sentence.ts';

const BANDS = ['good', 'manageable', 'low', 'severe'] as const;

const NOT_AUDITED = new Set(['grade', 'support']);

/** In a table of many cells "hidden" is enough: the note under it says why. */
function inTable(words: Words, fact: Fact | undefined): Datum {
  const datum = datumOf(words, fact);
  return datum.state === 'hidden' ? { ...datum, text: words.say('page.groups.cell') } : datum;
}

/** Kinds whose values explain themselves; "yes" or a language needs to say of what. */
const PLAIN = new Set(['sex', 'race', 'special_education', 'english_learner']);

/** In the reader's language where that is known; a name that a district made up stays as it is. */
function named(words: Words, value: string): string {
  const key = `page.group_named.${value.toLowerCase().replaceAll(/[^a-z]+/g, '_')}`;
  return words.has(key) ? words.say(key) : value;
}

function nameOf(words: Words, { by, value }: NonNullable<Fact['group']>): string {
  const name = words.has(`page.group_by.${by}`) ? words.say(`page.group_by.${by}`) : by.replaceAll('_', ' ');
  if (/^(?:yes|true)$/i.test(value)) return words.say('page.group_value.of_yes', { by: name });
  if (/^(?:no|false)$/i.test(value)) return words.say('page.group_value.of_no', { by: name });
  if (PLAIN.has(by)) return named(words, value);
  return words.say('page.group_value.of_other', { by: name, value: named(words, value) });
}

/** Sex, race, then the rest by kind; within a kind by name, with nothing said by the order. */
function inOrder(a: NonNullable<Fact['group']>, b: NonNullable<Fact['group']>): number {
  const rank = (by: string) => (by === 'sex' ? 0 : by === 'race' ? 1 : 2);
  return rank(a.by) - rank(b.by) || a.by.localeCompare(b.by) || a.value.localeCompare(b.value);
}

// Before the numbered grades.
const EARLY = ['IT', 'PR', 'PK', 'TK', 'KG', 'K'];

const gradeRank = (grade: string): number =>
  EARLY.includes(grade) ? EARLY.indexOf(grade) - EARLY.length : Number(grade) || 99;

function strips(words: Words, facts: Facts): GroupStrip[] {
  const { subject, facts: all } = facts.document;
  const groups = new Map(
    all.flatMap((f) =>
      f.group !== null &&
      !NOT_AUDITED.has(f.group.by) &&
      f.about.key === subject.key &&
      f.metric.startsWith('attendance_band_')
        ? [[JSON.stringify(f.group), f.group] as const]
        : [],
    ),
  );
  return [...groups.values()].sort(inOrder).map((group) => {
    const bands = BANDS.map((b) => facts.find({ metric: `attendance_band_${b}`, aspect: 'count', group }));
    const sized = bands.find((f) => f?.state === 'known' && f.n !== null);
    if (sized === undefined || sized.n === null) {
      const size = inTable(words, bands[0]);
      return {
        name: nameOf(words, group),
        size,
        said: datumOf(words, bands[0]).text,
        bands: bands.map((f) => inTable(words, f)),
      };
    }
    const size: Datum = {
      state: 'known',
      value: sized.n,
      text: words.number(sized.n),
      receipt: sized.receipt,
    };
    const said = words.say('page.groups.size', { n: sized.n });
    return { name: nameOf(words, group), size, said, bands: bands.map((f) => inTable(words, f)) };
  });
}

export function groupsZone(words: Words, facts: Facts): Zone {
  const found = strips(words, facts);
  const names = BANDS.map((b) => words.say(`page.band.${b}`));
  const hidden = found.filter((s) => s.size.state === 'hidden' || s.bands.some((b) => b.state === 'hidden'));
  const chart = bandStrips(
    {
      id: 'groups-strips',
      title: words.say('page.groups.chart'),
      description: words.say('page.groups.description', { bands: names }),
      empty: words.say('page.groups.empty', {
        why: reasonOf(
          words,
          facts.document.facts.find((f) => f.metric.startsWith('attendance_band_')),
        ),
      }),
      caption: words.say('page.groups.caption'),
      columns: [words.say('page.column.group'), words.say('page.column.students'), ...names],
    },
    found,
    names,
  );
  const note: Block[] =
    hidden.length === 0
      ? []
      : [
          {
            kind: 'text',
            sentences: [
              sentence(words, 'page.groups.hidden', { n: hidden.length }),
              [words.say('page.groups.hatched')],
            ],
          },
        ];
  return { id: 'groups', title: words.say('page.groups.title'), blocks: [{ kind: 'chart', chart }, ...note] };
}

/** Null when the document holds no grade. */
export function gradesZone(words: Words, facts: Facts): Zone | null {
  const metric = 'chronic_absence';
  const { subject, facts: all } = facts.document;
  const values = new Set(
    all.flatMap((f) =>
      f.metric === metric && f.about.key === subject.key && f.group?.by === 'grade' ? [f.group.value] : [],
    ),
  );
  if (values.size === 0) return null;
  const grades = [...values]
    .sort((a, b) => gradeRank(a) - gradeRank(b) || a.localeCompare(b))
    .map((value) => ({
      grade: value,
      ...datumOf(words, facts.find({ metric, aspect: 'share', group: { by: 'grade', value } })),
    }));
  const chart = gradeColumns(
    {
      id: 'grades',
      title: words.say('page.grades.title'),
      description: words.say('page.grades.description'),
      empty: words.say('page.grades.empty'),
      caption: words.say('page.grades.caption'),
      columns: [words.say('page.column.grade'), words.say('page.column.share')],
    },
    grades,
  );
  return {
    id: 'by-grade',
    title: words.say('page.grades.heading'),
    blocks: [{ kind: 'chart', chart }],
    onPaper: false,
  };
}
