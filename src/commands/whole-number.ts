// Reads an option that counts something.
import type { Invocation } from './command.ts';
import { UsageError } from './usage-error.ts';

/** @throws UsageError for anything but a whole number above 0. */
export function wholeNumber(given: Invocation, name: string): number {
  const text = given.need(name);
  const n = Number(text);
  if (Number.isSafeInteger(n) && n >= 1 && /^\d+$/.test(text)) return n;
  throw new UsageError(
    `--${name} must be a whole number above 0.`,
    `--${name} ${text}`,
    `For example --${name} 5.`,
  );
}
