// A full file that suddenly lacks many rows is more often broken than true: it is held, not applied.
export interface GuardInput {
  /** Keys of the last full file that the new one lacks. */
  readonly gone: number;
  readonly before: number;
  readonly limits: { readonly rows: number; readonly share: number };
}

/** The reason to hold the file, or undefined when it may be applied: both limits of the district file must be passed. */
export function tooManyGone({ gone, before, limits }: GuardInput): string | undefined {
  if (before === 0 || gone <= limits.rows || gone / before <= limits.share) return undefined;
  const percent = Math.floor((100 * gone) / before + 0.5);
  return `deletion guard: ${gone} of ${before} rows of the last full file are missing (${percent} %)`;
}
