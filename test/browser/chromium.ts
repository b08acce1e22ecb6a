// Finds a Chromium on this machine and starts it; without one it says how to get it.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { HomeroomError } from '../../src/errors/homeroom-error.ts';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export class NoBrowserError extends HomeroomError {
  constructor() {
    super('NO_BROWSER', 'There is no Chromium on this machine, so nothing was tested.', {
      where: PLACES.join(', '),
      mend: 'Install it (Debian: apt-get install chromium), or name its program: CHROMIUM=/path/to/chromium npm run test:browser',
    });
  }
}

const here = () => [process.env.CHROMIUM, ...PLACES].find((p) => p !== undefined && existsSync(p));

/** Where it may, it installs Debian's package: a new machine has none. @throws NoBrowserError */
export function chromiumPath(): string {
  const found = here() ?? (installed() ? here() : undefined);
  if (found === undefined) throw new NoBrowserError();
  return found;
}

function installed(): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  process.stderr.write('Installing Chromium (once, about a minute) …\n');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...words: string[]) =>
    spawnSync('apt-get', ['-qq', ...words], { env, stdio: 'ignore' }).status === 0;
  return apt('update') && apt('install', '-y', '--no-install-recommends', 'chromium');
}

export function startChromium(): Promise<Browser> {
  // The sandbox needs rights that a container's only user, root, has not.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath: chromiumPath(), args });
}
