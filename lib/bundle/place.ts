// Puts a file or folder in its place in one move, so that two bundlers at once never show each other half a result.
import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

export function place(path: string, write: (temporary: string) => void): void {
  mkdirSync(dirname(path), { recursive: true });
  const fresh = `${path}.${randomUUID()}.new`;
  const old = `${path}.${randomUUID()}.old`;
  write(fresh);
  try {
    moveAway(path, old);
    renameSync(fresh, path);
  } catch (error) {
    // Another bundler was between the two moves; its result is as good.
    if (codeOf(error) !== 'ENOTEMPTY') throw error;
    rmSync(fresh, { recursive: true, force: true });
  }
  rmSync(old, { recursive: true, force: true });
}

function moveAway(path: string, old: string): void {
  try {
    renameSync(path, old);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
