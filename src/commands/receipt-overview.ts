// A receipt by the address of the portal's overview: each number of that choice as its readers got it, and made again.
import { bindReleased } from '../harmonize/released-views.ts';
import { ASKED, filterOf, queryOf, valuesOf } from '../portal/overview/address.ts';
import type { Extract } from '../portal/overview/extract.ts';
import { overviewKey, readExtract } from '../portal/overview/extract-schema.ts';
import { remakeOverview } from '../portal/overview/remake.ts';
import { type Told, toldOf } from '../portal/overview/told.ts';
import type { Invocation } from './command.ts';
import { type OpenDistrict, releaseOf, withSession } from './open-district.ts';
import { textTable } from './text-table.ts';
import { UsageError } from './usage-error.ts';

const PATH = /^\/([^/]+)\/district\/overview\.html$/;

/** As it stands in the browser, with or without its host; undefined for any other text. */
export function overviewAsked(text: string): URL | undefined {
  const url = URL.canParse(text, 'https://portal.invalid')
    ? new URL(text, 'https://portal.invalid')
    : undefined;
  return url !== undefined && PATH.test(url.pathname) ? url : undefined;
}

/** @returns 0, or 3 where a number differs. @throws UsageError, NoReleaseError */
export async function receiptOfOverview(given: Invocation, open: OpenDistrict, url: URL): Promise<number> {
  const release = PATH.exec(url.pathname)?.[1] ?? '';
  const manifest = await releaseOf(open, release);
  const text = await open.lake.readText(overviewKey(manifest.releaseId));
  if (text === undefined)
    throw new UsageError(
      'No portal was made of that release.',
      release,
      `Make it: npx homeroom portal --district ${open.district.district}`,
    );
  const extract = readExtract(text);
  refuseUnknown(extract, url.searchParams);
  const filter = filterOf(extract, (name) => url.searchParams.get(name));
  const printed = toldOf(extract, filter);
  const again = await withSession(open.lake, async (session) => {
    await bindReleased(session, open.root, open.lake, manifest.tables);
    return remakeOverview((sql) => session.rows(sql), extract, filter);
  });
  const lines = compared(printed, again);
  const same = lines.every((l) => l.same);
  if (given.json) {
    const choice = queryOf(extract, filter);
    given.out(JSON.stringify({ release, run_date: manifest.date, choice, numbers: lines, same }, null, 2));
    return same ? 0 : 3;
  }
  given.out(`The overview of release ${release}, as on ${manifest.date}.`);
  given.out(
    printed === null
      ? 'Hidden to protect a small group, or there is nothing of this choice; its receipt does not tell it either.'
      : textTable(
          ['number', 'printed', 'made again', 'same'],
          lines.map((l) => [l.number, said(l.printed), said(l.again), l.same ? 'the same' : 'NOT the same']),
        ),
  );
  return same ? 0 : 3;
}

const said = (value: number | null): string => (value === null ? 'hidden' : String(value));

interface Line {
  readonly number: string;
  readonly printed: number | null;
  readonly again: number | null;
  readonly same: boolean;
}

export function compared(printed: Told | null, again: Told | null): Line[] {
  return Object.keys({ ...printed, ...again }).map((number) => {
    const [first, second] = [printed?.[number] ?? null, again?.[number] ?? null];
    return { number, printed: first, again: second, same: first === second };
  });
}

/** A page shows everything for a filter that it doesn't know; a receipt must not be of something else than was asked. */
function refuseUnknown(extract: Extract, asked: URLSearchParams): void {
  const values = valuesOf(extract);
  for (const name of ASKED) {
    const value = asked.get(name);
    if (value !== null && value !== '' && !values[name].includes(value))
      throw new UsageError(
        `The overview of that release has no such ${name}.`,
        name,
        'Copy the address of the page as it stands in the browser.',
      );
  }
}
