// The type of a column by its texts alone: a type only where every value fits, text where one does not.
import type { ColumnType } from '../contract/contract.ts';
import { dateReading } from './date-candidates.ts';

export interface TypeGuess {
  readonly type: ColumnType;
  readonly formats: readonly string[];
  /** What a person must decide about it. */
  readonly unclear: readonly string[];
}

const nulls = new Set(['', 'NULL', '\\N', 'NA', 'N/A']);

/** The values that say something, trimmed. */
export function filled(values: readonly (string | null)[]): string[] {
  return values.flatMap((v) => {
    const text = v?.trim() ?? '';
    return nulls.has(text) ? [] : [text];
  });
}

const isoStamp = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}([.]\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?$/;
const shapes: readonly (readonly [ColumnType, RegExp])[] = [
  ['timestamp', isoStamp],
  ['minutes_hms', /^\d{1,4}:[0-5]\d:[0-5]\d([.]\d+)?$/],
  ['iso_duration', /^P(?=.)(\d+D)?(T(\d+H)?(\d+M)?(\d+([.]\d+)?S)?)?$/],
  ['boolean', /^(true|false|t|f|yes|no|y|n)$/i],
];

/** A type that so many of the values fit is proposed; the others would be quarantined, and the remark says how many. */
const nearlyAll = 0.95;

/** `isId` keeps digits as text: an id is no number. `values` as filled() gives them. */
export function columnType(values: readonly string[], isId: boolean): TypeGuess {
  if (values.length === 0) return guess('text', ['the sample holds no value']);
  if (isId) return guess('text');
  const exact = typeOfAll(values);
  if (exact) return exact;
  const common = commonest(values);
  const near = common.length >= values.length * nearlyAll ? typeOfAll(common) : undefined;
  if (!near) return guess('text');
  const misfits = `${values.length - common.length} of ${values.length} values do not fit and would be quarantined`;
  return { ...near, unclear: [...near.unclear, misfits] };
}

function guess(
  type: ColumnType,
  unclear: readonly string[] = [],
  formats: readonly string[] = [],
): TypeGuess {
  return { type, formats, unclear };
}

/** The values that are spelled as most are, and mean something: digits are alike among themselves, and letters. */
function commonest(values: readonly string[]): string[] {
  const shape = (v: string) => v.replaceAll(/\d+/g, '9').replaceAll(/\p{L}+/gu, 'a');
  const counts = new Map<string, number>();
  for (const v of values) counts.set(shape(v), (counts.get(shape(v)) ?? 0) + 1);
  const most = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
  return values.filter((v) => shape(v) === most && typeOfAll([v]) !== undefined);
}

function typeOfAll(values: readonly string[]): TypeGuess | undefined {
  for (const [type, shape] of shapes) if (values.every((v) => shape.test(v))) return guess(type);
  // Bare numbers are dates written without signs only where all have eight digits.
  const date = values.some((v) => /^\d+$/.test(v) && v.length !== 8) ? undefined : dateReading(values);
  if (date) {
    const unclear = date.other
      ? [`every value can be read as ${date.format} and as ${date.other}: ask the source which it is`]
      : [];
    return guess(date.stamp ? 'timestamp' : 'date', unclear, [date.format]);
  }
  return numberType(values);
}

function numberType(values: readonly string[]): TypeGuess | undefined {
  if (values.every((v) => /^[+-]?\d{1,18}$/.test(v))) {
    if (values.some((v) => /^[+-]?0\d/.test(v))) {
      return guess('text', ['digits with leading zeros: kept as text, as a code']);
    }
    if (values.every((v) => v === '0' || v === '1')) {
      return guess('integer', ['only 0 and 1 occur: a number, or yes and no (boolean)?']);
    }
    return guess('integer');
  }
  const decimal = /^[+-]?(\d+([.]\d*)?|[.]\d+)([eE][+-]?\d+)?$/;
  return values.every((v) => decimal.test(v)) ? guess('double') : undefined;
}
