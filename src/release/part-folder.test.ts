// A partition of a release is one folder, whoever reads it.
import { describe, expect, it } from '@jest/globals';
import { checkFolders, PartSpreadError, partFolder } from './part-folder.ts';

const file = (key: string) => ({ key, rows: 1 });
const two = [file('lake/day/month=2026-01/r1/0.parquet'), file('lake/day/month=2026-01/r1/1.parquet')];
const spread = [...two, file('lake/day/month=2026-01/r2/0.parquet')];

describe('the folder of a partition', () => {
  it('is where all its files lie, and none for a partition without files', () => {
    expect(partFolder('day', '2026-01', two)).toBe('lake/day/month=2026-01/r1');
    expect(partFolder('day', '2026-02', [])).toBeUndefined();
  });

  it('is refused, by table and partition, when the files lie in several', () => {
    const release = { day: { partition: 'month', parts: { '2026-01': spread } } } as const;
    expect(() => checkFolders(structuredClone(release))).toThrow(PartSpreadError);
    expect(() => partFolder('day', '2026-01', spread)).toThrow(
      expect.objectContaining({ where: 'day, partition 2026-01' }),
    );
  });
});
