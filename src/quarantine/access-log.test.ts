// Who may see records as received, and what remains of the look.
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { logAccess, mayLook, RoleMissingError, TerminalNeededError } from './access-log.ts';
import { linesOf } from './raw-lines.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'access-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('records as received', () => {
  it('are for a data steward on a terminal', () => {
    expect(() => mayLook(undefined, true)).toThrow(RoleMissingError);
    expect(() => mayLook('analyst', true)).toThrow(RoleMissingError);
    expect(() => mayLook('data-steward', false)).toThrow(TerminalNeededError);
    expect(() => mayLook('data-steward', true)).not.toThrow();
  });

  it('are logged with who, when and which, and the log is for its owner alone', () => {
    logAccess(folder, { batch: 'b', file: 'bad.csv', records: [3, 5] }, new Date('2026-03-12T10:00:00Z'));
    logAccess(folder, { batch: 'b', file: 'bad.csv', records: [5] }, new Date('2026-03-12T11:00:00Z'));
    const path = join(folder, 'log', 'access.jsonl');
    const lines = readFileSync(path, 'utf8')
      .trim()
      .split('\n')
      .map((l): unknown => JSON.parse(l));
    expect(lines).toHaveLength(2);
    expect(lines[0]).toEqual({
      at: '2026-03-12T10:00:00.000Z',
      who: expect.any(String),
      role: 'data-steward',
      batch: 'b',
      file: 'bad.csv',
      records: [3, 5],
    });
    expect(statSync(path).mode & 0o077).toBe(0);
  });

  it('come by physical line, whatever the line ends, without signs that steer a terminal', () => {
    const bytes = Buffer.from('a,b\r\n1,\u001b[31mx\n2,y\r3,z');
    expect([...linesOf(bytes, [2, 4, 9])]).toEqual([
      [2, '1,\uFFFD[31mx'],
      [4, '3,z'],
    ]);
  });
});
