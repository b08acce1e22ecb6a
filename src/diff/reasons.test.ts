// Every difference of two releases has a reason that a person can check.
import { describe, expect, it } from '@jest/globals';
import { type Batch, emptyManifest, type Manifest } from '../release/manifest.ts';
import { batchChanges } from './batch-changes.ts';
import { reasons } from './reasons.ts';

const batch = (batchId: string): Batch => ({
  batchId,
  asOf: '2026-03-10 00:00:00',
  asOfBasis: 'path',
  sha256: 'aa',
  delivery: 'additive',
  accepted: 5,
  files: [],
});
const release = (releaseId: string, date: string, ids: readonly string[], fingerprint = 'f'): Manifest => ({
  ...emptyManifest('maple'),
  releaseId,
  runId: releaseId,
  date,
  fingerprint,
  batches: { 'sis.day': ids.map(batch) },
});
const quiet = { rebuilds: [], merged: 0, minted: 0 };

describe('the batches that two releases do not share', () => {
  const before = release('r000001-2026-03-10', '2026-03-10', ['stays', 'goes', 'mended']);
  const after = release('r000002-2026-03-11', '2026-03-11', ['stays', 'comes', 'mended']);
  const files = new Map([
    ['comes', { file_name: 'new.csv', run_id: after.runId, read_again: false }],
    ['mended', { file_name: 'mended.csv', run_id: after.runId, read_again: true }],
  ]);
  const changes = batchChanges(before, after, files, new Set([after.runId]));

  it('have entered, left, or were read again', () => {
    expect(changes.entered.map((b) => [b.table, b.batch_id, b.file_name])).toEqual([
      ['sis.day', 'comes', 'new.csv'],
    ]);
    expect(changes.left.map((b) => b.batch_id)).toEqual(['goes']);
    expect(changes.read_again.map((b) => b.file_name)).toEqual(['mended.csv']);
  });

  it('are told in words, with their rows', () => {
    expect(reasons(before, after, changes, quiet).map((r) => r.text)).toEqual([
      '1 file came in with 5 rows.',
      '1 file read again after a correction.',
      '1 file left with 5 rows.',
      'The day moved from 2026-03-10 to 2026-03-11.',
    ]);
  });
});

describe('a difference without a file', () => {
  const none = { entered: [], left: [], read_again: [] };
  const at = (fingerprint: string, id = 'r000001-2026-03-10') => release(id, '2026-03-10', [], fingerprint);

  it('comes from rules, a rebuild, or people who turned out to be one', () => {
    const found = reasons(at('f'), at('g', 'r000002-2026-03-10'), none, {
      rebuilds: ['r000002-2026-03-10'],
      merged: 1,
      minted: 2,
    });
    expect(found.map((r) => r.kind)).toEqual(['rules', 'rebuild', 'identities', 'identities']);
  });

  it('is none at all between a release and itself', () => {
    expect(reasons(at('f'), at('f'), none, quiet)).toEqual([]);
  });

  it('is read backwards where the first release is the later one', () => {
    expect(reasons(at('f', 'r000002-2026-03-10'), at('f'), none, quiet).map((r) => r.kind)).toEqual([
      'undone',
    ]);
  });
});
