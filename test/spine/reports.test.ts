// The reports of a released day: every number has a receipt that makes it again, and nothing hidden is told anywhere.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { directoryLake } from '../../src/adapters/directory-lake.ts';
import { openSession } from '../../src/adapters/duckdb.ts';
import { readDistrict } from '../../src/district/district-home.ts';
import { type FactsDocument, factsDocumentSchema } from '../../src/facts/facts-document.ts';
import { receiptSchema } from '../../src/facts/receipts.ts';
import { recipeRelations } from '../../src/facts/recipe.ts';
import type { AskRows } from '../../src/facts/rows.ts';
import { releasedViews } from '../../src/harmonize/released-views.ts';
import { readCatalog } from '../../src/harmonize/sql-catalog.ts';
import { portalRelease } from '../../src/portal/portal-step.ts';
import { currentManifest } from '../../src/release/release-store.ts';
import { factsKey, hiddenKey, receiptsKey, reportKey } from '../../src/reports/report-keys.ts';
import { type ReportRecord, reportSchema } from '../../src/reports/report-record.ts';
import { type Simulated, simulated } from './simulated.ts';
import { SURFACES, surfacesOf } from './surfaces.ts';
import { repository, type TrialDistrict, trialDistrict } from './trial-district.ts';

const modules = ['contoso_sis', 'insights', 'iready'];

/** So many of a list, spread over all of it; all of a shorter one. */
function evenly<T>(all: readonly T[], count: number): T[] {
  const step = Math.max(1, all.length / count);
  return all.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step)).slice(0, count);
}

describe('the reports of a day', () => {
  let source: Simulated;
  let district: TrialDistrict;
  let report: ReportRecord;
  let documents: FactsDocument[];
  let ask: AskRows;
  let close = () => {};
  const text = (key: string) => readFileSync(join(district.home, key), 'utf8');
  const receipts = () =>
    text(receiptsKey(report.release))
      .trimEnd()
      .split('\n')
      .map((line) => receiptSchema.parse(JSON.parse(line)));

  beforeAll(async () => {
    source = await simulated(260, 5, 2);
    district = trialDistrict(modules, {
      modules: {
        contoso_sis: {},
        insights: {},
        iready: { idSystems: { iready_student: 'sis_student' } },
      },
      models: { use: false },
      reports: { use: true, smallGroup: 8 },
    });
    source.land(district, 'day-0', modules);
    const day = await district.run(source.days[0]?.run_date ?? '');
    expect(day.reports_failed).toBeNull();
    const lake = directoryLake(district.home);
    const manifest = await currentManifest(lake, district.name);
    report = reportSchema.parse(JSON.parse(text(reportKey(manifest.releaseId))));
    documents = report.pages
      .filter((p) => p.lang === 'en')
      .map((p) => factsDocumentSchema.parse(JSON.parse(text(factsKey(report.release, p.kind, p.key)))));
    const session = await openSession({ tempDir: lake.tempDir });
    for (const sql of await releasedViews(repository, readCatalog(repository), lake, manifest.tables))
      await session.run(sql);
    const place = {
      root: repository,
      home: district.home,
      lake,
      district: readDistrict(district.name, repository).district,
    };
    await portalRelease(place, manifest, null);
    // Each view is worked out once: 500 recipes ask the same few.
    for (const view of [
      ...recipeRelations,
      'school_grade_week',
      'school_grade_week_source',
      'student_week',
    ]) {
      await session.run(`create temp table made_${view} as select * from ${view}`);
      await session.run(`create or replace temp view ${view} as select * from made_${view}`);
    }
    ask = (sql) => session.rows(sql);
    close = () => session.close();
  });

  afterAll(() => {
    close();
    district.remove();
    rmSync(source.folder, { recursive: true, force: true });
  });

  it('has a page for the district and each school, in each language', () => {
    expect(report.pages.map((p) => `${p.kind} ${p.lang}`).sort()).toEqual([
      'district en',
      'district es',
      'school en',
      'school en',
      'school es',
      'school es',
    ]);
  });

  it('500 numbers, drawn from every surface, come out of the release again to the last digit', async () => {
    const surfaces = await surfacesOf({
      home: district.home,
      release: report.release,
      runDate: report.run_date,
      district: readDistrict(district.name, repository).district,
      rows: ask,
    });
    for (const name of SURFACES) expect([name, surfaces[name].length > 0]).toEqual([name, true]);
    const each = SURFACES.flatMap((name) => evenly(surfaces[name], 60));
    const others = SURFACES.flatMap((name) => surfaces[name]).filter((s) => !each.includes(s));
    const drawn = [...each, ...evenly(others, 500 - each.length)];
    expect(drawn).toHaveLength(500);
    for (const { name, printed, again } of drawn) expect([name, await again()]).toEqual([name, printed]);
  }, 120_000);

  it('every number of a page has its receipt', () => {
    const kept = new Set(receipts().map((r) => r.receipt));
    for (const page of report.pages) {
      const shown = [...text(page.html).matchAll(/\br-[0-9a-f]{16}\b/g)].map((m) => m[0]);
      expect(shown.length).toBeGreaterThan(10);
      expect(shown.filter((id) => !kept.has(id))).toEqual([]);
    }
  });

  it('the same number has the same value on every page', () => {
    const values = new Map<string, number | null>();
    for (const fact of documents.flatMap((d) => d.facts)) {
      if (values.has(fact.receipt))
        expect([fact.receipt, fact.value]).toEqual([fact.receipt, values.get(fact.receipt)]);
      values.set(fact.receipt, fact.value);
    }
  });

  it('tells nothing of a hidden cell: no value, no n, no receipt that gives it away', () => {
    const hidden = documents.flatMap((d) => d.facts).filter((f) => f.state === 'hidden');
    expect(hidden.length).toBeGreaterThan(0);
    for (const fact of hidden) expect([fact.value, fact.n, fact.held_back]).toEqual([null, null, null]);
    const ids = new Set<string>(hidden.map((f) => f.receipt));
    expect(receipts().filter((r) => ids.has(r.receipt) && r.value !== null)).toEqual([]);
    expect(Object.keys(JSON.parse(text(hiddenKey(report.release))))).toContain('hidden');
  });

  it('pages need no script, stay under 100 kB, and the paper is a PDF', () => {
    for (const page of report.pages) {
      const html = text(page.html);
      expect(Buffer.byteLength(html)).toBeLessThan(100_000);
      expect(html).not.toMatch(/<script/i);
      for (const paper of [page.letter, page.a4])
        expect(readFileSync(join(district.home, paper)).subarray(0, 5).toString()).toBe('%PDF-');
    }
  });
});
