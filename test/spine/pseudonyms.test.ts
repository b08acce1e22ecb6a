// A pseudonym belongs to one district and one id system: it can be compared inside them and nowhere else.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { openSession } from '../../src/adapters/duckdb.ts';
import { openContext } from '../../src/district/context.ts';
import { intakeChunk } from '../../src/intake/intake-chunk.ts';
import { planRun } from '../../src/intake/plan.ts';
import { lines, portalDay, portalHeader } from './made-up-files.ts';
import { trialDistrict } from './trial-district.ts';

/** Pseudonyms that a district with this key gives to the ids of one portal row. */
async function pseudonyms(key: string | undefined, sis: string, portal: string): Promise<[string, string]> {
  const district = trialDistrict(['clever']);
  try {
    if (key !== undefined) writeFileSync(join(district.home, 'keys', 'pseudonym.key'), key);
    const file = lines([portalHeader, portalDay('2026-01-12', sis, portal)]);
    district.landText('clever', '2026-01-13-daily-participation-students.csv', file);
    const context = await openContext(district.name);
    await intakeChunk(context, (await planRun(context, '2026-01-13')).runId, 0);
    const session = await openSession({ tempDir: join(district.home, 'tmp') });
    const staged = join(district.home, 'staged', 'clever', 'daily_participation', '**', '*.parquet');
    const [row] = await session.rows(`select sis_id, clever_user_id from read_parquet('${staged}')`);
    session.close();
    return [String(row?.sis_id), String(row?.clever_user_id)];
  } finally {
    district.remove();
  }
}

it('differs between id systems and between the keys of two districts, and is the same for one of each', async () => {
  const [sis, portal] = await pseudonyms(undefined, 'st1', 'st1');
  expect(sis).toMatch(/^[0-9a-f]{32}$/);
  expect(portal).not.toBe(sis);
  const elsewhere = await pseudonyms('0123456789abcdef'.repeat(4), 'st1', 'st1');
  expect(elsewhere).not.toContain(sis);
  expect(elsewhere).not.toContain(portal);
  expect(await pseudonyms(undefined, ' ST1 ', 'St1')).toEqual([sis, portal]);
});

it('gives a blank id no pseudonym', async () => {
  const [sis, portal] = await pseudonyms(undefined, '', 'c1');
  expect([sis, portal.length]).toEqual(['null', 32]);
});
