// The doctor tells a fault from a note, and says how to mend each.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { directoryLake } from '../adapters/directory-lake.ts';
import { definitionsRoot } from '../definitions/definitions.ts';
import { rememberDistrictFile } from '../district/district-home.ts';
import { emptyManifest } from '../release/manifest.ts';
import { publishRelease } from '../release/release-store.ts';
import { takeLease } from '../run/lease.ts';
import { roomFinding } from './disk-finding.ts';
import { districtFindings } from './district-findings.ts';
import type { Finding } from './finding.ts';
import { readVersions } from './read-versions.ts';
import { keyFinding, stateFindings } from './state-findings.ts';
import { type Versions, versionFindings } from './versions.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doctor-'));
  process.env.HOMEROOM_HOME = folder;
});
afterEach(() => {
  delete process.env.HOMEROOM_HOME;
  rmSync(folder, { recursive: true, force: true });
});

const stateOf = (findings: readonly Finding[], thing: string) =>
  findings.find((f) => f.thing === thing)?.state;

describe('versions', () => {
  const well: Versions = {
    node: '24.21.0',
    packages: { 'aws-cdk': ['2.1148.1', '2.1148.1'] },
    python: '3.11.7',
    sqlglot: ['30.0.0', '30.0.0'],
    stamps: { node_modules: true, '.venv': true },
  };

  it('are well where they are those of the project', () => {
    expect(versionFindings(well).map((f) => f.state)).toEqual(versionFindings(well).map(() => 'ok'));
  });

  it.each([
    ['an old Node', { node: '20.1.0' }, 'Node'],
    ['another package', { packages: { 'aws-cdk': ['2.1148.1', '2.0.0'] } }, 'aws-cdk'],
    ['a missing package', { packages: { 'aws-cdk': ['2.1148.1', undefined] } }, 'aws-cdk'],
    ['a command line of major 1', { packages: { 'aws-cdk': ['1.1.0', '1.1.0'] } }, 'CDK command line'],
    ['an old Python', { python: '3.9.1' }, 'Python'],
    ['another translator', { sqlglot: ['30.0.0', '29.0.0'] }, 'sqlglot'],
    ['a set-up older than its lock', { stamps: { node_modules: false } }, 'set-up of node_modules'],
  ] satisfies [string, Partial<Versions>, string][])('%s is a fault, with its mend', (_, change, thing) => {
    const found = versionFindings({ ...well, ...change }).find((f) => f.thing === thing);
    expect(found?.state).toBe('fault');
    expect(found?.what_to_do).not.toBe('');
  });

  it('of this machine can be read', () => {
    const found = readVersions(definitionsRoot());
    expect(found.packages['aws-cdk']?.[0]).toMatch(/^2\./);
    expect(found.sqlglot[0]).toMatch(/^\d+\./);
  });
});

describe('the key', () => {
  const path = () => join(folder, 'pseudonym.key');

  it('is well with 32 bytes that only its owner may read', () => {
    writeFileSync(path(), 'ab'.repeat(32), { mode: 0o600 });
    expect(keyFinding(path())).toMatchObject({ state: 'ok', found: expect.stringContaining('copy') });
  });

  it('is a fault where others may read it, or where it is no key', () => {
    writeFileSync(path(), 'ab'.repeat(32), { mode: 0o600 });
    chmodSync(path(), 0o644);
    expect(keyFinding(path())).toMatchObject({ state: 'fault', what_to_do: `chmod 600 ${path()}` });
    writeFileSync(path(), 'short', { mode: 0o600 });
    expect(keyFinding(path()).state).toBe('fault');
  });

  it('is never shown', () => {
    writeFileSync(path(), 'ab'.repeat(32), { mode: 0o600 });
    expect(JSON.stringify(keyFinding(path()))).not.toContain('abababab');
  });
});

describe('a district', () => {
  const base = { district: 'maple', name: 'Maple', timezone: 'America/New_York', modules: { clever: {} } };
  const written = (district: object) => {
    const file = join(folder, 'maple-file.json');
    writeFileSync(file, JSON.stringify(district));
    rememberDistrictFile('maple', file);
    return districtFindings(definitionsRoot(), 'maple').findings;
  };

  it('is well with its contracts', () => {
    expect(written(base).map((f) => [f.thing, f.state])).toEqual([
      ['district file of maple', 'ok'],
      ['contract of clever', 'ok'],
    ]);
  });

  it('is at fault with a key that nobody knows, or a module that is not there', () => {
    expect(stateOf(written({ ...base, timezome: 'x' }), 'district file of maple')).toBe('fault');
    expect(stateOf(written({ ...base, modules: { nosuch: {} } }), 'contract of nosuch')).toBe('fault');
  });

  it('is at fault without the list of opt-outs that it names', () => {
    expect(stateOf(written({ ...base, optOuts: 'opt-outs.csv' }), 'list of opt-outs')).toBe('fault');
  });

  it('without any file says how to write one', () => {
    const [finding] = districtFindings(definitionsRoot(), 'nowhere').findings;
    expect(finding).toMatchObject({
      state: 'fault',
      what_to_do: expect.stringContaining('homeroom init nowhere'),
    });
  });
});

describe('the state', () => {
  const seen = () => {
    const home = join(folder, 'maple');
    mkdirSync(home, { recursive: true });
    return { district: 'maple', modules: ['clever'], home, lake: directoryLake(home) };
  };

  it('is at fault with files of a source that is not in use', async () => {
    const s = seen();
    await s.lake.writeText('landing/clever/a.csv', 'x');
    await s.lake.writeText('landing/clevr/a.csv', 'x');
    const findings = await stateFindings(s);
    expect(stateOf(findings, 'drop zone')).toBe('note');
    expect(stateOf(findings, 'drop zone of clevr')).toBe('fault');
  });

  it('is at fault when a file of the release is missing', async () => {
    const s = seen();
    const key = 'lake/school/part=all/r000001-2026-03-10/0.parquet';
    const tables = { school: { partition: 'all' as const, parts: { all: [{ key, rows: 1 }] } } };
    await publishRelease(s.lake, { ...emptyManifest('maple'), releaseId: 'r000001-2026-03-10', tables });
    expect(stateOf(await stateFindings(s), 'release')).toBe('fault');
    await s.lake.writeText(key, 'x');
    expect(stateOf(await stateFindings(s), 'release')).toBe('ok');
  });

  it('tells a run under way from one that has died', async () => {
    const s = seen();
    await takeLease(s.lake, 'r000001-2026-03-10');
    const alive = (await stateFindings(s)).find((f) => f.thing === 'lease');
    expect([alive?.state, alive?.found]).toEqual(['note', 'run r000001-2026-03-10 is under way']);
    await s.lake.writeText(
      'runs/lease.json',
      JSON.stringify({
        runId: 'r000001-2026-03-10',
        host: 'elsewhere',
        pid: 1,
        until: '2020-01-01T00:00:00.000Z',
      }),
    );
    expect((await stateFindings(s)).find((f) => f.thing === 'lease')?.found).toContain('died');
  });
});

it.each([
  [0.5, 'fault'],
  [3, 'note'],
  [50, 'ok'],
])('%d GB of room: %s', (gib, state) => {
  expect(roomFinding(gib * 1024 ** 3, '/somewhere').state).toBe(state);
});
