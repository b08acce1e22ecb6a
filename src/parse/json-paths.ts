// Paths into JSON records: `identity.id`, `schools[0].name`, `tags[]`, and below an exploded array `attendanceRecords[].role`.

/** A key of an object, an index of an array, or null for every element of it. */
export type Step = string | number | null;

export interface ColumnPath {
  /** 0 is the record, 1 an element of the first exploded array, and so on. */
  readonly level: number;
  readonly steps: readonly Step[];
  /** From the record's root, every index written `[]`. */
  readonly path: string;
}

export interface RecordPlan {
  /** The documents are envelopes `{"value": [...]}` whose elements are the records. */
  readonly envelope: boolean;
  /** The arrays to explode, each below an element of the one before. */
  readonly explode: readonly (readonly Step[])[];
  readonly columns: readonly ColumnPath[];
}

const ENVELOPE = 'value[]';

/**
 * `explode` lists arrays outermost first, each from the record's root (`a[].b[]`) or from the one before (`b[]`); a first
 * `value[]` is the envelope, behind which the record's root begins. Column paths are spelled either way too.
 */
export function planRecords(explode: readonly string[], paths: readonly string[]): RecordPlan {
  const envelope = explode[0] === ENVELOPE;
  const inner = (path: string) =>
    envelope && path.startsWith(`${ENVELOPE}.`) ? path.slice(ENVELOPE.length + 1) : path;
  const levels: { whole: string; last: string }[] = [];
  for (const entry of (envelope ? explode.slice(1) : explode).map(inner)) {
    const outer = levels.at(-1)?.whole;
    const last = outer !== undefined && entry.startsWith(`${outer}.`) ? entry.slice(outer.length + 1) : entry;
    levels.push({ whole: outer === undefined ? last : `${outer}.${last}`, last });
  }
  return {
    envelope,
    explode: levels.map(({ last }) => parsePath(last).slice(0, -1)),
    columns: paths.map((path) => columnPath(inner(path), levels)),
  };
}

function columnPath(path: string, levels: readonly { whole: string; last: string }[]): ColumnPath {
  for (const [i, { whole, last }] of [...levels.entries()].reverse()) {
    for (const prefix of [whole, last]) {
      if (path !== prefix && !path.startsWith(`${prefix}.`)) continue;
      const below = path.slice(prefix.length + 1);
      const full = below === '' ? whole : `${whole}.${below}`;
      return { level: i + 1, steps: below === '' ? [] : parsePath(below), path: anyIndex(full) };
    }
  }
  return { level: 0, steps: parsePath(path), path: anyIndex(path) };
}

function anyIndex(path: string): string {
  return path.replaceAll(/\[\d+\]/g, '[]');
}

function parsePath(path: string): Step[] {
  return path.split('.').flatMap((part): Step[] => {
    const bracket = part.indexOf('[');
    if (bracket < 0 || !/^(\[\d*\])+$/.test(part.slice(bracket))) return [part];
    const indexes = part.slice(bracket + 1, -1).split('][');
    const steps = indexes.map((index) => (index === '' ? null : Number(index)));
    return bracket === 0 ? steps : [part.slice(0, bracket), ...steps];
  });
}

/** Undefined where the path leads nowhere; behind `[]` the list of what is found below each element. */
export function lookUp(value: unknown, steps: readonly Step[], from = 0): unknown {
  let at = value;
  for (let i = from; i < steps.length; i++) {
    const step = steps[i];
    if (step === null)
      return Array.isArray(at) ? at.map((element) => lookUp(element, steps, i + 1)) : undefined;
    if (typeof step === 'number') at = Array.isArray(at) ? at[step] : undefined;
    else at = step !== undefined && isObject(at) && Object.hasOwn(at, step) ? at[step] : undefined;
    if (at === undefined) return undefined;
  }
  return at;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
