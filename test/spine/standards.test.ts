// Every published sample of the standards ends in the lake, or is held or refused with a reason; nothing throws.

import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FileLine } from '../../src/run/run-report.ts';
import { filesBelow, published, type TrialDistrict, trialDistrict } from './trial-district.ts';

const standards = published('standards');
const when = standards === undefined ? describe.skip : describe;

/** Module to the folder of its samples. */
const folders = {
  oneroster: 'oneroster',
  nwea: 'nwea',
  iready: 'iready',
  clever: 'clever',
  insights: 'ms-insights',
  edfi: 'edfi',
} as const;

when('the samples of the standards', () => {
  let district: TrialDistrict;
  let files: readonly FileLine[];

  beforeAll(async () => {
    district = trialDistrict(Object.keys(folders));
    for (const [module, folder] of Object.entries(folders))
      district.land(module, join(standards ?? '', folder), folder);
    files = (await district.run('2026-01-15')).files;
  });

  afterAll(() => district.remove());

  it('are all spoken of', () => {
    const delivered = Object.values(folders).flatMap((f) => filesBelow(join(standards ?? '', f)));
    expect(delivered.length).toBeGreaterThan(190);
    const told = new Set(files.map((f) => f.file_name.replace(/(\.zip)\/.*$/, '$1')));
    const untold = delivered.filter((p) => !told.has(p.slice((standards ?? '').length + 1)));
    expect(untold).toEqual([]);
  });

  it('balance, and say why where they are not taken in', () => {
    for (const f of files) {
      const bad = Object.values(f.quarantined).reduce((a, b) => a + b, 0);
      expect([f.file_name, f.accepted + bad + f.superseded + f.held]).toEqual([f.file_name, f.rows_in]);
      if (f.status !== 'accepted')
        expect([f.file_name, f.reason]).toEqual([f.file_name, expect.stringMatching(/.{20}/)]);
    }
  });

  it('hold nothing but the readme files and a file that ends in the middle of a record', () => {
    const held = files.filter((f) => f.status === 'held' && !f.file_name.endsWith('README.md'));
    expect(held.map((f) => [f.file_name, f.rows_in])).toEqual([
      ['nwea/earthmover-bundle/MAP_Growth/sample_anonymized_file.csv', 7],
    ]);
  });

  it('are taken in again from their archives as repeats', () => {
    const repeated = files.filter((f) => f.module === 'oneroster' && f.status === 'repeated');
    expect(repeated.length).toBeGreaterThan(15);
    expect(repeated.every((f) => f.superseded === f.rows_in)).toBe(true);
  });

  it('lose no row of the seven OneRoster packages', () => {
    const roster = files.filter((f) => f.module === 'oneroster' && f.status === 'accepted');
    expect(roster.filter((f) => Object.keys(f.quarantined).length > 0)).toEqual([]);
    expect(new Set(roster.map((f) => f.file_name.split('/')[1])).size).toBe(6);
  });
});
