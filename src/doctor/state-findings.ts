// Whether a district's state on this machine is well: key, folder, lease, drop zone, and every file of the release.
import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Lake } from '../lake/lake.ts';
import { filesOf } from '../release/prune.ts';
import { currentReleaseId, readManifest } from '../release/release-store.ts';
import { heldLease } from '../run/lease.ts';
import { rebuildRequested } from '../run/rebuild.ts';
import { requestedReplays } from '../run/replay.ts';
import { type Finding, fault, note, ok } from './finding.ts';

export interface StateSeen {
  readonly district: string;
  readonly modules: readonly string[];
  readonly home: string;
  readonly lake: Lake;
}

export async function stateFindings(seen: StateSeen): Promise<Finding[]> {
  if (!existsSync(seen.home)) {
    return [
      note(
        'state',
        `${seen.home} is not there yet`,
        `npx homeroom land --district ${seen.district} --module … PATH`,
      ),
    ];
  }
  return [
    folderFinding(seen.home),
    keyFinding(join(seen.home, 'keys', 'pseudonym.key')),
    await leaseFinding(seen.lake),
    ...(await landingFindings(seen)),
    await releaseFinding(seen),
    ...(await wishFindings(seen.lake)),
  ];
}

function folderFinding(home: string): Finding {
  try {
    accessSync(home, constants.W_OK | constants.R_OK | constants.X_OK);
    return ok('state folder', home);
  } catch {
    return fault(
      'state folder',
      `${home} may not be written`,
      'Give yourself write access, or set HOMEROOM_HOME to another folder.',
    );
  }
}

export function keyFinding(path: string): Finding {
  const thing = 'pseudonym key';
  if (!existsSync(path))
    return note(thing, 'not made yet', 'The first run makes it; keep a copy in a safe place then.');
  if (!/^[0-9a-f]{64}$/.test(readFileSync(path, 'utf8').trim())) {
    return fault(
      thing,
      'does not hold 32 bytes in hexadecimal',
      `Restore ${path} from your copy; a new key gives every student a new pseudonym.`,
    );
  }
  const mode = statSync(path).mode & 0o777;
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
    return fault(thing, `may be read by others (mode ${mode.toString(8)})`, `chmod 600 ${path}`);
  }
  return ok(thing, `${path} (keep a copy in a safe place: without it no pseudonym can be made again)`);
}

async function leaseFinding(lake: Lake): Promise<Finding> {
  const lease = await heldLease(lake);
  if (lease === undefined) return ok('lease', 'no run is under way');
  if (lease.alive) return note('lease', `run ${lease.runId} is under way`, 'Wait until it has ended.');
  return note(
    'lease',
    `run ${lease.runId} died and left it behind`,
    'Nothing: the next run takes it over and reads again what was waiting.',
  );
}

async function landingFindings({ lake, modules, district }: StateSeen): Promise<Finding[]> {
  const waiting = (await lake.list('landing')).map((key) => key.split('/')[1] ?? '');
  const strange = [...new Set(waiting)].filter((module) => !modules.includes(module));
  const known = waiting.filter((module) => modules.includes(module)).length;
  return [
    known > 0
      ? note('drop zone', `${known} files wait`, `npx homeroom run --district ${district}`)
      : ok('drop zone', 'empty'),
    ...strange.map((module) =>
      fault(
        `drop zone of ${module}`,
        `${waiting.filter((m) => m === module).length} files of a source that the district does not use`,
        `Add "${module}" under "modules" in the district file, or take the files away.`,
      ),
    ),
  ];
}

async function releaseFinding({ lake, district }: StateSeen): Promise<Finding> {
  const id = await currentReleaseId(lake);
  if (id === undefined)
    return note('release', 'nothing has been released yet', `npx homeroom run --district ${district}`);
  const manifest = await readManifest(lake, id);
  if (!manifest) {
    return fault(
      'release',
      `${id} has lost its manifest`,
      `npx homeroom status --district ${district} lists others for npx homeroom rollback`,
    );
  }
  const files = [...filesOf(manifest)];
  const missing: string[] = [];
  for (const key of files) if (!(await lake.exists(key))) missing.push(key);
  if (missing.length === 0) return ok('release', `${id}: all ${files.length} files are there`);
  return fault(
    'release',
    `${id}: ${missing.length} of ${files.length} files are missing, the first ${missing[0] ?? ''}`,
    `npx homeroom rebuild --district ${district}`,
  );
}

async function wishFindings(lake: Lake): Promise<Finding[]> {
  const replays = (await requestedReplays(lake)).length;
  const rebuild = await rebuildRequested(lake);
  return [
    ...(replays > 0 ? [note('replay', `the next run reads ${replays} files again`, '')] : []),
    ...(rebuild ? [note('rebuild', 'the next run makes everything again from raw', '')] : []),
  ];
}
