// The command `report`: makes the pages of a release, with their facts and receipts, and says where they lie.
import { join } from 'node:path';
import { openContext } from '../district/context.ts';
import { reportRelease } from '../reports/report-step.ts';
import { type Command, districtOption } from './command.ts';
import { openDistrict, releaseOf } from './open-district.ts';

export const report: Command = {
  name: 'report',
  summary: 'Make the pages of the district and of each school for the current release.',
  usage: '--district NAME',
  examples: ['report --district maple'],
  options: { ...districtOption },
  async run(given) {
    const open = openDistrict(given);
    const manifest = await releaseOf(open);
    const record = await reportRelease(await openContext(open.district.district), manifest);
    if (given.json) {
      given.out(JSON.stringify(record, null, 2));
      return 0;
    }
    given.out(
      `Release ${record.release} (as on ${record.run_date}): ${record.pages.length} pages in ${record.seconds} s, ${record.numbers} numbers, ${record.hidden} of them hidden to protect small groups.`,
    );
    for (const page of record.pages)
      given.out(
        `  ${page.name} (${page.lang}): ${join(open.home, page.html)}; paper: ${join(open.home, page.letter)}`,
      );
    return 0;
  },
};
