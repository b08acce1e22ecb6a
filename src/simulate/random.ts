/**
 * Seeded random numbers that need no memory: the same (seed, purpose, a, b) always gives the same draw, so any
 * file can be made alone, in any order. SplitMix's finaliser (Steele, Lea, Flood 2014) in 32-bit words.
 */
const mix = (word: number): number => {
  let h = word | 0;
  h = Math.imul(h ^ (h >>> 16), 0x21f0aaad);
  h = Math.imul(h ^ (h >>> 15), 0x735a2d97);
  return (h ^ (h >>> 15)) >>> 0;
};

const nameHash = (name: string): number => {
  let h = 0x811c9dc5;
  for (let i = 0; i < name.length; i += 1) h = Math.imul(h ^ name.charCodeAt(i), 0x01000193);
  return mix(h);
};

export type Stream = {
  /** A 32-bit whole number. */
  word(a: number, b?: number): number;
  /** Uniform in [0, 1). */
  uniform(a: number, b?: number): number;
  /** A whole number in [0, n). */
  below(n: number, a: number, b?: number): number;
  /** Standard normal, by Box and Muller. */
  normal(a: number, b?: number): number;
};

/** One independent stream a purpose; `a` is mostly a person, `b` mostly a day. */
export const stream = (seed: number, purpose: string): Stream => {
  const low = mix(seed ^ nameHash(purpose));
  const high = mix(Math.floor(seed / 0x1_0000_0000) ^ Math.imul(low, 0x9e3779b9));
  const word = (a: number, b = 0): number => {
    const start = mix(low + Math.imul(a, 0x9e3779b9));
    // Each person steps with an odd stride of its own; with a shared one, two people's draws could run in parallel.
    const stride = mix(high ^ Math.imul(a, 0x85ebca6b)) | 1;
    return mix(start + Math.imul(b, stride));
  };
  const uniform = (a: number, b = 0): number => word(a, b) / 0x1_0000_0000;
  return {
    word,
    uniform,
    below: (n, a, b = 0) => Math.floor(uniform(a, b) * n),
    normal: (a, b = 0) => {
      const radius = Math.sqrt(-2 * Math.log(1 - uniform(a, 2 * b)));
      return radius * Math.cos(2 * Math.PI * uniform(a, 2 * b + 1));
    },
  };
};

export const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

const hexQuads = Array.from({ length: 65_536 }, (_, n) => n.toString(16).padStart(4, '0'));

const quad = (n: number): string => hexQuads[n] ?? '';

const hex = (word: number): string => quad(word >>> 16) + quad(word & 0xffff);

/** A made-up GUID in lower case with dashes. */
export const guid = (source: Stream, a: number): string => {
  const second = source.word(a, 1);
  const third = source.word(a, 2);
  const middle = `${quad(second >>> 16)}-${quad(0x4000 | (second & 0xfff))}-${quad(0xa000 | (third >>> 20))}`;
  return `${hex(source.word(a, 0))}-${middle}-${quad(third & 0xffff)}${hex(source.word(a, 3))}`;
};

/** A made-up object id of 24 hex characters. */
export const objectId = (source: Stream, a: number): string =>
  hex(source.word(a, 0)) + hex(source.word(a, 1)) + hex(source.word(a, 2));
