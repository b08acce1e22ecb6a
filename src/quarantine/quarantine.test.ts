// What is kept out: by the latest reading of each file, told by place and rule, never by content.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { directoryLake } from '../adapters/directory-lake.ts';
import { openSession, type Session } from '../adapters/duckdb.ts';
import { emptyFacts } from '../intake/file-facts.ts';
import type { Lake } from '../lake/lake.ts';
import { type Batch, emptyManifest, type Manifest } from '../release/manifest.ts';
import { type FileFacts, writeFacts } from '../run/facts.ts';
import { literal } from '../sql-text/sql-text.ts';
import { FileAmbiguousError, FileUnknownError, findFile } from './find-file.ts';
import { quarantineLines } from './quarantine-list.ts';
import { quarantinedRecords } from './quarantined-rows.ts';
import { ApprovalNeededError, NothingToApproveError, replayOf } from './replay-request.ts';
import { type TakenFile, takenFiles } from './taken-file.ts';

let folder: string;
let lake: Lake;
let session: Session;

const batch = (batchId: string): Batch => ({
  batchId,
  asOf: '2026-03-10 00:00:00',
  asOfBasis: 'path',
  sha256: 'aa',
  delivery: 'snapshot',
  accepted: 1,
  files: [],
});

const facts = (name: string, more: Partial<FileFacts>, key = `landing/sis/${name}`): FileFacts => ({
  ...emptyFacts('sis', { key, module: 'sis', path: name, received: '', again: false }, 'ab'.repeat(32)),
  table: 'day',
  batchTable: 'day',
  ...more,
});

async function ran(runId: string, files: readonly FileFacts[]): Promise<void> {
  const date = runId.slice(8);
  await writeFacts(lake, runId, 'plan', {
    runId,
    date,
    previous: null,
    chunks: [],
    rebuild: false,
    replays: [],
  });
  const consumed = files
    .filter((f) => f.landingKey.startsWith('landing/'))
    .map((f) => ({ key: f.landingKey, sha256: f.sha256 }));
  await writeFacts(lake, runId, 'check', {
    files,
    consumed,
    batches: {},
    newMonths: {},
    years: [],
    bytes: 0,
    changed: true,
  });
}

const released = (...runs: string[]): Manifest => ({
  ...emptyManifest('maple'),
  tables: { load_file: { partition: 'all', parts: Object.fromEntries(runs.map((r) => [r, []])) } },
});

const first = 'r000001-2026-03-10';
const second = 'r000002-2026-03-11';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'quarantine-'));
  lake = directoryLake(folder);
  session = await openSession({ tempDir: lake.tempDir });
  const bad = facts('bad.csv', {
    status: 'accepted',
    rowsIn: 5,
    accepted: 3,
    quarantined: { ragged: 1, required: 1 },
    batch: batch('bad00000'),
  });
  const cut = facts('cut.csv', { status: 'held', rowsIn: 9, held: 9, reason: 'cut off' });
  const shrunk = facts('full.csv', {
    status: 'held',
    rowsIn: 4,
    held: 4,
    reason: 'deletion guard',
    batch: batch('full0000'),
  });
  const refused = facts('no.csv', { status: 'refused', reason: 'not needed' });
  await ran(first, [bad, cut, shrunk, refused]);
  const again = facts(
    'bad.csv',
    { status: 'accepted', rowsIn: 5, accepted: 5, batch: batch('bad00000') },
    `raw/sis/2026-03-10/${'ab'.repeat(6)}/bad.csv`,
  );
  await ran(second, [
    again,
    facts('cut.csv', {
      status: 'accepted',
      rowsIn: 10,
      accepted: 10,
      batch: batch('cut00000'),
      sha256: 'cd'.repeat(32),
    }),
  ]);
  const parquet = await lake.scratch('q.parquet');
  await session.run(
    `copy (select * from (values ('bad00000', 3, 4, 'ragged', ''), ('bad00000', 5, 6, 'required', 'student_id')) as t(batch_id, record_no, line_no, rule, column_name)) to ${literal(parquet)} (format parquet)`,
  );
  await lake.publish(parquet, 'quarantine/sis/day/bad00000.parquet');
});

afterAll(() => {
  session.close();
  rmSync(folder, { recursive: true, force: true });
});

const file = (files: readonly TakenFile[], name: string, run: string): TakenFile => {
  const found = files.find((f) => f.facts.fileName === name && f.runId === run);
  if (!found) throw new Error(`${name} is not there`);
  return found;
};

describe('the files of a release', () => {
  it('are known by the run that read them last', async () => {
    const files = await takenFiles(lake, released(first, second));
    expect(files.map((f) => [f.facts.fileName, f.runId])).toEqual([
      ['bad.csv', second],
      ['cut.csv', first],
      ['full.csv', first],
      ['no.csv', first],
      ['cut.csv', second],
    ]);
  });

  it('count a file as overtaken once a later one of its name was accepted', async () => {
    const files = await takenFiles(lake, released(first, second));
    expect(file(files, 'cut.csv', first).overtaken).toBe(true);
    expect(file(files, 'full.csv', first).overtaken).toBe(false);
  });

  it('are not forgotten when the same file comes once more', async () => {
    const third = 'r000003-2026-03-11';
    const repeat = facts('cut.csv', { status: 'repeated', sha256: 'cd'.repeat(32) });
    await ran(third, [repeat]);
    const files = await takenFiles(lake, released(first, second, third));
    expect(file(files, 'cut.csv', second).facts.status).toBe('accepted');
    expect(files.filter((f) => f.runId === third)).toEqual([]);
  });

  it('know nothing of a run that was undone', async () => {
    const files = await takenFiles(lake, released(first));
    expect(files.map((f) => f.runId)).toEqual([first, first, first, first]);
  });
});

describe('the list', () => {
  it('has a line for each rule and column of a file, and one for a file kept out whole', async () => {
    const lines = await quarantineLines(session, lake, await takenFiles(lake, released(first)));
    expect(lines.map((l) => [l.file_name, l.state, l.rule, l.column_name, l.rows])).toEqual([
      ['bad.csv', 'rows', 'ragged', '', 1],
      ['bad.csv', 'rows', 'required', 'student_id', 1],
      ['cut.csv', 'held', '', '', 9],
      ['full.csv', 'held', '', '', 4],
      ['no.csv', 'refused', '', '', 0],
    ]);
    for (const line of lines) expect(line.what_to_do).toMatch(/[.]$|replay/);
  });

  it('no longer names rows that a replay has brought in, although their old list is still there', async () => {
    const files = (await takenFiles(lake, released(first, second))).filter((f) => !f.overtaken);
    const lines = await quarantineLines(session, lake, files);
    expect(lines.map((l) => l.file_name)).toEqual(['full.csv', 'no.csv']);
  });

  it('shows where a record stands and which rule it breaks', async () => {
    const files = await takenFiles(lake, released(first));
    expect(await quarantinedRecords(session, lake, file(files, 'bad.csv', first), 1)).toEqual([
      { record_no: 3, line_no: 4, rule: 'ragged', column_name: '' },
    ]);
  });
});

describe('a file is meant', () => {
  it('by its name, its last part, its batch or the first signs of it', async () => {
    const files = await takenFiles(lake, released(first));
    for (const word of ['bad.csv', 'bad00000', `raw/sis/2026-03-10/${'ab'.repeat(6)}/bad.csv`]) {
      expect(findFile(files, word, 'maple').facts.fileName).toBe('bad.csv');
    }
    expect(() => findFile(files, 'bad', 'maple')).toThrow(FileUnknownError);
  });

  it('by its batch where two have the name', async () => {
    const files = await takenFiles(lake, released(first, second));
    expect(() => findFile(files, 'cut.csv', 'maple')).toThrow(FileAmbiguousError);
    expect(findFile(files, 'cut00000', 'maple').runId).toBe(second);
  });
});

describe('a wish to read a file again', () => {
  it('names the batch that it replaces, and keeps the day the file came', async () => {
    const files = await takenFiles(lake, released(first));
    expect(replayOf(files, file(files, 'bad.csv', first), false)).toEqual({
      raw: `raw/sis/2026-03-10/${'ab'.repeat(6)}/bad.csv`,
      replaces: [{ fileName: 'bad.csv', batchId: 'bad00000' }],
    });
  });

  it('of a file that the deletion guard holds needs a decision, and of no other one', async () => {
    const files = await takenFiles(lake, released(first));
    expect(() => replayOf(files, file(files, 'full.csv', first), false)).toThrow(ApprovalNeededError);
    expect(replayOf(files, file(files, 'full.csv', first), true).replaces).toEqual([]);
    expect(() => replayOf(files, file(files, 'cut.csv', first), true)).toThrow(NothingToApproveError);
  });
});
