// Made-up cell values that mapping SQL can meet: shared ids and schools, the words that the SQL asks for, and odd text.
import { createHash } from 'node:crypto';
import type { ColumnContract } from '../../src/contract/contract.ts';
import type { Dice } from './random.ts';

export type Value = string | number | boolean | null;

export const PEOPLE = 24;
/** The last few people are in no identity map. */
export const KNOWN_PEOPLE = 21;
const SCHOOLS = ['100', '200', '300'];
const ODD_WORDS = ['a', 'B', 'été', 'Ω 𝄞', 'a|b', "o'clock", '10', '9', ' x ', ''];

export function personId(system: string, person: number): string {
  return createHash('md5').update(`${system} ${person}`).digest('hex');
}

/** The words that a module's SQL compares each column with. */
export function wordsAskedFor(sql: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const note = (column: string, word: string) => found.set(column, [...(found.get(column) ?? []), word]);
  for (const m of sql.matchAll(/(\w+)\)*\s*(?:=|<>)\s*'([^']*)'/g)) note(m[1] ?? '', m[2] ?? '');
  for (const m of sql.matchAll(/(\w+)\)*\s+(?:not\s+)?like\s*'([^']*)'/gi)) {
    note(m[1] ?? '', (m[2] ?? '').replaceAll('%', 'z').replaceAll('\\', ''));
  }
  for (const m of sql.matchAll(/(\w+)\)*\s+(?:not\s+)?in\s*\(([^)]*)\)/gi)) {
    for (const w of (m[2] ?? '').matchAll(/'([^']*)'/g)) note(m[1] ?? '', w[1] ?? '');
  }
  for (const m of sql.matchAll(/case\s+(?:\w+\()*(\w+)\)*((?:\s*when\s+'[^']*'\s+then\s+\S+)+)/gi)) {
    for (const w of (m[2] ?? '').matchAll(/when\s+'([^']*)'/gi)) note(m[1] ?? '', w[1] ?? '');
  }
  return found;
}

export function cellValue(
  dice: Dice,
  name: string,
  column: ColumnContract,
  words: ReadonlyMap<string, readonly string[]>,
  inKey: boolean,
): Value {
  if (!inKey && dice.chance(0.08)) return null;
  if (column.privacy === 'pseudonym') return personId(column.id_system ?? '', dice.below(PEOPLE));
  if (column.privacy === 'generalize') return 2004 + dice.below(6);
  switch (column.type) {
    case 'integer':
      return name.includes('year') ? 2021 + dice.below(2) : dice.pick([0, 1, 2, 3, 30, 61, 1800, 5401]);
    case 'minutes_hms':
    case 'iso_duration':
      return dice.pick([0, 1, 59, 60, 600, 3599, 7201]);
    case 'double':
      return dice.pick([0, 0.1, 0.25, 0.5, 1 / 3, 1, 7.5, 88.125, 212.4]);
    case 'boolean':
      return dice.chance(0.6);
    case 'date':
    case 'local_date':
      return day(dice, name, inKey);
    case 'timestamp':
      return `${day(dice, name, true)} ${String(dice.below(24)).padStart(2, '0')}:${String(dice.below(60)).padStart(2, '0')}:07.125`;
    default:
      return text(dice, name, column, words);
  }
}

function day(dice: Dice, name: string, always: boolean): string | null {
  if (/end|exit|withdraw|last/.test(name)) {
    if (!always && dice.chance(0.6)) return null;
    return dice.pick(['2021-09-20', '2021-12-17', '2022-06-10']);
  }
  if (/begin|start|entry|first/.test(name)) return dice.pick(['2021-08-16', '2021-09-06', '2022-01-03']);
  // Most days lie in one month, so that rows of different sources meet.
  return dice.chance(0.8)
    ? `2021-09-${String(1 + dice.below(24)).padStart(2, '0')}`
    : `2022-01-${10 + dice.below(8)}`;
}

function text(
  dice: Dice,
  name: string,
  column: ColumnContract,
  words: ReadonlyMap<string, readonly string[]>,
): string {
  const asked = [...(column.allowed ?? []), ...(words.get(name) ?? [])];
  if (asked.length > 0 && (column.allowed || dice.chance(0.85))) return dice.pick(asked);
  if (/school|org/.test(name)) return dice.pick(SCHOOLS);
  if (/section|class|course|term|session/.test(name)) return `${name.slice(0, 4)}-${dice.below(6)}`;
  if (/grade/.test(name)) return dice.pick(['KG', '01', '9', '12', 'Grade 3']);
  if (/(^|_)id$|identifier$|key|uuid/.test(name)) return `${name.slice(0, 4)}-${dice.below(30)}`;
  if (name.endsWith('descriptor')) return `uri://ed-fi.org/${name}#${dice.pick(ODD_WORDS)}`;
  return dice.pick(ODD_WORDS);
}
