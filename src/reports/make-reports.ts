// The reports of a release: facts with receipts, hidden cells first, then sentences, then pages as HTML and on paper.

import type { District } from '../../lib/district.ts';
import { type Built, type ReportBasis, reportYear } from '../facts/build-documents.ts';
import type { Receipt } from '../facts/draft.ts';
import { hideCells } from '../facts/hidden-cells.ts';
import { withCheckIns } from '../facts/hidden-check-ins.ts';
import { type AskRows, askFactRows } from '../facts/rows.ts';
import type { Lake } from '../lake/lake.ts';
import { renderHtml } from '../pages/render-html.ts';
import { schoolPage } from '../pages/school-page.ts';
import { typeset } from '../typeset/typeset.ts';
import type { Language } from '../words/languages.ts';
import { words } from '../words/words.ts';
import { chronicPercent } from './district-limits.ts';
import { earlierReport, keepReport } from './earlier-reports.ts';
import { receiptLines } from './keep-receipts.ts';
import { putBytes } from './put-bytes.ts';
import { reportDocuments } from './report-documents.ts';
import { factsKey, factsListKey, listReceiptsKey, pageKey, receiptsKey, reportKey } from './report-keys.ts';
import type { ReportRecord } from './report-record.ts';
import type { Write } from './write-narrative.ts';

export interface ReportInput {
  readonly lake: Lake;
  readonly rows: AskRows;
  readonly district: District;
  readonly release: string;
  readonly runDate: string;
  /** The release whose report was shown before, for cells that stay hidden. */
  readonly before: string | null;
  readonly write: Write;
  readonly onProgress?: (done: number, total: number) => void;
}

/** What is hidden of a release, and everything that suppression needs to know of it next time. */
export async function reportBasis(input: Omit<ReportInput, 'write'>): Promise<ReportBasis> {
  const rows = await askFactRows(input.rows);
  const { district, release, runDate } = input;
  const limit = district.reports.smallGroup;
  const year = reportYear({ rows, runDate });
  const earlier = await earlierReport(input, year);
  const hidden = withCheckIns(hideCells(rows, limit, earlier), rows.checkins, { year, limit, earlier });
  return {
    district: { key: district.district, name: district.name },
    release,
    runDate,
    rows,
    hidden,
    limit,
    lateDays: district.reports.lateDays,
  };
}

export interface Reported {
  readonly record: ReportRecord;
  readonly basis: ReportBasis;
}

export async function makeReports(input: ReportInput): Promise<Reported> {
  const started = performance.now();
  const { lake, district, release, runDate } = input;
  const basis = await reportBasis(input);
  const { pages: built, below, lists } = reportDocuments(basis);
  const receipts = new Map<string, Receipt>();
  const pages: ReportRecord['pages'] = [];
  const [first = 'en', ...others] = district.reports.languages;
  let done = 0;
  for (const one of built) {
    for (const r of one.receipts) receipts.set(r.receipt, r);
    const { subject } = one.document;
    await lake.writeText(factsKey(release, subject.kind, subject.key), JSON.stringify(one.document));
    for (const lang of [first, ...others]) pages.push(await makePage(input, one, lang));
    done += 1;
    input.onProgress?.(done, built.length);
  }
  for (const { school, grades, sections } of below) {
    for (const [kind, of] of [
      ['grade', grades],
      ['section', sections],
    ] as const) {
      for (const r of of.flatMap((b) => b.receipts)) receipts.set(r.receipt, r);
      const text = of.map((b) => `${JSON.stringify(b.document)}\n`).join('');
      await lake.writeText(factsListKey(release, kind, school), text);
    }
  }
  await lake.writeText(listReceiptsKey(release), receiptLines(lists.flatMap((b) => b.receipts)));
  await lake.writeText(receiptsKey(release), receiptLines([...receipts.values()]));
  await keepReport(lake, release, reportYear(basis), basis.hidden.report);
  const record: ReportRecord = {
    release,
    run_date: runDate,
    pages,
    numbers: receipts.size,
    hidden: [...receipts.values()].filter((r) => r.state === 'hidden').length,
    seconds: Math.round(performance.now() - started) / 1000,
  };
  await lake.writeText(reportKey(release), JSON.stringify(record, null, 2));
  return { record, basis };
}

async function makePage(
  input: ReportInput,
  { document }: Built,
  lang: Language,
): Promise<ReportRecord['pages'][number]> {
  const { lake, district, release, runDate } = input;
  const { kind, key, name } = document.subject;
  if (kind !== 'district' && kind !== 'school') throw new RangeError(`no page of a ${kind}`);
  const { narrative, by, why } = await input.write(document, lang);
  const at = (l: Language, form: string) => pageKey(release, l, kind, key, form);
  const model = schoolPage(document, {
    words: words(lang),
    narrative,
    printed: runDate,
    contacts: district.reports.contacts,
    receiptsAt: district.reports.portal ?? `release ${release}`,
    others: district.reports.languages
      .filter((l) => l !== lang)
      .map((l) => ({ lang: l, href: `../${l}/${at(l, 'html').split('/').at(-1)}` })),
    limits: { chronicAbsence: chronicPercent(district) },
  });
  const html = at(lang, 'html');
  await lake.writeText(html, renderHtml(model));
  const papers = { letter: at(lang, 'letter.pdf'), a4: at(lang, 'a4.pdf') };
  for (const [sheet, path] of [
    ['letter', papers.letter],
    ['a4', papers.a4],
  ] as const) {
    await putBytes(lake, path, typeset(model, sheet, runDate).pdf);
  }
  return { kind, key, name, lang, html, ...papers, written_by: by, why };
}
