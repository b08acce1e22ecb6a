// The JSONata functions that Step Functions adds to the language, and the ones it takes away.
import { createHash } from 'node:crypto';
import type { Clock } from './clock.ts';
import { type Random, seededRandom } from './random.ts';

const ALGORITHMS: Readonly<Record<string, string>> = {
  MD5: 'md5',
  'SHA-1': 'sha1',
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
};

/** Longest array that $range makes. */
const RANGE_LIMIT = 1000;

/** Functions bound into every expression; `$now` and `$millis` follow the machine's clock. */
export function statesFunctions(random: Random, clock: Clock): Readonly<Record<string, unknown>> {
  return {
    partition,
    range,
    hash,
    parse,
    random: (seed?: unknown) => (seed === undefined ? random() : seededRandom(integer('random', seed))()),
    uuid: () => uuid(random),
    millis: () => clock.now(),
    now: (picture?: unknown) => {
      if (picture !== undefined)
        throw new Error('$now takes no picture here; use $fromMillis($millis(), picture)');
      return new Date(clock.now()).toISOString();
    },
    eval: () => {
      throw new Error('$eval is not available in Step Functions; use $parse');
    },
  };
}

/** Names that an expression may call without assigning them: JSONata's own and those above. */
export const FUNCTION_NAMES: ReadonlySet<string> = new Set(
  `sum count max min average string substring substringBefore substringAfter lowercase uppercase length trim pad
   match contains replace split join formatNumber formatBase formatInteger parseInteger number floor ceil round abs
   sqrt power random boolean not map zip filter single reduce sift keys lookup append exists spread merge reverse
   each error assert type sort shuffle distinct base64encode base64decode encodeUrlComponent encodeUrl
   decodeUrlComponent decodeUrl toMillis fromMillis clone now millis partition range hash parse uuid`.split(
    /\s+/,
  ),
);

function partition(items: unknown, size: unknown): unknown[][] {
  if (!Array.isArray(items)) throw new Error('$partition needs an array');
  const width = integer('partition', size);
  if (width < 1) throw new Error('$partition needs a size of 1 or more');
  return Array.from({ length: Math.ceil(items.length / width) }, (_, i) =>
    items.slice(i * width, (i + 1) * width),
  );
}

function range(first: unknown, last: unknown, step: unknown): number[] {
  const [from, to, by] = [integer('range', first), integer('range', last), integer('range', step)];
  if (by === 0) throw new Error('$range needs a step other than 0');
  const length = Math.max(0, Math.floor((to - from) / by) + 1);
  if (length > RANGE_LIMIT) throw new Error(`$range makes at most ${RANGE_LIMIT} numbers`);
  return Array.from({ length }, (_, i) => from + i * by);
}

function hash(content: unknown, algorithm: unknown): string {
  if (typeof content !== 'string') throw new Error('$hash needs a string');
  const name = typeof algorithm === 'string' ? ALGORITHMS[algorithm] : undefined;
  if (name === undefined)
    throw new Error(`$hash needs an algorithm of ${Object.keys(ALGORITHMS).join(', ')}`);
  return createHash(name).update(content, 'utf8').digest('hex');
}

function parse(text: unknown): unknown {
  if (typeof text !== 'string') throw new Error('$parse needs a string');
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the text, which may hold what must not be shown.
    throw new Error('$parse needs a string that is JSON');
  }
}

function uuid(random: Random): string {
  const bytes = Buffer.from(Array.from({ length: 16 }, () => Math.floor(random() * 256)));
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

// Step Functions rounds numbers down where an integer is asked for.
function integer(name: string, value: unknown): number {
  if (typeof value !== 'number') throw new Error(`$${name} needs a number`);
  return Math.floor(value);
}
