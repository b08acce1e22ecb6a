// A file taken in again replaces what its first reading left.
import { describe, expect, it } from '@jest/globals';
import { emptyFacts } from '../intake/file-facts.ts';
import type { Batch, Manifest } from '../release/manifest.ts';
import type { FileFacts } from '../run/facts.ts';
import { orderOfJudgement } from './check.ts';
import { replacedBy, takeOut } from './replaced.ts';

const batch = (batchId: string, asOf = '2026-03-10 00:00:00'): Batch => ({
  batchId,
  asOf,
  asOfBasis: 'path',
  sha256: 'aa',
  delivery: 'additive',
  accepted: 1,
  files: [{ month: '2026-03', key: `staged/m/t/month=2026-03/${batchId}-0.parquet` }],
});

const batches = (): Manifest['batches'] => ({
  'sis.day': [batch('one'), batch('two')],
  'sis.mark': [batch('three')],
  'other.day': [batch('one')],
});

describe('what a replayed file replaces', () => {
  it('is named file by file, so that the good files of an archive keep their rows', () => {
    const wish = {
      raw: 'raw/sis/2026-03-10/aaaaaaaaaaaa/export.zip',
      replaces: [
        { fileName: 'export.zip/day.csv', batchId: 'one' },
        { fileName: 'export.zip/mark.csv', batchId: 'three' },
      ],
    };
    expect([...replacedBy(wish, 'export.zip/day.csv')]).toEqual(['one']);
  });

  it('is nothing for a file that nobody wished to read again', () => {
    expect(replacedBy(undefined, 'day.csv').size).toBe(0);
  });

  it('leaves every table of its module and no other module', () => {
    const held = batches();
    const gone = takeOut(held, 'sis', new Set(['one', 'three']));
    expect(gone.map((g) => [g.table, g.batch.batchId])).toEqual([
      ['sis.day', 'one'],
      ['sis.mark', 'three'],
    ]);
    expect(held['sis.day']?.map((b) => b.batchId)).toEqual(['two']);
    expect(held['sis.mark']).toEqual([]);
    expect(held['other.day']?.map((b) => b.batchId)).toEqual(['one']);
  });
});

describe('the order in which files are judged', () => {
  const file = (landingKey: string, b: Batch | null): FileFacts => ({
    ...emptyFacts('sis', { key: landingKey, module: 'sis', path: 'x.csv', received: '', again: false }, 'aa'),
    landingKey,
    batch: b,
  });

  it('is by the day they came, then by what they speak of, not by their names', () => {
    const files = [
      file('landing/sis/a.csv', batch('late', '2026-03-09 00:00:00')),
      file('raw/sis/2026-03-02/bbbbbbbbbbbb/z.csv', batch('newer', '2026-03-02 00:00:00')),
      file('raw/sis/2026-03-02/cccccccccccc/a.csv', batch('older', '2026-03-01 00:00:00')),
    ];
    expect(orderOfJudgement(files, '2026-03-10').map((i) => files[i]?.batch?.batchId)).toEqual([
      'older',
      'newer',
      'late',
    ]);
  });
});
