// The command `codes`: local attendance codes that no map covers; they block the measure of their students, not the load.

import { join } from 'node:path';
import { ATTENDANCE_CATEGORIES } from '../../lib/district.ts';
import { codesToWrite, type UncoveredCode, uncoveredCodes } from '../codes/uncovered-codes.ts';
import { openRelease } from '../query/release-session.ts';
import { type Command, districtOption } from './command.ts';
import { type OpenDistrict, openDistrict, releaseOf } from './open-district.ts';
import { textTable } from './text-table.ts';

export const codes: Command = {
  name: 'codes',
  summary: 'List attendance codes that have no meaning yet, and where to give them one.',
  usage: '--district NAME',
  examples: ['codes --district contoso'],
  options: districtOption,
  async run(given) {
    const opened = openDistrict(given);
    const manifest = await releaseOf(opened);
    const session = await openRelease(opened.root, opened.lake, manifest, join(opened.home, 'lake'));
    try {
      const found = await uncoveredCodes(session);
      const write = { attendance: { modules: codesToWrite(found) } };
      if (given.json) {
        given.out(
          JSON.stringify({
            district: opened.district.district,
            release: manifest.releaseId,
            codes: found,
            write,
          }),
        );
      } else given.out(text(opened, found, write));
      return 0;
    } finally {
      session.close();
    }
  },
};

function text({ file }: OpenDistrict, found: readonly UncoveredCode[], write: unknown): string {
  if (found.length === 0) return 'Every attendance code has a meaning.';
  const table = textTable(
    ['source', 'code', 'word', 'school', 'marks', 'students', 'first', 'last'],
    found.map((c) => [
      c.module,
      c.local_code || '(blank)',
      c.local_status || '(blank)',
      c.school_name || c.school_key || '(unknown)',
      String(c.marks),
      String(c.students),
      c.first_date,
      c.last_date,
    ]),
  );
  return [
    table,
    '',
    'Days with these marks stay out of the rates until each code has a meaning.',
    `Write into ${file} (and choose the category of each):`,
    '',
    JSON.stringify(write, null, 2),
    '',
    `Categories: ${ATTENDANCE_CATEGORIES.join(', ')}.`,
    'The next run measures anew what they touch.',
  ].join('\n');
}
