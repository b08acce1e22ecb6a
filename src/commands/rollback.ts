// The command `rollback`: lets readers see an earlier release again, after proof that all of it is there.
import { HomeroomError } from '../errors/homeroom-error.ts';
import type { Manifest } from '../release/manifest.ts';
import { moveRelease } from '../release/release-store.ts';
import { missingFiles, readingsOf, releasesAfter } from '../rollback/undone.ts';
import { freeLease, takeLease } from '../run/lease.ts';
import { requestReplay } from '../run/replay.ts';
import { type Command, districtOption } from './command.ts';
import { type OpenDistrict, openDistrict, releaseOf } from './open-district.ts';

class NoEarlierReleaseError extends HomeroomError {
  constructor(district: string) {
    super('NO_EARLIER_RELEASE', 'There is no release before the current one.', {
      where: `district ${district}`,
      mend: `npx homeroom status --district ${district} lists the releases.`,
    });
  }
}

class ReleaseIncompleteError extends HomeroomError {
  constructor(release: string, missing: readonly string[], district: string) {
    super('RELEASE_INCOMPLETE', `${missing.length} files of the release are missing; nothing was changed.`, {
      where: `release ${release}: ${missing[0] ?? ''}`,
      mend: `Choose another release, or make everything again: npx homeroom rebuild --district ${district}`,
    });
  }
}

export const rollback: Command = {
  name: 'rollback',
  summary: 'Let readers see an earlier release again.',
  usage: '[RELEASE] --district NAME [--replay]',
  examples: ['rollback --district contoso', 'rollback r000012-2022-02-15 --district contoso --replay'],
  options: {
    ...districtOption,
    replay: { type: 'boolean', help: 'Have the next run read again what the undone releases had taken in.' },
  },
  async run(given) {
    const opened = openDistrict(given);
    const { lake, district } = opened;
    const owner = `rollback-${process.pid}`;
    await takeLease(lake, owner);
    try {
      const current = await releaseOf(opened);
      const target = await targetOf(opened, current, given.positionals[0]);
      const missing = await missingFiles(lake, target);
      if (missing.length > 0) throw new ReleaseIncompleteError(target.releaseId, missing, district.district);
      const undone = await releasesAfter(lake, target.releaseId);
      const readings = await readingsOf(lake, undone);
      if (given.flag('replay')) for (const reading of readings) await requestReplay(lake, reading);
      await moveRelease(lake, target.releaseId);
      const done = {
        district: district.district,
        from: current.releaseId,
        release: target.releaseId,
        date: target.date,
        tables: Object.keys(target.tables).length,
        rows: rowsOf(target),
        undone: undone.map((m) => m.releaseId),
        files_undone: readings.length,
        replay_requested: given.flag('replay'),
      };
      given.out(given.json ? JSON.stringify(done) : text(done));
      return 0;
    } finally {
      await freeLease(lake, owner);
    }
  },
};

async function targetOf(
  opened: OpenDistrict,
  current: Manifest,
  named: string | undefined,
): Promise<Manifest> {
  const id = named ?? current.previous;
  if (id === null) throw new NoEarlierReleaseError(opened.district.district);
  return releaseOf(opened, id);
}

function rowsOf(manifest: Manifest): number {
  const files = Object.values(manifest.tables).flatMap((t) => Object.values(t.parts).flat());
  return files.reduce((sum, f) => sum + f.rows, 0);
}

interface Done {
  readonly district: string;
  readonly release: string;
  readonly date: string;
  readonly tables: number;
  readonly rows: number;
  readonly undone: readonly string[];
  readonly files_undone: number;
  readonly replay_requested: boolean;
}

function text(done: Done): string {
  const seen = `Readers now see release ${done.release} (as on ${done.date}): ${done.tables} tables, ${done.rows} rows.`;
  if (done.undone.length === 0) return seen;
  const files = `${done.files_undone} ${done.files_undone === 1 ? 'file' : 'files'}`;
  const next = done.replay_requested
    ? `The next run reads their ${files} again: npx homeroom run --district ${done.district}`
    : `Their ${files} are kept in raw but are no part of what readers see. To take them in again with the next run: npx homeroom rollback ${done.release} --district ${done.district} --replay`;
  return `${seen}\nUndone: ${done.undone.join(', ')}.\n${next}`;
}
