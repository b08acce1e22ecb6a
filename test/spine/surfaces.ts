// Every number that readers of a released day can see, surface by surface, with the way to make it again.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { District } from '../../lib/district.ts';
import type { Receipt } from '../../src/facts/draft.ts';
import { receiptSchema, remake } from '../../src/facts/receipts.ts';
import type { AskRows } from '../../src/facts/rows.ts';
import { overviewKey, readExtract } from '../../src/portal/overview/extract-schema.ts';
import { remakeOverview } from '../../src/portal/overview/remake.ts';
import { everything, type Filter } from '../../src/portal/overview/select.ts';
import { type Told, toldOf } from '../../src/portal/overview/told.ts';
import {
  listReceiptsKey,
  receiptsKey,
  reportPrefix,
  studentReceiptsKey,
} from '../../src/reports/report-keys.ts';
import { makeSheet } from '../../src/sheets/make-sheet.ts';

export interface Shown {
  readonly name: string;
  readonly printed: number;
  readonly again: () => Promise<number | null>;
}

export const SURFACES = [
  'report',
  'grade page',
  'class page',
  'list',
  'student page',
  'overview',
  'sheet',
] as const;
export type Surfaces = Readonly<Record<(typeof SURFACES)[number], readonly Shown[]>>;

export interface ReleasedDay {
  readonly home: string;
  readonly release: string;
  readonly runDate: string;
  readonly district: District;
  readonly rows: AskRows;
}

export async function surfacesOf(day: ReleasedDay): Promise<Surfaces> {
  const kept = new Map(
    [receiptsKey(day.release), listReceiptsKey(day.release), studentReceiptsKey(day.release)].flatMap((key) =>
      receiptsIn(day, key),
    ),
  );
  const onPages = (folder: string, name: RegExp) => shown(day, idsOn(join(day.home, folder), name), kept);
  // Whatever stands on any page of the site has been kept.
  onPages(`portal/${day.release}`, /\.html$/);
  return {
    report: onPages(`${reportPrefix(day.release)}/pages`, /\.html$/),
    'grade page': onPages(`portal/${day.release}/schools`, /grade-[^/]*\.html$/),
    'class page': onPages(`portal/${day.release}/schools`, /class-[^/]*\.html$/),
    list: onPages(`portal/${day.release}/named`, /index\.html$/),
    'student page': onPages(`portal/${day.release}/named`, /student-[^/]*\.html$/),
    overview: overviewNumbers(day),
    sheet: await sheetNumbers(day),
  };
}

function receiptsIn({ home }: ReleasedDay, key: string): [string, Receipt][] {
  const lines = readFileSync(join(home, key), 'utf8')
    .split('\n')
    .filter((l) => l !== '');
  return lines.map((l) => receiptSchema.parse(JSON.parse(l))).map((r) => [r.receipt, r]);
}

/** Receipts that stand on the pages themselves, each with one of its pages. */
function idsOn(folder: string, name: RegExp): ReadonlyMap<string, string> {
  if (!existsSync(folder)) return new Map();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((f) => name.test(f));
  const ids = files.flatMap((file) => {
    const found = readFileSync(join(folder, file), 'utf8').match(/\br-[0-9a-f]{16}\b/g) ?? [];
    return found.map((id) => [id, file] as const);
  });
  return new Map(ids.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** @throws when a page shows a receipt that nobody kept */
function shown(
  day: ReleasedDay,
  ids: ReadonlyMap<string, string>,
  kept: ReadonlyMap<string, Receipt>,
): Shown[] {
  return [...ids].flatMap(([id, page]) => {
    const receipt = kept.get(id);
    if (receipt === undefined) throw new Error(`${id} stands on ${page} and was not kept`);
    const { value } = receipt;
    return value === null ? [] : [{ name: id, printed: value, again: () => remake(receipt, day.rows) }];
  });
}

/** Everything, each school, each grade of each, each source, and some spans of weeks. */
function overviewNumbers({ home, release, rows }: ReleasedDay): Shown[] {
  const extract = readExtract(readFileSync(join(home, overviewKey(release)), 'utf8'));
  const all = everything(extract);
  const [schools, grades] = [extract.schools.map((_, i) => i), extract.grades.map((_, i) => i)];
  const spans = [1, 2, 3].map((n) => ({ from: n, to: Math.max(n, all.to - 2 * n) }));
  const choices: Filter[] = [
    all,
    ...schools.map((school) => ({ ...all, school })),
    ...grades.map((grade) => ({ ...all, grade })),
    ...schools.flatMap((school) => grades.map((grade) => ({ ...all, school, grade }))),
    ...extract.sources.map((_, source) => ({ ...all, source })),
    ...spans.flatMap((span) => [
      { ...all, ...span },
      { ...all, ...span, school: 0, source: 0 },
    ]),
  ];
  return choices.flatMap((filter) => {
    let made: Promise<Told | null> | undefined;
    const again = () => {
      made ??= remakeOverview(rows, extract, filter);
      return made;
    };
    return Object.entries(toldOf(extract, filter) ?? {}).flatMap(([number, printed]) =>
      printed === null
        ? []
        : [
            {
              name: `${JSON.stringify(filter)} ${number}`,
              printed,
              again: async () => (await again())?.[number] ?? null,
            },
          ],
    );
  });
}

/** Sheets of ten students for staff, with last year beside this one. */
async function sheetNumbers({ district, release, runDate, rows }: ReleasedDay): Promise<Shown[]> {
  const found = await rows(
    'select student_key from student_district_engagement where school_year = (select max(school_year) from student_district_engagement) order by student_key limit 10',
  );
  const sheets: Shown[] = [];
  for (const { student_key } of found) {
    const { receipts } = await makeSheet({
      district,
      release,
      runDate,
      rows,
      studentKey: String(student_key),
      reader: 'staff',
      lang: 'en',
      name: null,
    });
    for (const receipt of receipts)
      if (receipt.value !== null)
        sheets.push({ name: receipt.receipt, printed: receipt.value, again: () => remake(receipt, rows) });
  }
  return sheets;
}
