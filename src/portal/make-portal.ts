// Makes the portal of a release: asks it once, builds the site, writes it below portal/, and the record last.

import { copyFile } from 'node:fs/promises';
import { z } from 'zod';
import type { District } from '../../lib/district.ts';
import { isLive, type ReadCheckins, readCheckins } from '../checkin/read-checkins.ts';
import { type ReportBasis, reportYear } from '../facts/build-documents.ts';
import type { AskRows } from '../facts/rows.ts';
import { inTurns } from '../lake/in-turns.ts';
import type { Lake } from '../lake/lake.ts';
import { templateNarrative } from '../narrate/template.ts';
import type { ReleaseSession } from '../query/release-session.ts';
import { evaluationOf, readRegistry } from '../registry/registry.ts';
import { districtLimit } from '../reports/district-limits.ts';
import { receiptLines } from '../reports/keep-receipts.ts';
import { reportKey, studentReceiptsKey } from '../reports/report-keys.ts';
import { reportSchema } from '../reports/report-record.ts';
import { askStudentRows } from '../sheets/student-rows.ts';
import { words } from '../words/words.ts';
import { buildSite } from './build-site.ts';
import { portalAssets } from './frame.ts';
import { withNames } from './name-places.ts';
import type { NameLookup } from './names.ts';
import { askWeekRows } from './overview/week-rows.ts';
import { paperKey } from './papers.ts';
import { askPortalRows } from './rows.ts';
import type { SiteFile } from './site-file.ts';
import type { Paper, SiteInput } from './site-input.ts';
import { studentReceipts } from './student-receipts.ts';

export interface PortalMaking {
  readonly lake: Lake;
  readonly session: Pick<ReleaseSession, 'ask'>;
  readonly district: District;
  /** Facts and hidden cells as the reports have them. */
  readonly basis: ReportBasis;
  /** Without it the pages keep their marks, for a list writer that comes after. */
  readonly names: NameLookup | null;
}

export const portalKey = (key: string): string => `portal/${key}`;
const recordKey = (release: string) => `portal/${release}/portal.json`;

const recordSchema = z.strictObject({
  release: z.string(),
  schools: z.array(z.strictObject({ key: z.string(), name: z.string() })),
  files: z.int(),
  bytes: z.int(),
  named: z.int(),
  seconds: z.number(),
});
export type PortalRecord = z.output<typeof recordSchema>;

/** What was made of a release; undefined while nothing was, or not all of it, or by another style sheet or script. */
export async function portalOf(lake: Lake, release: string): Promise<PortalRecord | undefined> {
  const text = await lake.readText(recordKey(release));
  if (text === undefined) return undefined;
  const { cssKey, scriptKey } = portalAssets();
  const isOurs = (await lake.exists(portalKey(cssKey))) && (await lake.exists(portalKey(scriptKey)));
  return isOurs ? recordSchema.parse(JSON.parse(text)) : undefined;
}

export async function makePortal(making: PortalMaking): Promise<PortalRecord> {
  const started = performance.now();
  const { lake, session, district, basis } = making;
  const asked = rowsOf(session);
  const year = reportYear(basis) ?? null;
  const { tasks } = await readRegistry(lake);
  const models = await Promise.all(
    Object.entries(tasks).map(async ([task, entry]) => ({
      task,
      entry,
      evaluation: await evaluationOf(lake, task, entry.champion),
    })),
  );
  const papers = await papersOf(lake, basis.release);
  const [first = 'en', ...more] = new Set(district.reports.languages);
  const spoken = words(first);
  const others = more.map(words);
  const checkins = await readCheckins(session);
  const input: SiteInput = {
    basis,
    district,
    words: spoken,
    limits: {
      chronic: districtLimit(district, 'chronic_absence_share'),
      target: districtLimit(district, 'attendance_target_rate'),
      online: districtLimit(district, 'engaged_digital_rate'),
    },
    rows: await askPortalRows(asked),
    weeks: year === null ? null : await askWeekRows(asked, year),
    checkins,
    students: await studentsOn(checkins, asked, year),
    models,
    narrate: (document) => templateNarrative(document, spoken),
    others: others.map((own) => ({ words: own, narrate: (document) => templateNarrative(document, own) })),
    papers,
  };
  const site = buildSite(input);
  await lake.writeText(studentReceiptsKey(basis.release), receiptLines(studentReceipts(input)));
  let named = 0;
  const all: SiteFile[] = [...site.assets, ...site.open];
  for (const { files } of site.named) {
    const filled = making.names === null ? files : await withNames(files, making.names, spoken);
    named += filled.length;
    all.push(...filled);
  }
  await inTurns(all, (file) => lake.writeText(portalKey(file.key), file.text));
  for (const paper of papers) await copyWithin(lake, paper.from, portalKey(paperKey(basis.release, paper)));
  const record: PortalRecord = {
    release: basis.release,
    schools: basis.rows.schools.map((s) => ({ key: s.school_key, name: s.school_name ?? s.school_key })),
    files: all.length,
    bytes: all.reduce((n, f) => n + Buffer.byteLength(f.text), 0),
    named,
    seconds: Math.round(performance.now() - started) / 1000,
  };
  await lake.writeText(recordKey(basis.release), JSON.stringify(record));
  return record;
}

/** Of everybody who is on a list: a page for every student would be more than a portal can hold. */
async function studentsOn({ items }: ReadCheckins, asked: AskRows, year: number | null) {
  const live = [...new Set(items.filter(isLive).map((i) => i.studentKey))];
  return askStudentRows(asked, year === null ? [] : live, year ?? 0);
}

export function rowsOf(session: Pick<ReleaseSession, 'ask'>): AskRows {
  return async (sql) => {
    const { columns, rows } = await session.ask(sql);
    return rows.map((row) => Object.fromEntries(columns.map((name, i) => [name, row[i]])));
  };
}

/** The sheets of the release's reports; none where no report was made. */
async function papersOf(lake: Lake, release: string): Promise<Paper[]> {
  const text = await lake.readText(reportKey(release));
  if (text === undefined) return [];
  return reportSchema.parse(JSON.parse(text)).pages.flatMap(({ kind, key, lang, letter, a4 }): Paper[] => [
    { kind, key, lang, sheet: 'letter', from: letter },
    { kind, key, lang, sheet: 'a4', from: a4 },
  ]);
}

async function copyWithin(lake: Lake, from: string, to: string): Promise<void> {
  if (!(await lake.exists(from))) return;
  const local = await lake.scratch('paper');
  await copyFile(await lake.fetch(from), local);
  await lake.publish(local, to);
}
