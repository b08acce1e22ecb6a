// Lets readers see an earlier release again, after proof that all of it is there.
import { HomeroomError } from '../errors/homeroom-error.ts';
import type { Lake } from '../lake/lake.ts';
import type { Catalog } from '../release/catalog.ts';
import type { Manifest } from '../release/manifest.ts';
import { currentManifest, moveRelease, readManifest } from '../release/release-store.ts';
import { freeLease, takeLease } from '../run/lease.ts';
import { requestReplay } from '../run/replay.ts';
import { missingFiles, readingsOf, releasesAfter } from './undone.ts';

export class NoEarlierReleaseError extends HomeroomError {
  constructor(district: string) {
    super('NO_EARLIER_RELEASE', 'There is no release before the current one.', {
      where: `district ${district}`,
      mend: `npx homeroom status --district ${district} lists the releases.`,
    });
  }
}

export class ReleaseUnknownError extends HomeroomError {
  constructor(release: string, district: string) {
    super('NO_RELEASE', `There is no release "${release}".`, {
      where: `district ${district}`,
      mend: `npx homeroom status --district ${district} lists the releases.`,
    });
  }
}

export class ReleaseIncompleteError extends HomeroomError {
  constructor(release: string, missing: readonly string[], district: string) {
    super('RELEASE_INCOMPLETE', `${missing.length} files of the release are missing; nothing was changed.`, {
      where: `release ${release}: ${missing[0] ?? ''}`,
      mend: `Choose another release, or make everything again: npx homeroom rebuild --district ${district}`,
    });
  }
}

export interface RollbackInput {
  readonly lake: Lake;
  readonly district: string;
  /** The one before the current one, where none is named. */
  readonly release?: string | undefined;
  /** Have the next run read again what the undone releases had taken in. */
  readonly replay: boolean;
  /** Where there is one, its tables go back as well. */
  readonly catalog?: Catalog | undefined;
}

export interface RolledBack {
  readonly district: string;
  readonly from: string;
  readonly release: string;
  readonly date: string;
  readonly tables: number;
  readonly rows: number;
  readonly undone: readonly string[];
  readonly files_undone: number;
  readonly replay_requested: boolean;
}

/** @throws LeaseHeldError, NoEarlierReleaseError, ReleaseUnknownError, ReleaseIncompleteError */
export async function rollBack(input: RollbackInput): Promise<RolledBack> {
  const { lake } = input;
  const owner = `rollback-${process.pid}`;
  await takeLease(lake, owner);
  try {
    return await rolledBack(input);
  } finally {
    await freeLease(lake, owner);
  }
}

async function rolledBack({ lake, district, release, replay, catalog }: RollbackInput): Promise<RolledBack> {
  const current = await currentManifest(lake, district);
  const id = release ?? current.previous;
  if (id === null) throw new NoEarlierReleaseError(district);
  const target = await readManifest(lake, id);
  if (!target) throw new ReleaseUnknownError(id, district);
  const missing = await missingFiles(lake, target);
  if (missing.length > 0) throw new ReleaseIncompleteError(id, missing, district);
  const undone = await releasesAfter(lake, id);
  const readings = await readingsOf(lake, undone);
  if (replay) for (const reading of readings) await requestReplay(lake, reading);
  await moveRelease(lake, id);
  await catalog?.show(target);
  return {
    district,
    from: current.releaseId,
    release: id,
    date: target.date,
    tables: Object.keys(target.tables).length,
    rows: rowsOf(target),
    undone: undone.map((m) => m.releaseId),
    files_undone: readings.length,
    replay_requested: replay,
  };
}

function rowsOf(manifest: Manifest): number {
  const files = Object.values(manifest.tables).flatMap((t) => Object.values(t.parts).flat());
  return files.reduce((sum, f) => sum + f.rows, 0);
}
