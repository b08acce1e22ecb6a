// The command `diff`: what changed between two releases, and why, to the last row.
import { releaseDiff } from '../diff/release-diff.ts';
import { HomeroomError } from '../errors/homeroom-error.ts';
import type { Manifest } from '../release/manifest.ts';
import { releaseIds } from '../release/release-store.ts';
import { type Command, districtOption, type Invocation } from './command.ts';
import { diffText } from './diff-text.ts';
import { type OpenDistrict, openDistrict, releaseOf, withSession } from './open-district.ts';
import { UsageError } from './usage-error.ts';
import { wholeNumber } from './whole-number.ts';

class OneReleaseError extends HomeroomError {
  constructor(district: string) {
    super('ONE_RELEASE', 'There is only one release, and nothing to compare it with.', {
      where: `district ${district}`,
      mend: `npx homeroom run --district ${district} makes the next one.`,
    });
  }
}

export const diff: Command = {
  name: 'diff',
  summary: 'Show what changed between two releases, and why, to the last row.',
  usage: '[A B] --district NAME [--rows] [--table NAME]',
  examples: [
    'diff --district contoso',
    'diff r000011-2022-02-14 r000012-2022-02-15 --district contoso --table enrollment --rows --limit 50',
  ],
  options: {
    ...districtOption,
    rows: {
      type: 'boolean',
      help: 'List the rows themselves: keys, changed columns, and the file that brought them.',
    },
    limit: { type: 'string', value: 'N', fallback: '20', help: 'With --rows: at most so many rows a table.' },
    table: { type: 'string', value: 'NAME', help: 'Only this table.' },
  },
  async run(given) {
    const rows = given.flag('rows') ? wholeNumber(given, 'limit') : 0;
    const opened = openDistrict(given);
    const { root, lake, district } = opened;
    const [before, after] = await pair(opened, given);
    const only = given.text('table');
    if (only !== undefined && !(only in after.tables) && !(only in before.tables)) {
      throw new UsageError(
        `There is no table "${only}".`,
        '--table',
        'docs/tables.md lists the stored tables.',
      );
    }
    const modules = Object.keys(district.modules);
    const found = await withSession(lake, (session) =>
      releaseDiff({ root, lake, session, modules, before, after, rows, only }),
    );
    given.out(given.json ? JSON.stringify({ district: district.district, ...found }) : diffText(found));
    return 0;
  },
};

/** Without names: the release before the current one, and the current one. */
async function pair(opened: OpenDistrict, given: Invocation): Promise<[Manifest, Manifest]> {
  const [a, b] = given.positionals;
  const after = await releaseOf(opened, b);
  if (a !== undefined) return [await releaseOf(opened, a), after];
  const before =
    after.previous ?? (await releaseIds(opened.lake)).filter((id) => id < after.releaseId).at(-1);
  if (before === undefined || before === null) throw new OneReleaseError(opened.district.district);
  return [await releaseOf(opened, before), after];
}
