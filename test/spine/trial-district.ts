// A district in a folder of its own, for tests: land files, run days, ask the release.
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { type DistrictFile, defaultDistrict } from '../../lib/district.ts';
import { directoryLake } from '../../src/adapters/directory-lake.ts';
import { readDistrict, rememberDistrictFile } from '../../src/district/district-home.ts';
import { openRelease } from '../../src/query/release-session.ts';
import type { Manifest } from '../../src/release/manifest.ts';
import { currentManifest } from '../../src/release/release-store.ts';
import { type RunReport, runReport } from '../../src/run/run-report.ts';
import { runDay } from '../../src/runtime/run-day.ts';

export const repository = dirname(dirname(import.meta.dirname));
export const shared = join(dirname(repository), 'shared', 'data');

/** Says so on the screen when published data is not there, and tells the caller to skip. */
export function published(...path: string[]): string | undefined {
  const folder = join(shared, ...path);
  if (existsSync(folder)) return folder;
  process.stderr.write(`skipped: ${path.join('/')} is not beside the repository\n`);
  return undefined;
}

export interface TrialDistrict {
  readonly name: string;
  readonly home: string;
  /** Lands a file or a folder; `under` is put before its paths. */
  land(module: string, path: string, under?: string): void;
  landText(module: string, path: string, text: string | Uint8Array): void;
  run(date: string): Promise<RunReport>;
  rows(sql: string): Promise<unknown[][]>;
  manifest(): Promise<Manifest>;
  remove(): void;
}

/** One key for all, so that the pictures of two districts can be compared. */
const pseudonymKey = '5eed'.repeat(16);

export function trialDistrict(
  modules: readonly string[],
  more: Partial<DistrictFile> = {},
  root = repository,
): TrialDistrict {
  const folder = mkdtempSync(join(tmpdir(), 'homeroom-trial-'));
  process.env.HOMEROOM_HOME = folder;
  const name = 'trial';
  const home = join(folder, name);
  const file = join(folder, `${name}.json`);
  const base = defaultDistrict({ district: name, modules, timezone: 'America/New_York' });
  // Pages take seconds a day; the tests of pages ask for them.
  writeFileSync(file, JSON.stringify({ ...base, reports: { use: false }, ...more }));
  rememberDistrictFile(name, file);
  mkdirSync(join(home, 'keys'), { recursive: true });
  writeFileSync(join(home, 'keys', 'pseudonym.key'), pseudonymKey, { mode: 0o600 });
  const lake = directoryLake(home);
  const here = () => {
    process.env.HOMEROOM_HOME = folder;
  };
  return {
    name,
    home,
    land(module, path, under = '') {
      const zone = join(home, 'landing', module, under);
      if (statSync(path).isFile()) cpInto(path, join(zone, path.split('/').at(-1) ?? ''));
      else for (const f of filesBelow(path)) cpInto(f, join(zone, relative(path, f)));
    },
    landText(module, path, text) {
      const to = join(home, 'landing', module, path);
      mkdirSync(dirname(to), { recursive: true });
      writeFileSync(to, text);
    },
    async run(date) {
      here();
      const { district } = readDistrict(name, root);
      return runReport(lake, await runDay({ district, date }));
    },
    async rows(sql) {
      here();
      const release = await openRelease(root, lake, await currentManifest(lake, name), join(home, 'lake'));
      try {
        return (await release.ask(sql)).rows.map((r) => [...r]);
      } finally {
        release.close();
      }
    },
    manifest: () => currentManifest(lake, name),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function cpInto(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to);
}

export function filesBelow(path: string): string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile())
    .map((e) => join(e.parentPath, e.name))
    .sort();
}

/** What every analyst sees, whatever batch it came from: the answer of each view as sorted text. */
export async function picture(
  district: TrialDistrict,
  views: readonly string[] = defaultViews,
): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {};
  for (const view of views)
    all[view] = (await district.rows(`select * from ${view}`))
      .map((r) => JSON.stringify(r.map(settled)))
      .sort();
  return all;
}

/** Sums of doubles differ in their last digits with the order of rows. */
function settled(value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toPrecision(12)) : value;
}

const defaultViews = [
  'student_engagement',
  'school_engagement',
  'student_day',
  'student_source_engagement',
  'section_engagement',
  'student_week',
  'student_term',
] as const;
