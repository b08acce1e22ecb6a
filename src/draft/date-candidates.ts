// Which date formats a column of texts could be in; where two readings fit every value, a person must choose.

/** How a whole column may be read: the format as the contract writes it, and the order of its parts. */
interface Candidate {
  readonly format: string;
  readonly order: 'year first' | 'month first' | 'day first';
  readonly stamp: boolean;
}

const days: readonly (readonly [string, Candidate['order']])[] = [
  ['yyyy-MM-dd', 'year first'],
  ['yyyy-M-d', 'year first'],
  ['yyyy/MM/dd', 'year first'],
  ['yyyy/M/d', 'year first'],
  ['yyyyMMdd', 'year first'],
  ['MM/dd/yyyy', 'month first'],
  ['M/d/yyyy', 'month first'],
  ['M/d/yy', 'month first'],
  ['MM-dd-yyyy', 'month first'],
  ['M-d-yyyy', 'month first'],
  ['dd/MM/yyyy', 'day first'],
  ['d/M/yyyy', 'day first'],
  ['d/M/yy', 'day first'],
  ['dd-MM-yyyy', 'day first'],
  ['d-M-yyyy', 'day first'],
  ['dd.MM.yyyy', 'day first'],
  ['d.M.yyyy', 'day first'],
];
const times = ['H:mm', 'H:mm:ss', 'h:mm a', 'h:mm:ss a', 'H:mm:ss.SSS'];

const candidates: readonly Candidate[] = days.flatMap(([format, order]) => [
  { format, order, stamp: false },
  ...times.map((time) => ({ format: `${format} ${time}`, order, stamp: true })),
]);

export interface DateReading {
  readonly format: string;
  readonly stamp: boolean;
  /** The same column read in another order of day and month, where that fits every value too. */
  readonly other: string | undefined;
}

/** The strictest format that fits every value; undefined where none does. `values` is not empty. */
export function dateReading(values: readonly string[]): DateReading | undefined {
  const fitting = candidates.filter((c) => values.every((v) => fits(c.format, v)));
  const [first] = fitting;
  if (!first) return undefined;
  return {
    format: first.format,
    stamp: first.stamp,
    other: fitting.find((c) => c.order !== first.order)?.format,
  };
}

const parts: readonly (readonly [string, string])[] = [
  ['yyyy', '(?<year>\\d{4})'],
  ['yy', '(?<year>\\d{2})'],
  ['MM', '(?<month>\\d{2})'],
  ['M', '(?<month>\\d{1,2})'],
  ['dd', '(?<day>\\d{2})'],
  ['d', '(?<day>\\d{1,2})'],
  ['H', '(?<hour>\\d{1,2})'],
  ['h', '(?<half>\\d{1,2})'],
  ['mm', '[0-5]\\d'],
  ['ss', '[0-5]\\d'],
  ['SSS', '\\d{1,9}'],
  ['a', '[AaPp][Mm]'],
];

const patterns = new Map<string, RegExp>();

function patternOf(format: string): RegExp {
  const known = patterns.get(format);
  if (known) return known;
  let rest = format;
  let source = '';
  while (rest !== '') {
    const part = parts.find(([letters]) => rest.startsWith(letters));
    source += part ? part[1] : (rest[0] ?? '').replace(/[.]/, '\\.');
    rest = rest.slice(part ? part[0].length : 1);
  }
  const made = new RegExp(`^${source}$`);
  patterns.set(format, made);
  return made;
}

function fits(format: string, value: string): boolean {
  const found = patternOf(format).exec(value)?.groups;
  if (!found) return false;
  const [year, month, day] = [Number(found.year), Number(found.month), Number(found.day)];
  if (found.hour !== undefined && Number(found.hour) > 23) return false;
  if (found.half !== undefined && (Number(found.half) < 1 || Number(found.half) > 12)) return false;
  if ((found.year?.length ?? 0) === 4 && (year < 1900 || year > 2100)) return false;
  // The years of two digits that matter have the same leap days in 19xx and 20xx, 1900 and 2000 apart.
  return (
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= new Date(Date.UTC(year < 100 ? 2000 + year : year, month, 0)).getUTCDate()
  );
}
