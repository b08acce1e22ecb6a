// Replaces a small file only if it still holds the expected text, though a directory knows no conditional write.
import { createHash } from 'node:crypto';
import { existsSync, linkSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { errorCode } from '../errors/error-code.ts';

/** Beyond it somebody kills processes faster than we can follow. */
const mostDead = 100;

/**
 * Who creates the claim on this very text may replace it; texts never come back, so that a claim is made once. A claim
 * whose process died counts no more, and the next one is made beside it. `write` puts a text
 * into a new file of the same file system and answers its path.
 */
export function replaceExclusively(
  file: string,
  expected: string,
  write: (text: string) => string,
  text: string,
): boolean {
  const stem = `${file}.${createHash('sha256').update(expected).digest('hex').slice(0, 20)}`;
  const claim = claimed(stem, write(String(process.pid)));
  if (claim === undefined) return false;
  try {
    if (!existsSync(file) || readFileSync(file, 'utf8') !== expected) return false;
    renameSync(write(text), file);
    return true;
  } finally {
    rmSync(claim, { force: true });
  }
}

/** The path of our claim, or undefined where a living process has one. Uses up `mine`. */
function claimed(stem: string, mine: string): string | undefined {
  try {
    for (let n = 0; n < mostDead; n++) {
      const claim = `${stem}.${n}`;
      try {
        linkSync(mine, claim);
        return claim;
      } catch (error) {
        if (errorCode(error) !== 'EEXIST') throw error;
        if (holderLives(claim)) return undefined;
      }
    }
    return undefined;
  } finally {
    rmSync(mine, { force: true });
  }
}

function holderLives(claim: string): boolean {
  try {
    process.kill(Number(readFileSync(claim, 'utf8')), 0);
    return true;
  } catch (error) {
    // A claim that is gone was let go by somebody who lives, and who has replaced the text or found it replaced.
    return errorCode(error) === 'ENOENT' || errorCode(error) === 'EPERM';
  }
}
