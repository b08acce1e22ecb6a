// The tables of scores in a release: who stands where, and that no model speaks after it was taken off.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { directoryLake } from '../adapters/directory-lake.ts';
import { openSession } from '../adapters/duckdb.ts';
import { definitionsRoot } from '../definitions/definitions.ts';
import { plainKey } from '../features/features-step.ts';
import { archivePrefix, type Registry, writeRegistry } from '../registry/registry.ts';
import type { Manifest } from '../release/manifest.ts';
import { writeFacts } from '../run/facts.ts';
import { scoresKey } from '../run/scores-key.ts';
import { literal } from '../sql-text/sql-text.ts';
import { scoreTables } from './score-tables.ts';

const folder = mkdtempSync(join(tmpdir(), 'homeroom-scores-'));
afterAll(() => rmSync(folder, { recursive: true }));
let places = 0;

const model = (modelId: string): Registry['tasks'][string]['models'][number] => ({
  modelId,
  runId: 'r1',
  decidedOn: '2026-03-01',
  approval: 'Approved',
  decision: 'promote',
  reasons: [],
});
const entry = (champion: string | null): Registry['tasks'][string] => ({
  champion,
  since: '2026-03-01',
  reasons: [],
  learnt: '',
  models: [model('m1')],
});

/** A lake with three students on the plain list, and a run's tables made of what the jobs wrote. */
async function district() {
  const root = join(folder, String(places++));
  const lake = directoryLake(root);
  const context: Parameters<typeof scoreTables>[0] = {
    root: definitionsRoot(),
    lake,
    session: () => openSession({ tempDir: lake.tempDir }),
  } as unknown as Parameters<typeof scoreTables>[0];
  const ask = async (sql: string) => {
    const session = await openSession({ tempDir: lake.tempDir });
    try {
      return (await session.rows(sql)).map((row) => Object.values(row));
    } finally {
      session.close();
    }
  };
  const file = async (key: string, sql: string) => {
    mkdirSync(dirname(join(root, key)), { recursive: true });
    await ask(`copy (${sql}) to ${literal(join(root, key))} (format parquet)`);
  };
  let before: Manifest['tables'] = {};
  return {
    file,
    lake,
    use: (gpa: string | null, dropout: string | null) =>
      writeRegistry(lake, { format: 1, tasks: { dropout: entry(dropout), gpa_next_term: entry(gpa) } }),
    async day(runId: string, date = '2026-03-02') {
      const plan = { digest: '', cohorts: [], plan: 'nothing_new' };
      const tasks = { dropout: plan, gpa_next_term: plan };
      await writeFacts(lake, runId, 'features', { cases: 3, latest: 3, asOf: '2026-03-01', tasks });
      await file(
        plainKey(runId),
        "select * from (values ('ann', 3.0), ('bea', 1.0), ('cid', 1.0)) as t (student_key, points), (select 'north' as school_key, date '2026-03-01' as as_of)",
      );
      before = await scoreTables(context, runId, before, date);
    },
    rows(table: string, columns: string, order: string) {
      const keys = Object.values(before[table]?.parts ?? {}).flat();
      if (keys.length === 0) return [];
      const paths = keys.map(({ key }) => literal(join(root, key))).join(', ');
      return ask(`select ${columns} from read_parquet([${paths}]) order by ${order}`);
    },
  };
}

const scores =
  "select 'dropout' as task, student_key, date '2026-03-01' as as_of, p as probability, 1 as out_of_20, 1 as out_of_20_low, 3 as out_of_20_high, p is not null as enough, 'm1' as model_id, date '2026-03-15' as expires_on from (values ('bea', 0.2), ('cid', null), ('dee', 0.9)) as t (student_key, p)";
const reasons =
  "select 'dropout' as task, 'bea' as student_key, 'reason' as kind, 1 as place, 'absence' as fact, 'w' as words, 0.5 as share";
const forecasts =
  "select 'bea' as student_key, date '2026-03-01' as as_of, 70.0 as forecast, 60.0 as low, 80.0 as high, 'm1' as model_id, date '2026-03-15' as expires_on";

describe('a day with a champion', () => {
  it('puts chances first, then the plain list; ties by key, and nobody who is not enrolled', async () => {
    const { file, use, day, rows } = await district();
    await use(null, 'm1');
    await file(scoresKey('r1', 'scores'), scores);
    await day('r1');
    expect(await rows('risk_score', 'student_key, basis, enough, list_order', 'list_order')).toEqual([
      ['bea', 'model', true, 1],
      ['ann', 'plain', true, 2],
      ['cid', 'model', false, 3],
    ]);
  });

  it('whose scoring failed keeps the scores and reasons of the day before', async () => {
    const { file, use, day, rows } = await district();
    await use('m1', 'm1');
    await file(scoresKey('r1', 'scores'), scores);
    await file(scoresKey('r1', 'reasons'), reasons);
    await file(scoresKey('r1', 'forecasts'), forecasts);
    await day('r1');
    await day('r2');
    expect(
      await rows('risk_score', 'student_key, basis, out_of_20_low, out_of_20_high', 'list_order limit 1'),
    ).toEqual([['bea', 'model', 1, 3]]);
    expect(await rows('risk_reason', 'words', '1')).toEqual([['w']]);
    expect(await rows('mark_forecast', 'forecast', '1')).toEqual([[70]]);
  });
});

describe('a day on which one task could not be scored', () => {
  it('keeps its scores of the day before beside the others of today', async () => {
    const { file, use, day, rows } = await district();
    await use('m1', 'm1');
    await file(scoresKey('r1', 'scores'), scores);
    await file(scoresKey('r1', 'reasons'), reasons);
    await day('r1');
    await file(scoresKey('r2', 'scores'), `select * from (${scores}) where false`);
    await file(scoresKey('r2', 'reasons'), `select * from (${reasons}) where false`);
    await file(scoresKey('r2', 'refused'), "select 'dropout' as task, 'w' as what, 'm' as mend");
    await day('r2');
    expect(await rows('risk_score', 'student_key, basis', 'list_order limit 1')).toEqual([['bea', 'model']]);
    expect(await rows('risk_reason', 'words', '1')).toEqual([['w']]);
  });
});

describe('a score past its last day', () => {
  it.each([
    ['2026-03-15', 'bea'],
    ['2026-03-16', 'ann'],
  ])('on %s puts %s first', async (date, first) => {
    const { file, use, day, rows } = await district();
    await use(null, 'm1');
    await file(scoresKey('r1', 'scores'), scores);
    await day('r1');
    await day('r2', date);
    expect(await rows('risk_score', 'student_key', 'list_order limit 1')).toEqual([[first]]);
  });
});

describe('a model that was taken off', () => {
  it('leaves neither reasons nor forecasts behind on the plain list', async () => {
    const { file, use, day, rows } = await district();
    await use('m1', 'm1');
    await file(scoresKey('r1', 'scores'), scores);
    await file(scoresKey('r1', 'reasons'), reasons);
    await file(scoresKey('r1', 'forecasts'), forecasts);
    await day('r1');
    await use(null, null);
    await day('r2');
    expect(await rows('risk_score', 'distinct basis, model_id', '1')).toEqual([['plain', null]]);
    expect(await rows('risk_reason', '*', '1')).toEqual([]);
    expect(await rows('mark_forecast', '*', '1')).toEqual([]);
  });

  it('with a damaged file of measures does not keep the day from its release', async () => {
    const { lake, use, day, rows } = await district();
    await use(null, null);
    await lake.writeText(`${archivePrefix('dropout', 'm1')}/measures.parquet`, 'PAR1 damaged PAR1');
    await day('r1');
    expect(await rows('model_measure', '*', '1')).toEqual([]);
    expect(await rows('risk_score', 'student_key', 'list_order')).toEqual([['ann'], ['bea'], ['cid']]);
  });
});
