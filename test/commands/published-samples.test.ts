// Every kind of published file becomes a draft that can be read, with nothing sensitive kept.
import { statSync } from 'node:fs';
import { relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readWithFaults } from '../../src/contract/contract-problems.ts';
import { draftContract } from '../../src/draft/draft-contract.ts';
import { draftTable } from '../../src/draft/draft-table.ts';
import { readSample } from '../../src/draft/sample-columns.ts';
import { filesBelow, published } from '../spine/trial-district.ts';

const largest = 200_000;
const sensitive = /(^|_)(race|ethnicity|gender|sex|password|ssn|disability|income|lunch)(_|$)/;

/** One file a folder, small enough to be quick. */
function oneOfEach(folder: string): string[] {
  const byFolder = new Map<string, string>();
  for (const file of filesBelow(folder)) {
    const parent = file.slice(0, file.lastIndexOf('/'));
    if (/\.(csv|json)$/.test(file) && statSync(file).size < largest && !byFolder.has(parent))
      byFolder.set(parent, file);
  }
  return [...byFolder.values()];
}

describe.each([
  'clever',
  'iready',
  'microsoft_graph',
  'microsoft_education_insights',
  'ed_fi',
  'contoso_sis',
  'moodle',
  'sif',
])('the published files of %s', (source) => {
  it('become contracts that can be read', () => {
    const folder = published('oea', source);
    if (folder === undefined) return;
    for (const file of oneOfEach(folder)) {
      const sample = readSample(file);
      if (sample.columns.length === 0) continue;
      const path = relative(folder, file);
      const { yaml } = draftContract('source', [draftTable(sample, path)]);
      const { contract, faults } = readWithFaults(yaml, 'source');
      // A sample may be too small or too repetitive for a key; the draft then asks for it.
      expect([path, faults.filter((f) => !f.key.endsWith('.key'))]).toEqual([path, []]);
      for (const table of Object.values(contract?.tables ?? {})) {
        for (const [name, column] of Object.entries(table.columns)) {
          if (sensitive.test(name)) expect([path, name, column.privacy]).toEqual([path, name, 'drop']);
        }
      }
    }
  });
});
