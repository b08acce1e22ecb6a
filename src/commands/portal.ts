// The command `portal`: makes the site of the current release where there is none yet, and serves it on this machine.
import { portalOf } from '../portal/make-portal.ts';
import { portalRelease } from '../portal/portal-step.ts';
import { localSite } from '../portal/server/local-site.ts';
import { portalApp } from '../portal/server/portal-app.ts';
import { looksBack } from '../portal/server/saying-clock.ts';
import { serve } from '../portal/server/serve.ts';
import { type Command, districtOption } from './command.ts';
import { openDistrict, releaseOf } from './open-district.ts';
import { UsageError } from './usage-error.ts';

export const portal: Command = {
  name: 'portal',
  summary: 'Serve the portal of the current release on this machine, with a test user for each role.',
  usage: '--district NAME [--port N] [--fresh] [--build]',
  examples: ['portal --district maple'],
  options: {
    ...districtOption,
    port: {
      type: 'string',
      value: 'N',
      fallback: '8600',
      help: 'Port of 127.0.0.1; 0 takes any that is free.',
    },
    fresh: { type: 'boolean', help: 'Make the pages anew, even where they are there.' },
    build: { type: 'boolean', help: 'Make the pages and end, without serving them.' },
  },
  async run(given) {
    const port = portOf(given.need('port'));
    const place = openDistrict(given);
    const manifest = await releaseOf(place);
    const before = given.flag('fresh') ? undefined : await portalOf(place.lake, manifest.releaseId);
    const record = before ?? (await portalRelease(place, manifest));
    const made = `${record.files} files, ${(record.bytes / 1e6).toFixed(1)} MB, made in ${record.seconds} s`;
    if (given.flag('build')) {
      given.out(given.json ? JSON.stringify(record) : `Release ${record.release}: ${made}.`);
      return 0;
    }
    const site = await localSite(place, manifest, record);
    const { origin } = await serve(portalApp(site), port);
    const address = `${origin}/sign-in?start=${site.start}`;
    given.out(
      given.json
        ? JSON.stringify({ release: record.release, address, users: site.users.map((u) => u.viewer) })
        : `The portal of release ${record.release} (${made}) is at\n\n  ${address}\n\nIt can be reached from this machine alone, and the address is good until you stop it with Ctrl+C.${looksBack(manifest.date) ? ` The release is an old one: what is said counts as said on ${manifest.date}.` : ''}`,
    );
    await new Promise<never>(() => {});
    return 0;
  },
};

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new UsageError(`"${text}" is no port.`, 'homeroom portal --port', 'A whole number from 0 to 65535.');
}
