// Translates a contract's date format (yyyy-MM-dd) into a pattern that guards the shape and a DuckDB strptime format.
import { HomeroomError } from '../errors/homeroom-error.ts';

export class DateFormatError extends HomeroomError {
  constructor(format: string) {
    super('DATE_FORMAT_UNKNOWN', `The date format "${format}" holds a letter that is not known.`, {
      where: `formats: ${format}`,
      mend: 'Use yyyy M MM d dd H HH h hh m mm s ss SSS a X and literal signs; put words in single quotes.',
    });
  }
}

/** Longest first, so that "MM" is not read as twice "M". `SSS` stands for one to nine digits. */
const letters: readonly [string, string, string][] = [
  ['yyyy', '[0-9]{4}', '%Y'],
  ['yy', '[0-9]{2}', '%y'],
  ['MM', '[0-9]{2}', '%m'],
  ['M', '[0-9]{1,2}', '%m'],
  ['dd', '[0-9]{2}', '%d'],
  ['d', '[0-9]{1,2}', '%d'],
  ['HH', '[0-9]{2}', '%H'],
  ['H', '[0-9]{1,2}', '%H'],
  ['hh', '[0-9]{2}', '%I'],
  ['h', '[0-9]{1,2}', '%I'],
  ['mm', '[0-9]{2}', '%M'],
  ['m', '[0-9]{1,2}', '%M'],
  ['ss', '[0-9]{2}', '%S'],
  ['s', '[0-9]{1,2}', '%S'],
  ['SSS', '[0-9]{1,9}', '%f'],
  ['a', '[AaPp][Mm]', '%p'],
  ['X', '(?:Z|[+-][0-9]{2}:?[0-9]{2})', ''],
];

export interface DateFormat {
  /** RE2 pattern that the whole text must match. */
  readonly pattern: string;
  /** DuckDB strptime format of the text without its zone. */
  readonly strptime: string;
  /** The text ends in a zone (Z or an offset). */
  readonly zoned: boolean;
  readonly iso: boolean;
}

/** @throws DateFormatError for a letter that no rule knows. */
export function dateFormat(format: string): DateFormat {
  let rest = format;
  let pattern = '';
  let strptime = '';
  while (rest.length > 0) {
    const quoted = /^'([^']*)'/.exec(rest);
    const letter = letters.find(([l]) => rest.startsWith(l));
    if (quoted) {
      const text = quoted[1] ?? '';
      pattern += escapePattern(text);
      strptime += text.replaceAll('%', '%%');
      rest = rest.slice(quoted[0].length);
    } else if (letter) {
      pattern += letter[1];
      strptime += letter[2];
      rest = rest.slice(letter[0].length);
    } else {
      const sign = rest[0] ?? '';
      if (/[A-Za-z]/.test(sign) && sign !== 'T' && sign !== 'Z') throw new DateFormatError(format);
      pattern += escapePattern(sign);
      strptime += sign.replaceAll('%', '%%');
      rest = rest.slice(1);
    }
  }
  return { pattern, strptime, zoned: format.endsWith('X'), iso: format === 'yyyy-MM-dd' };
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

/** False where no text can be read by both formats as two dates: their signs differ, or the order of their fields is one. */
export function mayDisagree(a: string, b: string): boolean {
  const [one, two] = [fieldsOf(a), fieldsOf(b)];
  // Words and names of the day's halves may meet digits of the other format: only plain signs are judged.
  if (one === undefined || two === undefined) return true;
  if (one.signs !== two.signs) return false;
  return one.order !== two.order || one.touching || two.touching;
}

/** The signs between runs of digits, and the fields' order; undefined for a format with words or zones. */
function fieldsOf(format: string): { signs: string; order: string; touching: boolean } | undefined {
  const runs = format.match(/([yMdHhmsS])\1*/g) ?? [];
  const signs = format.replaceAll(/[yMdHhmsS]+/g, '0');
  if (/[A-Za-z'1-9]/.test(signs.replaceAll('T', ''))) return undefined;
  const order = runs.map((run) => run[0]).join('');
  return { signs, order, touching: runs.length > (signs.match(/0/g)?.length ?? 0) };
}
