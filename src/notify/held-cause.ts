// Why a file is held, as one of a few causes: the words of a letter stand in words/, nothing of the file does.
export type HeldCause =
  | { readonly cause: 'cut_off' | 'unknown' | 'layout' | 'encoding' | 'archive' | 'other' }
  /** Rows of the last full file that this one lacks. */
  | { readonly cause: 'shrunk'; readonly gone: number; readonly before: number }
  | { readonly cause: 'missing'; readonly columns: readonly string[] };

/** Reads the reason that intake and check have written down. */
export function heldCause(reason: string): HeldCause {
  const shrunk = /^deletion guard: (\d+) of (\d+) rows/.exec(reason);
  if (shrunk) return { cause: 'shrunk', gone: Number(shrunk[1]), before: Number(shrunk[2]) };
  // Names of the contract, not of the file.
  const missing = /^required column missing: (.*) \([^()]*\)$/.exec(reason);
  if (missing) return { cause: 'missing', columns: (missing[1] ?? '').split(', ') };
  const [, cause = 'other'] = STARTS.find(([begins]) => begins.test(reason)) ?? [];
  return { cause };
}

const STARTS = [
  [/^the file ends in the middle of a record/, 'cut_off'],
  [/^no table of module /, 'unknown'],
  [/^no layout of the contract /, 'layout'],
  [/^Byte \d+ is not /, 'encoding'],
  [/^The archive /, 'archive'],
] as const;
