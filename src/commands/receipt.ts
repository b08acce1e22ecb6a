// The command `receipt`: what a printed number is, and the number made again from the release that it names.
import { definitionsRoot } from '../definitions/definitions.ts';
import { metricFile, metricVersion } from '../facts/metric-version.ts';
import { NoReceiptError, remake } from '../facts/receipts.ts';
import { recipeSql } from '../facts/recipe.ts';
import { bindReleased } from '../harmonize/released-views.ts';
import { readMetrics } from '../metrics/registry.ts';
import { releaseIds } from '../release/release-store.ts';
import { keptReceipt } from '../reports/keep-receipts.ts';
import { type Command, districtOption } from './command.ts';
import { openDistrict, releaseOf, withSession } from './open-district.ts';
import { overviewAsked, receiptOfOverview } from './receipt-overview.ts';
import { UsageError } from './usage-error.ts';

export const receipt: Command = {
  name: 'receipt',
  summary:
    'What a number rests on, and the number made again from its release: by its id, or those of the overview by its address.',
  usage: '--district NAME (ID | ADDRESS)',
  examples: [
    'receipt --district maple r-0123456789abcdef',
    "receipt --district maple '/r000004-2026-03-13/district/overview.html?grade=09&from=2026-02-02'",
  ],
  options: { ...districtOption },
  exits: { 3: 'The number made again differs from the printed one.' },
  async run(given) {
    const [id] = given.positionals;
    if (id === undefined)
      throw new UsageError(
        'No receipt was named.',
        'ID',
        'Give the id beside the number, or the address of the overview.',
      );
    const open = openDistrict(given);
    const address = overviewAsked(id);
    if (address !== undefined) return receiptOfOverview(given, open, address);
    for (const release of (await releaseIds(open.lake)).reverse()) {
      const found = await keptReceipt(open.lake, release, id);
      if (!found) continue;
      const manifest = await releaseOf(open, release);
      const again = await withSession(open.lake, async (session) => {
        await bindReleased(session, open.root, open.lake, manifest.tables);
        return remake(found, (sql) => session.rows(sql));
      });
      const metric = readMetrics().find((m) => m.metric === metricFile(found.metric));
      const same = found.state !== 'known' || again === found.value;
      const changed = metricVersion(found.metric, definitionsRoot()) !== found.version;
      if (given.json) {
        // What nobody could know is not told now either, though a column holds a number.
        const shown = found.state === 'known' ? again : null;
        given.out(
          JSON.stringify(
            {
              ...found,
              release,
              run_date: manifest.date,
              again: shown,
              same,
              definition_changed: changed,
              sql: recipeSql(found.recipe),
            },
            null,
            2,
          ),
        );
      } else {
        given.out(
          `${metric?.title ?? found.metric} (${found.metric}, definition ${found.version}${changed ? ', which has changed since' : ''})`,
        );
        given.out(metric?.sentence ?? '');
        given.out(`Release ${release}, as on ${manifest.date}: ${recipeSql(found.recipe)}`);
        given.out(
          found.state === 'hidden'
            ? 'The number is hidden to protect a small group; its receipt does not tell it either.'
            : found.state === 'no_data'
              ? 'No number was printed: on that day nobody could know it.'
              : `Printed ${found.value ?? 'nothing'}; made again ${again ?? 'nothing'}: ${same ? 'the same' : 'NOT the same'}.`,
        );
      }
      return same ? 0 : 3;
    }
    throw new NoReceiptError(id);
  },
};
