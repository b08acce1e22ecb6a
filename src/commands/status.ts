// The command `status`: what is released, what waits, and how the last runs ended.

import { directoryLake } from '../adapters/directory-lake.ts';
import { definitionsRoot } from '../definitions/definitions.ts';
import { districtHome, readDistrict } from '../district/district-home.ts';
import { deliveryOfKey } from '../intake/delivery.ts';
import { countNotRead, isPassing, whyNotRead } from '../intake/not-read.ts';
import { currentManifest, releaseIds } from '../release/release-store.ts';
import { failureKey, failureSchema } from '../run/tell.ts';
import { type Command, districtOption } from './command.ts';
import { notReadText } from './not-read-text.ts';

export const status: Command = {
  name: 'status',
  summary: 'Show what is released, what waits, and how the last runs ended.',
  usage: '--district NAME',
  examples: ['status --district contoso'],
  options: districtOption,
  async run(given) {
    const { district } = readDistrict(given.need('district'), definitionsRoot());
    const lake = directoryLake(districtHome(district.district));
    const current = await currentManifest(lake, district.district);
    const deliveries = (await lake.list('landing'))
      .filter((key) => !isPassing(key))
      .map((key) => deliveryOfKey(key, ''));
    const left = deliveries.flatMap((d) => {
      const because = whyNotRead(d, Object.keys(district.modules));
      return because === undefined ? [] : [{ module: d.module, because }];
    });
    const notRead = countNotRead(left);
    const releases = await releaseIds(lake);
    const runs = [...new Set((await lake.list('runs')).map((k) => k.split('/')[1] ?? ''))]
      .filter((r) => /^r\d/.test(r))
      .sort();
    const last = runs.at(-1);
    const text = last === undefined ? undefined : await lake.readText(failureKey(last));
    const failure = text === undefined ? null : failureSchema.parse(JSON.parse(text));
    const rows = Object.values(current.tables)
      .flatMap((t) => Object.values(t.parts).flat())
      .reduce((n, f) => n + f.rows, 0);
    const state = {
      district: district.district,
      release: current.releaseId === 'none' ? null : current.releaseId,
      date: current.releaseId === 'none' ? null : current.date,
      tables: Object.keys(current.tables).length,
      rows,
      releases,
      waiting: deliveries.length - left.length,
      not_read: notRead,
      last_run: last ?? null,
      failure,
    };
    if (given.json) given.out(JSON.stringify(state));
    else {
      given.out(`District ${state.district}`);
      given.out(
        state.release === null
          ? 'Nothing has been released yet.'
          : `Release ${state.release} (as on ${state.date}): ${state.tables} tables, ${state.rows} rows.`,
      );
      given.out(`${state.waiting} files wait in the drop zone; ${releases.length} releases are kept.`);
      for (const files of notRead) given.out(notReadText(files));
      if (failure?.goesOn)
        given.out(
          `The last run, ${last}, went on without new models (${failure.state}): ${failure.error}\n  ${failure.cause}`,
        );
      else if (failure)
        given.out(`The last run, ${last}, failed in ${failure.state}: ${failure.error}\n  ${failure.cause}`);
    }
    return 0;
  },
};
