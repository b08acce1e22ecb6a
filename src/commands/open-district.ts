// What most commands begin with: the district's file, its state on this machine, and the release that they read.
import type { District } from '../../lib/district.ts';
import { directoryLake } from '../adapters/directory-lake.ts';
import { openSession, type Session } from '../adapters/duckdb.ts';
import { definitionsRoot } from '../definitions/definitions.ts';
import { districtHome, readDistrict } from '../district/district-home.ts';
import type { Lake } from '../lake/lake.ts';
import type { Manifest } from '../release/manifest.ts';
import { currentReleaseId, readManifest } from '../release/release-store.ts';
import type { Invocation } from './command.ts';
import { NoReleaseError } from './no-release-error.ts';

export interface OpenDistrict {
  readonly root: string;
  readonly district: District;
  readonly file: string;
  readonly home: string;
  readonly lake: Lake;
}

/** @throws UsageError, DistrictUnknownError, DistrictError */
export function openDistrict(given: Invocation): OpenDistrict {
  const root = definitionsRoot();
  const { district, file } = readDistrict(given.need('district'), root);
  const home = districtHome(district.district);
  return { root, district, file, home, lake: directoryLake(home) };
}

/** The named release, or the current one. @throws NoReleaseError */
export async function releaseOf({ lake, district }: OpenDistrict, id?: string): Promise<Manifest> {
  const wanted = id ?? (await currentReleaseId(lake));
  const manifest = wanted === undefined ? undefined : await readManifest(lake, wanted);
  if (!manifest) throw new NoReleaseError(district.district, id);
  return manifest;
}

export async function withSession<T>(lake: Lake, use: (session: Session) => Promise<T>): Promise<T> {
  const session = await openSession({ tempDir: lake.tempDir });
  try {
    return await use(session);
  } finally {
    session.close();
  }
}
