// A claim on a text holds while its process lives, and no longer; whoever sees another text has lost.
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { replaceExclusively } from './exclusive-replace.ts';

const folder = mkdtempSync(join(tmpdir(), 'homeroom-replace-'));
const file = join(folder, 'lease.json');
let scratch = 0;
const write = (text: string) => {
  const path = join(folder, `scratch-${scratch++}`);
  writeFileSync(path, text);
  return path;
};
const claim = (text: string, n: number) =>
  `${file}.${createHash('sha256').update(text).digest('hex').slice(0, 20)}.${n}`;
/** Beyond what any system gives to a process. */
const dead = String(2 ** 30);

beforeEach(() => {
  for (const name of readdirSync(folder)) rmSync(join(folder, name));
  writeFileSync(file, 'old');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a text that is replaced', () => {
  it('is the expected one, and nothing but the file is left behind', () => {
    expect(replaceExclusively(file, 'old', write, 'new')).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe('new');
    expect(readdirSync(folder)).toEqual(['lease.json']);
  });

  it('stays when it is another one, or gone', () => {
    expect(replaceExclusively(file, 'older', write, 'new')).toBe(false);
    expect(readFileSync(file, 'utf8')).toBe('old');
    rmSync(file);
    expect(replaceExclusively(file, 'old', write, 'new')).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('stays while a living process has claimed it', () => {
    writeFileSync(claim('old', 0), String(process.pid));
    expect(replaceExclusively(file, 'old', write, 'new')).toBe(false);
    expect(readFileSync(file, 'utf8')).toBe('old');
  });

  it('is not blocked for ever by a process that died in between', () => {
    writeFileSync(claim('old', 0), dead);
    writeFileSync(claim('old', 1), dead);
    expect(replaceExclusively(file, 'old', write, 'new')).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe('new');
  });
});
