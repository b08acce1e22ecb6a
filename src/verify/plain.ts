// A text as the verifier reads it: one form of each letter, digit and sign, every place where it was; and its sentences.

/** Composed letters; all offsets of claims are offsets in this form. */
export const composed = (text: string): string => text.normalize('NFC');

/** Small letters without accents, plain digits, quotes, dashes and blanks; every character stays at its place. */
export function folded(text: string): string {
  return [...composed(text)].map(foldOne).join('');
}

function foldOne(character: string): string {
  const plain = /\p{Nd}/u.test(character) ? digit(character) : SIGNS.get(character);
  const small = (plain ?? character).toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  return small.length === character.length ? small : character;
}

const SIGNS: ReadonlyMap<string, string> = new Map([
  ...['‘', '’', 'ʼ', '`', '´'].map((c) => [c, "'"] as const),
  ...['“', '”', '«', '»'].map((c) => [c, '"'] as const),
  ...['‐', '‑', '‒', '–', '—', '−'].map((c) => [c, '-'] as const),
  ...['\u00a0', '\u202f', '\u2009', '\t', '\r'].map((c) => [c, ' '] as const),
  ['%', '%'],
  ['٪', '%'],
]);

/** Digits of any script stand in runs of ten. */
function digit(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return code < 128 ? character : String((code - zero) % 10);
}

const everywhere = new Map<string, RegExp>();

/** All places where a pattern stands. */
export function placesOf(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  const known = everywhere.get(pattern.source) ?? new RegExp(pattern.source, 'g');
  everywhere.set(pattern.source, known);
  return [...text.matchAll(known)];
}

export interface Sentence {
  /** Offset in the whole text. */
  readonly at: number;
  readonly text: string;
  readonly folded: string;
}

const ABBREVIATED = /(?:^|[\s(])(?:st|sta|sto|dr|dra|mr|mrs|ms|sr|sra|no|vs|jr|[a-z])\.$/;

/** Sentences of a text; names given in `names` are never cut. */
export function sentencesIn(text: string, names: readonly string[]): Sentence[] {
  const whole = composed(text);
  const low = folded(whole);
  const inName = new Set<number>();
  for (const name of names) {
    const wanted = folded(name);
    for (let i = low.indexOf(wanted); wanted !== '' && i >= 0; i = low.indexOf(wanted, i + 1)) {
      for (let k = i; k < i + wanted.length; k += 1) inName.add(k);
    }
  }
  const found: Sentence[] = [];
  let from = 0;
  const close = (to: number) => {
    const piece = whole.slice(from, to);
    const at = from + (piece.length - piece.trimStart().length);
    const said = piece.trim();
    if (said !== '') found.push({ at, text: said, folded: low.slice(at, at + said.length) });
    from = to;
  };
  for (const mark of low.matchAll(/[.!?]+["')\]]*(?=\s)|\n+/g)) {
    const end = mark.index + mark[0].length;
    const abbreviated = mark[0] === '.' && ABBREVIATED.test(low.slice(Math.max(0, end - 6), end));
    if (mark[0].startsWith('\n') || (!inName.has(mark.index) && !abbreviated)) close(end);
  }
  close(whole.length);
  return found;
}
