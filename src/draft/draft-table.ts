// The draft of one table: what the sample shows, and every point that only a person can decide.
import { columnType, filled } from './column-type.ts';
import { type KeyGuess, keyGuess } from './key-guess.ts';
import { privacyGuess, wordsOf } from './privacy-guess.ts';
import type { SampleColumn, SampleTable } from './sample-columns.ts';

export interface DraftColumn {
  readonly name: string;
  /** Settings in the order in which the contract writes them. */
  readonly settings: Readonly<Record<string, string | boolean | readonly string[]>>;
  readonly unclear: readonly string[];
}

export interface DraftTable {
  readonly name: string;
  readonly sample: SampleTable;
  readonly files: readonly string[];
  readonly datedPath: boolean;
  readonly key: readonly string[];
  readonly partition: string | undefined;
  readonly columns: readonly DraftColumn[];
  /** About the table as a whole, by the key that they concern. */
  readonly unclear: Readonly<Record<string, string>>;
}

/** `path` as the vendor lays the file out, such as "2022-02-14/attendance.csv". */
export function draftTable(sample: SampleTable, path: string): DraftTable {
  const names = columnNames(sample.columns);
  const columns = sample.columns.map((c, i) => draftColumn(c, names[i] ?? `column_${i + 1}`, sample));
  const person = columns.find((c) => c.settings.privacy === 'pseudonym')?.name;
  const tied = columns.map((c) => tieToPerson(c, person));
  const stays = tied.filter((c) => c.settings.privacy === 'keep' || c.settings.privacy === 'pseudonym');
  const key = keyOf(sample, names, stays);
  const partition = key.columns.find((k) => tied.find((c) => c.name === k)?.settings.type === 'date');
  return {
    name: tableName(path),
    sample,
    files: [`**/${fileGlob(path)}`],
    datedPath: /\d{4}-\d{2}-\d{2}/.test(path),
    key: key.columns,
    partition,
    columns: tied,
    unclear: {
      delivery:
        'additive (rows are added), delta (rows are added and changed) or snapshot (always the full set)?',
      key: keyRemark(key, sample.records),
      ...(sample.header === 'none' ? { header: 'no header line was seen: give each column its name' } : {}),
      ...(sample.explode.length > 0 ? { explode: 'is one record an element of this array?' } : {}),
    },
  };
}

function draftColumn(column: SampleColumn, name: string, sample: SampleTable): DraftColumn {
  const values = filled(column.values);
  const first = columnType(values, false);
  const guess = privacyGuess(sample.header === 'none' ? '' : column.name, first.type, values);
  const type = guess.privacy === 'pseudonym' ? columnType(values, true) : first;
  const full = values.length === column.values.length && values.length > 0;
  const typed = guess.privacy === 'keep' || guess.privacy === 'pseudonym';
  return {
    name,
    settings: {
      ...(sample.header === 'names' ? { from: [column.name] } : {}),
      ...(typed && type.type !== 'text' ? { type: type.type } : {}),
      ...(typed && type.formats.length > 0 ? { formats: type.formats } : {}),
      privacy: guess.privacy,
      ...(guess.id_system ? { id_system: guess.id_system } : {}),
      ...(guess.field ? { field: guess.field } : {}),
      ...(typed && full ? { required: true } : {}),
    },
    unclear: [...guess.unclear, ...(typed ? type.unclear : [])],
  };
}

/** A clear name is kept apart and belongs to an id; without an id nothing says whose it is. */
function tieToPerson(column: DraftColumn, person: string | undefined): DraftColumn {
  if (column.settings.privacy !== 'identity') return column;
  if (person !== undefined) return { ...column, settings: { ...column.settings, person } };
  const { field: _, ...settings } = column.settings;
  return {
    ...column,
    settings: { ...settings, privacy: 'drop' },
    unclear: ['names a person, and no column of the file is an id to keep it by', ...column.unclear],
  };
}

function keyRemark({ columns, repeats }: KeyGuess, records: number): string {
  if (columns.length === 0) return 'no column can tell one record from another: name the columns that do';
  if (repeats > 0)
    return `at least ${repeats} of ${records} records repeat it: which columns tell every record from every other?`;
  return `unique in ${records} records; is it the identity of a record?`;
}

/** Who, when and what tell records apart; a measure only where nothing else does, and a fraction never. */
function keyOf(sample: SampleTable, names: readonly string[], stays: readonly DraftColumn[]): KeyGuess {
  const ranks = stays.map((c) => ({ column: c, rank: keyRank(c) })).filter((r) => r.rank < 4);
  const upTo = (rank: number) =>
    ranks
      .filter((r) => r.rank <= rank)
      .sort((a, b) => a.rank - b.rank)
      .flatMap(({ column }) => {
        const values = sample.columns[names.indexOf(column.name)]?.values;
        return values ? [{ name: column.name, values }] : [];
      });
  const facts = keyGuess(upTo(2), sample.records);
  return facts.repeats === 0 && facts.columns.length > 0 ? facts : keyGuess(upTo(3), sample.records);
}

function keyRank({ settings }: DraftColumn): number {
  if (settings.privacy === 'pseudonym') return 0;
  if (settings.type === 'date' || settings.type === 'timestamp') return 1;
  if (settings.type === undefined) return 2;
  return settings.type === 'integer' ? 3 : 4;
}

/** Names of the contract's form, no two the same. */
function columnNames(columns: readonly SampleColumn[]): string[] {
  const taken = new Set<string>();
  return columns.map(({ name }) => {
    const base = identifierOf(name) || 'column';
    let free = base;
    for (let n = 2; taken.has(free); n++) free = `${base}_${n}`;
    taken.add(free);
    return free;
  });
}

function identifierOf(name: string): string {
  const words = wordsOf(name).replaceAll(' ', '_');
  return /^[a-z]/.test(words) ? words : words === '' ? '' : `c_${words}`;
}

/** Stems that say nothing: the folder above says what the file holds. */
const generic = /^(part|data|export|file|output|report)?$/;

export function tableName(path: string): string {
  const parts = path.split('/');
  const stem = stemOf(parts.at(-1) ?? '');
  return (generic.test(stem) ? stemOf(parts.at(-2) ?? '') : stem) || 'records';
}

/** Ids, days and numbers in a name change with every delivery; ids first, for they hold digits too. */
function withoutMoving(name: string, sign: string): string {
  return name
    .replaceAll(/(?<![a-z0-9])[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}/gi, sign)
    .replaceAll(/(?<![a-z0-9])(?=[a-f]*\d)[0-9a-f]{8,}(?![a-z0-9])/gi, sign)
    .replaceAll(/\d[\dT_:-]*\d|\d/g, sign);
}

function stemOf(name: string): string {
  const bare = name.replace(/(\.(csv|tsv|txt|jsonl?|ndjson|gz|zip))+$/i, '');
  return identifierOf(withoutMoving(bare, ' '))
    .replaceAll(/(^|_)[a-z](?=_|$)/g, '')
    .replace(/^_+/, '');
}

function fileGlob(path: string): string {
  const parts = path.split('/');
  const own = generic.test(stemOf(parts.at(-1) ?? '')) ? parts.slice(-2) : parts.slice(-1);
  return withoutMoving(own.join('/'), '*').replaceAll(/\*(-?\*)+/g, '*');
}
