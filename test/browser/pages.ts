// The report pages in the browser and on paper: every kind, in both languages, at three widths, light, dark and printed.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { renderHtml } from '../../src/pages/render-html.ts';
import { samplePages } from '../../src/pages/sample-pages.ts';
import { typeset } from '../../src/typeset/typeset.ts';
import { LANGUAGES } from '../../src/words/languages.ts';
import { axeFindings } from './axe.ts';
import { same, type Tally } from './tally.ts';
import { validate } from './verapdf.ts';

const WIDTHS = [320, 768, 1280];
const LOOKS = [
  { name: 'light', media: 'screen', colorScheme: 'light' },
  { name: 'dark', media: 'screen', colorScheme: 'dark' },
  { name: 'print', media: 'print', colorScheme: 'light' },
] as const;
const PRINTED = '2026-03-13';

export async function pagesSuite(tally: Tally, browser: Browser, out: string): Promise<void> {
  mkdirSync(out, { recursive: true });
  const pdfs: string[] = [];
  for (const lang of LANGUAGES) {
    for (const [name, model] of Object.entries(samplePages(lang))) {
      const html = join(out, `${lang}-${name}.html`);
      writeFileSync(html, renderHtml(model));
      for (const sheet of ['letter', 'a4'] as const) {
        const file = join(out, `${lang}-${name}.${sheet}.pdf`);
        const { pdf, pages } = typeset(model, sheet, PRINTED);
        writeFileSync(file, pdf);
        pdfs.push(file);
        await tally.test('paper: one sheet', `${lang} ${name} ${sheet}`, async () =>
          same(pages, 1, 'sheets'),
        );
      }
      await inEveryLook(tally, browser, html, `${lang} ${name}`);
    }
  }
  await tally.test('paper: PDF/UA-1 by veraPDF', `${pdfs.length} files`, async () => {
    const failed = validate(pdfs, out).filter((v) => !v.passes);
    same(
      failed.map((v) => v.says),
      [],
      'files that do not conform',
    );
    tally.note('paper: PDF/UA-1 by veraPDF', `${pdfs.length} files conform`);
  });
}

async function inEveryLook(tally: Tally, browser: Browser, html: string, name: string) {
  // Scripts are off: everything must be there without them. Axe itself needs them, so it gets a context of its own.
  const context = await browser.newContext();
  const page = await context.newPage();
  try {
    await page.goto(pathToFileURL(html).href);
    for (const look of LOOKS) {
      await page.emulateMedia({ media: look.media, colorScheme: look.colorScheme });
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        await tally.test('pages: axe, WCAG 2.2 AA', `${name} ${width} ${look.name}`, async () => {
          const found = await axeFindings(page);
          same(
            found.map((f) => `${f.id} ${f.nodes[0]?.html}`),
            [],
            'findings',
          );
        });
        if (look.media === 'screen')
          await tally.test('pages: no side scroll', `${name} ${width}`, async () =>
            same(await overflow(page), 0, 'px'),
          );
      }
    }
  } finally {
    await context.close();
  }
}

/** Pixels by which the page is wider than the window. */
async function overflow(page: Page): Promise<number> {
  const wide: unknown = await page.evaluate(
    'Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)',
  );
  return Number(wide);
}
